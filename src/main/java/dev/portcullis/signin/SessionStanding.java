package dev.portcullis.signin;

import dev.portcullis.connection.Connections;
import dev.portcullis.directory.Directory;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.User;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.PersonStanding;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says of each access token of a person whether they are still signed in. */
@Component
class SessionStanding implements PersonStanding {

  private final SignInSessions sessions;
  private final Connections connections;
  private final Directory directory;
  private final Memberships memberships;

  SessionStanding(
      SignInSessions sessions,
      Connections connections,
      Directory directory,
      Memberships memberships) {
    this.sessions = sessions;
    this.connections = connections;
    this.directory = directory;
    this.memberships = memberships;
  }

  @Override
  public boolean stands(UUID organizationId, Actor.Person person) {
    return person
        .sessionId()
        .map(id ->
            sessions
                .live(organizationId, id)
                .filter(session -> session.person().equals(person))
                .isPresent())
        .orElseGet(() -> standsWithoutSession(organizationId, person));
  }

  @Override
  public Optional<Actor.Person> byOwnCredentials(UUID organizationId, UUID userId) {
    return memberships.subject(organizationId, userId.toString())
            instanceof SubjectOutcome.Found(User user, _)
        ? acting(organizationId, user)
        : Optional.empty();
  }

  private Optional<Actor.Person> acting(UUID organizationId, User found) {
    return Optional.of(found)
        .filter(User::active)
        .filter(user -> user.connectionId().map(id -> isEnabled(organizationId, id)).orElse(true))
        .map(user ->
            new Actor.Person(
                user.id(),
                user.connectionId().orElse(Actor.Person.NO_CONNECTION),
                user.credentialEpoch()));
  }

  private boolean isEnabled(UUID organizationId, UUID connectionId) {
    return connections
        .find(organizationId, connectionId)
        .filter(connection -> connection.settings().enabled())
        .isPresent();
  }

  private boolean standsWithoutSession(UUID organizationId, Actor.Person person) {
    return connections
        .find(organizationId, person.connectionId())
        .filter(connection -> connection.settings().enabled())
        .flatMap(connection -> directory.signedIn(connection, person))
        .isPresent();
  }
}
