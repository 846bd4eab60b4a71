package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Secrets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A sign-in whose person is at the provider: what must be right when they come back. It lies sealed
 * in a cookie of that browser, so that starting one leaves nothing with us.
 *
 * @param provider to whom the person was sent; the connection may be changed meanwhile
 * @param state what the provider gives back through the browser, once
 * @param nonce what the ID token must repeat
 * @param verifier what redeems the provider's code (RFC 7636)
 * @param besides the session of this browser when the person left, which may be replaced
 * @param asker who is told how it ended; empty for our own page
 */
record PendingSignIn(
    UUID organizationId,
    UUID connectionId,
    String provider,
    String state,
    String nonce,
    String verifier,
    Optional<UUID> besides,
    Optional<Asker> asker,
    Instant startedAt) {

  /**
   * The application that asked, as small as can be.
   *
   * @param redirectUriHash of an address, which is looked up among the registered ones again
   */
  record Asker(
      String clientId, String redirectUriHash, Optional<String> challenge, Optional<String> state) {

    private static Optional<Asker> of(Destination destination) {
      return switch (destination) {
        case Destination.Home _ -> Optional.empty();
        case Destination.Application to ->
            Optional.of(
                new Asker(to.clientId(), Sha256.of(to.redirectUri()), to.challenge(), to.state()));
      };
    }

    boolean meant(String redirectUri) {
      return redirectUriHash.equals(Sha256.of(redirectUri));
    }
  }

  static PendingSignIn started(
      Connection connection, Destination destination, Optional<OpenSession> session, Instant now) {
    return new PendingSignIn(
        connection.organizationId(),
        connection.id(),
        provider(connection),
        Secrets.next(),
        Secrets.next(),
        Secrets.next(),
        session.map(OpenSession::sessionId),
        Asker.of(destination),
        now);
  }

  private static String provider(Connection connection) {
    return Sha256.of(connection.settings().issuer() + "\n" + connection.settings().clientId());
  }

  /** Whether the connection still leads to the provider and client that the person was sent to. */
  boolean leadsTo(Connection connection) {
    return provider.equals(provider(connection));
  }

  /** Whether somebody signed in here meanwhile whom this sign-in must not push out. */
  boolean wouldReplace(Optional<OpenSession> session, Connection connection) {
    return Replacements.threatened(session, connection)
        .filter(open -> !besides.equals(Optional.of(open.sessionId())))
        .isPresent();
  }

  boolean isCurrent(Instant now) {
    return now.isBefore(startedAt.plus(BrowserBounds.SIGN_IN_LIFETIME));
  }

  @Override
  public String toString() {
    return "PendingSignIn[…]";
  }
}
