package dev.portcullis.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of API clients. */
@Component
class ApiClients {

  private static final String SELECT =
      """
      select organization_id, client_id, client_name, secret_hash, operator, enabled, scopes,
        credential_epoch, token_issued_at, former_secret_hash, former_until,
        former_token_issued_at, user_id, created_at, updated_at
      from api_clients
      """;

  private final JdbcClient jdbc;

  ApiClients(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(ApiClient client) {
    jdbc.sql(
            """
            insert into api_clients
              (organization_id, client_id, client_name, secret_hash, operator, enabled, scopes,
               credential_epoch, user_id, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(client.organizationId())
        .param(client.clientId())
        .param(client.name())
        .param(client.secretHash())
        .param(client.operator())
        .param(client.enabled())
        .param(client.scopes().text().orElse(null))
        .param(client.credentialEpoch())
        .param(client.userId().orElse(null))
        .param(Sql.timestamp(client.createdAt()))
        .param(Sql.timestamp(client.updatedAt()))
        .update();
  }

  /** Finds a client by its id alone: this is where a credential's organization comes from. */
  Optional<ApiClient> find(String clientId) {
    return jdbc.sql(SELECT + "where client_id = ?")
        .param(clientId)
        .query(ApiClients::client)
        .optional();
  }

  Optional<ApiClient> operatorOf(UUID organizationId) {
    return jdbc.sql(
            SELECT
                + """
                where organization_id = ? and operator
                order by created_at fetch first 1 row only
                """)
        .param(organizationId)
        .query(ApiClients::client)
        .optional();
  }

  /** An organization's apps, in the order of their making; not its users' credentials. */
  List<ApiClient> apps(UUID organizationId) {
    return apps(organizationId, "");
  }

  /** The same, which nobody else changes until the transaction ends. */
  List<ApiClient> appsLocked(UUID organizationId) {
    return apps(organizationId, " for update");
  }

  private List<ApiClient> apps(UUID organizationId, String lock) {
    return jdbc.sql(
            SELECT
                + "where organization_id = ? and user_id is null order by created_at, client_id"
                + lock)
        .param(organizationId)
        .query(ApiClients::client)
        .list();
  }

  /** A user's credentials, which nobody else changes until the transaction ends. */
  Optional<ApiClient> ofUserLocked(UUID organizationId, UUID userId) {
    return jdbc.sql(SELECT + "where organization_id = ? and user_id = ? for update")
        .params(organizationId, userId)
        .query(ApiClients::client)
        .optional();
  }

  void update(ApiClient client) {
    Optional<ApiClient.FormerSecret> former = client.former();
    jdbc.sql(
            """
            update api_clients
            set client_name = ?, secret_hash = ?, enabled = ?, scopes = ?, credential_epoch = ?,
              token_issued_at = ?, former_secret_hash = ?, former_until = ?,
              former_token_issued_at = ?, updated_at = ?
            where organization_id = ? and client_id = ?
            """)
        .param(client.name())
        .param(client.secretHash())
        .param(client.enabled())
        .param(client.scopes().text().orElse(null))
        .param(client.credentialEpoch())
        .param(Sql.timestamp(client.tokenIssuedAt()))
        .param(former.map(ApiClient.FormerSecret::hash).orElse(null))
        .param(Sql.timestamp(former.map(ApiClient.FormerSecret::until)))
        .param(Sql.timestamp(former.flatMap(ApiClient.FormerSecret::tokenIssuedAt)))
        .param(Sql.timestamp(client.updatedAt()))
        .param(client.organizationId())
        .param(client.clientId())
        .update();
  }

  void delete(ApiClient client) {
    jdbc.sql("delete from api_clients where organization_id = ? and client_id = ?")
        .params(client.organizationId(), client.clientId())
        .update();
  }

  /** The secret that the settings named last; empty if none was noted. */
  Optional<String> configuredHash(ApiClient client) {
    return jdbc.sql(
            "select configured_hash from api_clients where organization_id = ? and client_id = ?")
        .params(client.organizationId(), client.clientId())
        .query((row, _) -> Optional.ofNullable(row.getString("configured_hash")))
        .single();
  }

  void noteConfigured(ApiClient client, String hash) {
    jdbc.sql(
            """
            update api_clients set configured_hash = ?
            where organization_id = ? and client_id = ?
            """)
        .params(hash, client.organizationId(), client.clientId())
        .update();
  }

  /**
   * Notes when the live token was issued, unless the secret was rotated meanwhile: then the token
   * is one of the former secret, whose time is the one that the rotation took along.
   */
  void tokenIssued(ApiClient client, Instant at) {
    jdbc.sql(
            """
            update api_clients set token_issued_at = ?
            where organization_id = ? and client_id = ? and credential_epoch = ?
            """)
        .params(
            Sql.timestamp(at), client.organizationId(), client.clientId(), client.credentialEpoch())
        .update();
  }

  /** The same of the former secret. */
  void formerTokenIssued(ApiClient client, Instant at) {
    jdbc.sql(
            """
            update api_clients set former_token_issued_at = ?
            where organization_id = ? and client_id = ? and credential_epoch = ?
            """)
        .params(
            Sql.timestamp(at), client.organizationId(), client.clientId(), client.credentialEpoch())
        .update();
  }

  private static ApiClient client(ResultSet row, int number) throws SQLException {
    return new ApiClient(
        row.getObject("organization_id", UUID.class),
        row.getString("client_id"),
        row.getString("client_name"),
        row.getString("secret_hash"),
        row.getBoolean("operator"),
        row.getBoolean("enabled"),
        Scopes.stored(Optional.ofNullable(row.getString("scopes"))),
        row.getLong("credential_epoch"),
        Sql.optionalInstant(row, "token_issued_at"),
        former(row),
        Optional.ofNullable(row.getObject("user_id", UUID.class)),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }

  private static Optional<ApiClient.FormerSecret> former(ResultSet row) throws SQLException {
    String hash = row.getString("former_secret_hash");
    return hash == null
        ? Optional.empty()
        : Optional.of(
            new ApiClient.FormerSecret(
                hash,
                Sql.instant(row, "former_until"),
                Sql.optionalInstant(row, "former_token_issued_at")));
  }
}
