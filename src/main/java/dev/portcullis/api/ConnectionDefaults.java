package dev.portcullis.api;

import dev.portcullis.connection.AbsentClaim;
import dev.portcullis.connection.ClaimSettings;
import dev.portcullis.connection.ConnectionSettings;
import dev.portcullis.connection.Dialect;
import dev.portcullis.connection.Provisioning;
import dev.portcullis.pattern.GroupFilter;
import dev.portcullis.pattern.GroupPattern;
import dev.portcullis.pattern.PatternType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a connection is where its request says nothing. */
final class ConnectionDefaults {

  /** Name, issuer and client id are empty, for they have no default. */
  static final ConnectionSettings SETTINGS =
      new ConnectionSettings(
          "",
          "",
          "",
          List.of("openid", "profile", "email", "groups"),
          Optional.empty(),
          new ClaimSettings("groups", everyGroup(), AbsentClaim.AUTO, Optional.empty(), false),
          Dialect.OKTA,
          Provisioning.SCIM_AND_SIGN_IN,
          true,
          Duration.ofDays(3),
          Duration.ofDays(7));

  private ConnectionDefaults() {}

  /** Okta's own {@code Matches regex .*}. */
  private static GroupFilter everyGroup() {
    return new GroupFilter(
        GroupPattern.parse(PatternType.MATCHES_REGEX.name(), ".*").orElseThrow(), Optional.empty());
  }
}
