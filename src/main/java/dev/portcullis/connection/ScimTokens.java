package dev.portcullis.connection;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import dev.portcullis.organization.Sql;
import dev.portcullis.organization.TimeOrderedId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The doorway to the tokens with which SCIM clients come. Several of a connection may live at once,
 * so that one can be replaced without a gap.
 */
@Component
public class ScimTokens {

  private static final int MAX_DESCRIPTION = 200;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final JdbcClient jdbc;
  private final ConnectionRows connections;
  private final AuditTrail audit;
  private final Clock clock;

  ScimTokens(JdbcClient jdbc, ConnectionRows connections, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.connections = connections;
    this.audit = audit;
    this.clock = clock;
  }

  /** Mints a token of the named connection. */
  @OneTransaction
  public ScimTokenOutcome mint(
      Caller caller,
      String connectionName,
      Optional<String> description,
      Optional<Instant> expiresAt) {
    Instant now = clock.instant();
    if (description.filter(text -> text.length() > MAX_DESCRIPTION).isPresent()) {
      return new ScimTokenOutcome.Rejected(
          "`description` must have at most " + MAX_DESCRIPTION + " characters");
    }
    if (expiresAt.filter(expiry -> !expiry.isAfter(now)).isPresent()) {
      return new ScimTokenOutcome.Rejected("`expiresAt` must lie in the future");
    }
    if (expiresAt.filter(LATEST::isBefore).isPresent()) {
      return new ScimTokenOutcome.Rejected("`expiresAt` must lie before the year 10000");
    }
    Optional<Connection> connection = connections.named(caller.organizationId(), connectionName);
    if (connection.isEmpty()) {
      return new ScimTokenOutcome.NotFound();
    }
    ScimToken token =
        new ScimToken(TimeOrderedId.next(), description, expiresAt, Optional.empty(), now);
    TokenSecret secret = TokenSecret.random();
    insert(connection.get(), token, secret);
    audit.record(
        caller,
        AuditEntry.created(
            "scim-token",
            token.id().toString(),
            Map.of(
                "connection", connectionName,
                "description", description.orElse(""),
                "expiresAt", expiresAt.map(Instant::toString).orElse(""))));
    return new ScimTokenOutcome.Minted(token, secret.text());
  }

  private void insert(Connection connection, ScimToken token, TokenSecret secret) {
    jdbc.sql(
            """
            insert into scim_tokens
              (organization_id, scim_token_id, connection_id, selector, token_hash, description,
               expires_at, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(connection.organizationId())
        .param(token.id())
        .param(connection.id())
        .param(secret.selector())
        .param(secret.hash())
        .param(token.description().orElse(null))
        .param(Sql.timestamp(token.expiresAt()))
        .param(Sql.timestamp(token.createdAt()))
        .update();
  }

  /**
   * The live tokens of the named connection, oldest first; empty if there is no such connection.
   */
  @OneTransaction(readOnly = true)
  public Optional<List<ScimToken>> of(UUID organizationId, String connectionName) {
    return connections
        .named(organizationId, connectionName)
        .map(connection ->
            jdbc.sql(
                    """
                    select scim_token_id, description, expires_at, last_used_at, created_at
                    from scim_tokens
                    where organization_id = ? and connection_id = ? and revoked_at is null
                    order by scim_token_id
                    """)
                .params(organizationId, connection.id())
                .query(ScimTokens::token)
                .list());
  }

  /** Ends a token. */
  @OneTransaction
  public ScimTokenOutcome revoke(Caller caller, String connectionName, UUID tokenId) {
    Optional<Connection> connection = connections.named(caller.organizationId(), connectionName);
    if (connection.isEmpty()) {
      return new ScimTokenOutcome.NotFound();
    }
    int revoked =
        jdbc.sql(
                """
                update scim_tokens set revoked_at = ?
                where organization_id = ? and connection_id = ? and scim_token_id = ?
                  and revoked_at is null
                """)
            .params(
                Sql.timestamp(clock.instant()),
                caller.organizationId(),
                connection.get().id(),
                tokenId)
            .update();
    if (revoked == 0) {
      return new ScimTokenOutcome.NotFound();
    }
    audit.record(
        caller,
        AuditEntry.deleted("scim-token", tokenId.toString(), Map.of("connection", connectionName)));
    return new ScimTokenOutcome.Revoked();
  }

  private static ScimToken token(ResultSet row, int number) throws SQLException {
    return new ScimToken(
        row.getObject("scim_token_id", UUID.class),
        Optional.ofNullable(row.getString("description")),
        Sql.optionalInstant(row, "expires_at"),
        Sql.optionalInstant(row, "last_used_at"),
        Sql.instant(row, "created_at"));
  }
}
