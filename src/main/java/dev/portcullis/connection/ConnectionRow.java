package dev.portcullis.connection;

import dev.portcullis.organization.Sql;
import dev.portcullis.pattern.GroupFilter;
import dev.portcullis.pattern.GroupPattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a connection lies in its row. */
final class ConnectionRow {

  /** What {@link #connection} reads, of a table called {@code c}. */
  static final String COLUMNS =
      """
      c.organization_id, c.connection_id, c.name, c.issuer, c.client_id, c.sealed_client_secret,
      c.scopes, c.application, c.groups_claim, c.claim_separator, c.claim_covers, c.absent_claim,
      c.filter_type, c.filter_value, c.except_type, c.except_value, c.dialect, c.provisioning,
      c.enabled, c.session_idle_seconds, c.session_max_seconds, c.version,
      c.created_at as connection_created_at, c.updated_at as connection_updated_at
      """;

  private ConnectionRow() {}

  static Map<String, @Nullable Object> columns(
      Connection connection, @Nullable String sealedSecret) {
    ConnectionSettings settings = connection.settings();
    ClaimSettings claim = settings.claim();
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("organization", connection.organizationId());
    columns.put("id", connection.id());
    columns.put("version", connection.version());
    columns.put("updatedAt", Sql.timestamp(connection.updatedAt()));
    columns.put("secret", sealedSecret);
    columns.put("name", settings.name());
    columns.put("issuer", settings.issuer());
    columns.put("clientId", settings.clientId());
    columns.put("scopes", String.join(" ", settings.scopes()));
    columns.put("application", settings.application().orElse(null));
    columns.put("groupsClaim", claim.name());
    columns.put("separator", claim.separator().orElse(null));
    columns.put("covers", claim.covers());
    columns.put("absent", claim.absent().name());
    columns.put("filterType", claim.filter().pattern().type().name());
    columns.put("filterValue", claim.filter().pattern().value());
    columns.put("exceptType", claim.filter().except().map(p -> p.type().name()).orElse(null));
    columns.put("exceptValue", claim.filter().except().map(GroupPattern::value).orElse(null));
    columns.put("dialect", settings.dialect().name());
    columns.put("provisioning", settings.provisioning().name());
    columns.put("enabled", settings.enabled());
    columns.put("idle", settings.sessionIdle().toSeconds());
    columns.put("max", settings.sessionMax().toSeconds());
    return columns;
  }

  static Connection connection(ResultSet row, int number) throws SQLException {
    return new Connection(
        row.getObject("organization_id", UUID.class),
        row.getObject("connection_id", UUID.class),
        settings(row),
        row.getString("sealed_client_secret") != null,
        row.getLong("version"),
        Sql.instant(row, "connection_created_at"),
        Sql.instant(row, "connection_updated_at"));
  }

  private static ConnectionSettings settings(ResultSet row) throws SQLException {
    return new ConnectionSettings(
        row.getString("name"),
        row.getString("issuer"),
        row.getString("client_id"),
        List.of(row.getString("scopes").split(" ")),
        Optional.ofNullable(row.getString("application")),
        claim(row),
        Dialect.valueOf(row.getString("dialect")),
        Provisioning.valueOf(row.getString("provisioning")),
        row.getBoolean("enabled"),
        Duration.ofSeconds(row.getLong("session_idle_seconds")),
        Duration.ofSeconds(row.getLong("session_max_seconds")));
  }

  private static ClaimSettings claim(ResultSet row) throws SQLException {
    return new ClaimSettings(
        row.getString("groups_claim"),
        new GroupFilter(
            pattern(row.getString("filter_type"), row.getString("filter_value")),
            exception(row.getString("except_type"), row.getString("except_value"))),
        AbsentClaim.valueOf(row.getString("absent_claim")),
        Optional.ofNullable(row.getString("claim_separator")),
        row.getBoolean("claim_covers"));
  }

  private static Optional<GroupPattern> exception(@Nullable String type, @Nullable String value) {
    return type == null || value == null ? Optional.empty() : Optional.of(pattern(type, value));
  }

  private static GroupPattern pattern(String type, String value) {
    return GroupPattern.parse(type, value).orElseThrow();
  }
}
