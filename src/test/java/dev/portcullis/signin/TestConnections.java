package dev.portcullis.signin;

import dev.portcullis.connection.AbsentClaim;
import dev.portcullis.connection.ClaimSettings;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.ConnectionSettings;
import dev.portcullis.connection.Dialect;
import dev.portcullis.connection.Provisioning;
import dev.portcullis.pattern.GroupFilter;
import dev.portcullis.pattern.GroupPattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Connections that lie in no database. */
final class TestConnections {

  private TestConnections() {}

  static Connection to(String issuer) {
    return of(UUID.randomUUID(), issuer, 1);
  }

  static Connection of(UUID id, String issuer, long version) {
    return new Connection(
        UUID.randomUUID(), id, settings(issuer), false, version, Instant.EPOCH, Instant.EPOCH);
  }

  static ConnectionSettings settings(String issuer) {
    return new ConnectionSettings(
        "okta",
        issuer,
        "client-1",
        List.of("openid"),
        Optional.empty(),
        claim("groups", Optional.empty()),
        Dialect.OKTA,
        Provisioning.SCIM_AND_SIGN_IN,
        true,
        Duration.ofDays(3),
        Duration.ofDays(7));
  }

  static ClaimSettings claim(String name, Optional<String> separator) {
    return new ClaimSettings(
        name,
        new GroupFilter(GroupPattern.parse("MATCHES_REGEX", ".*").orElseThrow(), Optional.empty()),
        AbsentClaim.AUTO,
        separator,
        false);
  }
}
