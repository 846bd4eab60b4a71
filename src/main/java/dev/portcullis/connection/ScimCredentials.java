package dev.portcullis.connection;

import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.Region;
import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns what a SCIM client presents into the connection that it may push to. */
@Component
public class ScimCredentials {

  /** How exactly the last use of a token is known. */
  static final Duration STAMP_INTERVAL = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  ScimCredentials(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A SCIM client that is who it says.
   *
   * @param caller on whose behalf it acts
   * @param connection what it may push to
   * @param region of the organization, which tells under which address clients see it
   * @param schemasVersion raised by every change of the organization's extension schemas
   */
  public record Accepted(
      Caller caller, Connection connection, Region region, long schemasVersion) {}

  /**
   * Accepts a token; empty if it is unknown, revoked, expired or of a deleted connection. One
   * statement, and at most once a minute a second one that stamps the token's last use.
   */
  public Optional<Accepted> accept(String token, String traceId) {
    Instant now = clock.instant();
    return TokenSecret.parse(token)
        .flatMap(secret -> found(secret).filter(row -> secret.hasHash(row.hash())))
        .filter(row -> row.expiresAt().map(now::isBefore).orElse(true))
        .map(row -> accepted(row, now, traceId));
  }

  /**
   * A person who signed in, beside the connection through which that was; empty if it is disabled
   * or deleted. Whether the person still stands is for the directory to say.
   */
  public Optional<Accepted> accept(Caller caller, Actor.Person person) {
    return jdbc.sql(
            "select o.region, o.schemas_version, "
                + ConnectionRow.COLUMNS
                + """
                 from connections c
                join organizations o on o.organization_id = c.organization_id
                where c.organization_id = ? and c.connection_id = ? and c.deleted_at is null
                  and c.enabled
                """)
        .params(caller.organizationId(), person.connectionId())
        .query((row, number) ->
            new Accepted(
                caller,
                ConnectionRow.connection(row, number),
                region(row),
                row.getLong("schemas_version")))
        .optional();
  }

  private Optional<Row> found(TokenSecret secret) {
    return jdbc.sql(
            "select t.scim_token_id, t.token_hash, t.expires_at, t.last_used_at, o.region, "
                + "o.schemas_version, "
                + ConnectionRow.COLUMNS
                + """
                 from scim_tokens t
                join connections c
                  on c.organization_id = t.organization_id and c.connection_id = t.connection_id
                join organizations o on o.organization_id = t.organization_id
                where t.selector = ? and t.revoked_at is null and c.deleted_at is null
                """)
        .param(secret.selector())
        .query(ScimCredentials::row)
        .optional();
  }

  private Accepted accepted(Row row, Instant now, String traceId) {
    boolean stale =
        row.lastUsedAt().map(last -> last.plus(STAMP_INTERVAL).isBefore(now)).orElse(true);
    if (stale) {
      stamp(row, now);
    }
    Connection connection = row.connection();
    Actor actor = new Actor.Provisioner(connection.id(), row.tokenId());
    Caller caller = new Caller(connection.organizationId(), actor, traceId);
    return new Accepted(caller, connection, row.region(), row.schemasVersion());
  }

  private void stamp(Row row, Instant now) {
    jdbc.sql(
            "update scim_tokens set last_used_at = ? where organization_id = ? and scim_token_id = ?")
        .params(Sql.timestamp(now), row.connection().organizationId(), row.tokenId())
        .update();
  }

  private record Row(
      UUID tokenId,
      String hash,
      Optional<Instant> expiresAt,
      Optional<Instant> lastUsedAt,
      Region region,
      long schemasVersion,
      Connection connection) {}

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject("scim_token_id", UUID.class),
        row.getString("token_hash"),
        Sql.optionalInstant(row, "expires_at"),
        Sql.optionalInstant(row, "last_used_at"),
        region(row),
        row.getLong("schemas_version"),
        ConnectionRow.connection(row, number));
  }

  private static Region region(ResultSet row) throws SQLException {
    return Region.named(row.getString("region")).orElseThrow();
  }
}
