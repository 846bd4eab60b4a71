package dev.portcullis.signin;

import dev.portcullis.audit.RequestRecord;
import dev.portcullis.audit.RequestRecords;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.Organizations;
import dev.portcullis.organization.PublicAddresses;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The doorway for identity providers that end their people's sessions, by signed tokens of their
 * own.
 *
 * <p>Its methods are no transactions: the provider may have to be asked for its keys. What a
 * genuine provider has sent goes into the activity log. What anybody may have made up does not,
 * lest strangers fill it.
 */
@Component
public class Logouts {

  /** What stands before a connection's id in the address for logout tokens. */
  public static final String BACK_CHANNEL = "/logout/backchannel/";

  /** What stands before a connection's id in the address for global token revocation. */
  public static final String REVOCATION = "/global-token-revocation/";

  private final Connections connections;
  private final Organizations organizations;
  private final PublicAddresses addresses;
  private final LogoutTokens logoutTokens;
  private final RevocationTokens revocationTokens;
  private final ProviderLogouts logouts;
  private final RequestRecords records;
  private final Clock clock;

  Logouts(
      Connections connections,
      Organizations organizations,
      PublicAddresses addresses,
      LogoutTokens logoutTokens,
      RevocationTokens revocationTokens,
      ProviderLogouts logouts,
      RequestRecords records,
      Clock clock) {
    this.connections = connections;
    this.organizations = organizations;
    this.addresses = addresses;
    this.logoutTokens = logoutTokens;
    this.revocationTokens = revocationTokens;
    this.logouts = logouts;
    this.records = records;
    this.clock = clock;
  }

  /** A demand whose token is verified. */
  @FunctionalInterface
  private interface Demand {
    LogoutOutcome outcome() throws Refusal;
  }

  /** Takes a logout token (OIDC Back-Channel Logout 1.0). */
  public LogoutOutcome logOut(UUID connectionId, String traceId, String logoutToken) {
    Instant start = clock.instant();
    return connections
        .identified(connectionId)
        .map(connection ->
            answered(() -> {
              LogoutToken token = logoutTokens.verified(connection, logoutToken);
              Caller caller = caller(connection, traceId);
              LogoutOutcome outcome = logouts.logOut(caller, connection, token);
              record(
                  caller, BACK_CHANNEL + connectionId, outcome.backChannelStatus(), outcome, start);
              return outcome;
            }))
        .orElseGet(LogoutOutcome.ConnectionNotFound::new);
  }

  /** Takes a request for global token revocation, which the provider has signed itself. */
  public LogoutOutcome revoke(
      UUID connectionId, String traceId, String bearerToken, RevokedSubject subject) {
    Instant start = clock.instant();
    return connections
        .identified(connectionId)
        .map(connection ->
            answered(() -> {
              String ours = publicAddress(connection).toString();
              String endpoint = ours + REVOCATION + connectionId;
              RevocationToken token = revocationTokens.verified(connection, endpoint, bearerToken);
              Caller caller = caller(connection, traceId);
              LogoutOutcome outcome = logouts.revoke(caller, connection, token, subject, ours);
              record(caller, REVOCATION + connectionId, outcome.revocationStatus(), outcome, start);
              return outcome;
            }))
        .orElseGet(LogoutOutcome.ConnectionNotFound::new);
  }

  private static LogoutOutcome answered(Demand demand) {
    try {
      return demand.outcome();
    } catch (Refusal refusal) {
      return refusal.reason().isOutage()
          ? new LogoutOutcome.ProviderUnreachable(refusal.reason(), refusal.explanation())
          : new LogoutOutcome.Refused(refusal.reason(), refusal.explanation());
    }
  }

  private URI publicAddress(Connection connection) {
    return organizations
        .find(connection.organizationId())
        .map(organization -> addresses.of(organization.region()))
        .orElseThrow();
  }

  private static Caller caller(Connection connection, String traceId) {
    return new Caller(
        connection.organizationId(), new Actor.IdentityProvider(connection.id()), traceId);
  }

  private void record(
      Caller caller, String path, int status, LogoutOutcome outcome, Instant start) {
    records.add(
        caller.organizationId(),
        new RequestRecord(
            start,
            caller.traceId(),
            RequestRecord.Kind.LOGOUT,
            Optional.of(UUID.fromString(caller.actor().identifier())),
            "POST",
            path,
            status,
            Optional.of(outcome.code()),
            Duration.between(start, clock.instant())));
  }
}
