package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.MasterKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets nobody who is signed in be made somebody else by a stranger's link: a sign-in through
 * another connection than theirs begins only after they said so on our own page.
 */
@Component
class Replacements {

  private static final String PURPOSE = "other sign-in";
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final MasterKey masterKey;

  Replacements(MasterKey masterKey) {
    this.masterKey = masterKey;
  }

  /** The session that would be replaced by a sign-in through another connection. */
  static Optional<OpenSession> threatened(Optional<OpenSession> session, Connection connection) {
    return session.filter(open -> !open.connectionId().equals(connection.id()));
  }

  /** What the page's link carries: that this session's person wants that connection, now. */
  String consent(OpenSession session, Connection connection, Instant now) {
    return masterKey.seal(
        purpose(session, connection), Long.toString(now.plus(LIFETIME).toEpochMilli()));
  }

  boolean isConsented(
      OpenSession session, Connection connection, Optional<String> consent, Instant now) {
    return consent
        .flatMap(sealed -> masterKey.opened(purpose(session, connection), sealed))
        .map(until -> now.isBefore(Instant.ofEpochMilli(Long.parseLong(until))))
        .orElse(false);
  }

  private static String purpose(OpenSession session, Connection connection) {
    return PURPOSE + " " + session.sessionId() + " " + connection.id();
  }
}
