package dev.portcullis.signin;

import dev.portcullis.connection.Connections;
import dev.portcullis.directory.Directory;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.PersonStanding;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says of each access token of a person whether they are still signed in. */
@Component
class SessionStanding implements PersonStanding {

  private final SignInSessions sessions;
  private final Connections connections;
  private final Directory directory;

  SessionStanding(SignInSessions sessions, Connections connections, Directory directory) {
    this.sessions = sessions;
    this.connections = connections;
    this.directory = directory;
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

  private boolean standsWithoutSession(UUID organizationId, Actor.Person person) {
    return connections
        .find(organizationId, person.connectionId())
        .filter(connection -> connection.settings().enabled())
        .flatMap(connection -> directory.signedIn(connection, person))
        .isPresent();
  }
}
