package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.directory.User;
import dev.portcullis.organization.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * The session that a sign-in asks for.
 *
 * @param user as the sign-in's transaction left them; their credential epoch becomes the session's
 * @param connection through which they signed in
 * @param providerSession the ID token's {@code sid}, by which the provider may end the session; one
 *     longer than 256 characters is not kept, and the provider can still end the session by the
 *     person's {@code sub}
 * @param signedInAt when they did; the session's longest time counts from here
 */
public record NewSession(
    User user, Connection connection, Optional<String> providerSession, Instant signedInAt) {

  public NewSession {
    providerSession = providerSession.filter(ClaimText::isName);
  }

  /** Who signed in, before there is a session. */
  Actor.Person person() {
    return new Actor.Person(user.id(), connection.id(), user.credentialEpoch());
  }
}
