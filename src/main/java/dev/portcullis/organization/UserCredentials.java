package dev.portcullis.organization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The doorway to the credentials of users: a client id and secret whose tokens have the rights that
 * the user has at each request.
 */
@Component
public class UserCredentials {

  private final ApiClients rows;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  UserCredentials(ApiClients rows, ApplicationEventPublisher events, Clock clock) {
    this.rows = rows;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Gives a user of the caller's organization a secret, and a client id to go with it if they have
   * none yet. The secret before and its tokens end now.
   */
  @OneTransaction
  public ClientCredentials rotate(Caller caller, UUID userId, String name) {
    Instant now = clock.instant();
    Optional<ApiClient> known = rows.ofUserLocked(caller.organizationId(), userId);
    ClientCredentials made =
        known
            .map(client -> new ClientCredentials(client.clientId(), Secrets.next()))
            .orElseGet(ClientCredentials::random);
    String hash = SecretHashes.ofRandom(made.clientSecret());
    ApiClient after =
        known
            .map(client -> client.withSecret(hash, Duration.ZERO, now))
            .orElseGet(() -> first(caller, userId, name, made.clientId(), hash, now));
    if (known.isPresent()) {
      rows.update(after);
    } else {
      rows.add(after);
    }
    events.publishEvent(
        new AppChanged(caller, known.map(ApiClient::app), Optional.of(after.app())));
    return made;
  }

  private static ApiClient first(
      Caller caller, UUID userId, String name, String clientId, String hash, Instant now) {
    return new ApiClient(
        caller.organizationId(),
        clientId,
        name.length() > Apps.MAX_NAME_LENGTH ? name.substring(0, Apps.MAX_NAME_LENGTH) : name,
        hash,
        false,
        true,
        Scopes.ALL,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.of(userId),
        now,
        now);
  }
}
