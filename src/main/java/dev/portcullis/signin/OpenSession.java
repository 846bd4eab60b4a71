package dev.portcullis.signin;

import dev.portcullis.organization.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody's being signed in: identifiers and no rights, which are asked for anew each time.
 *
 * @param credentialEpoch the person's when they signed in; once the person's is another, the
 *     session is over
 * @param startedAt when they signed in
 * @param endsAt when the session ends at the latest, as the connection is set now
 * @param providerSession the identity provider's own session behind it ({@code sid}), if it said
 */
public record OpenSession(
    UUID organizationId,
    UUID sessionId,
    UUID userId,
    UUID connectionId,
    long credentialEpoch,
    Instant startedAt,
    Instant endsAt,
    Optional<String> providerSession) {

  /** Who acts in it, as access tokens of the session name them. */
  public Actor.Person person() {
    return new Actor.Person(userId, connectionId, credentialEpoch, Optional.of(sessionId));
  }
}
