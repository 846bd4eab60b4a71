package dev.portcullis.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of API clients. */
@Component
class ApiClients {

  private static final String COLUMNS =
      "organization_id, client_id, secret_hash, operator, credential_epoch, token_issued_at";

  private final JdbcClient jdbc;

  ApiClients(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(ApiClient client, Instant now) {
    jdbc.sql(
            """
            insert into api_clients
              (organization_id, client_id, secret_hash, operator, credential_epoch, created_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            client.organizationId(),
            client.clientId(),
            client.secretHash(),
            client.operator(),
            client.credentialEpoch(),
            Sql.timestamp(now))
        .update();
  }

  /** Finds a client by its id alone: this is where a credential's organization comes from. */
  Optional<ApiClient> find(String clientId) {
    return jdbc.sql("select " + COLUMNS + " from api_clients where client_id = ?")
        .param(clientId)
        .query(ApiClients::client)
        .optional();
  }

  Optional<ApiClient> operatorOf(UUID organizationId) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from api_clients where organization_id = ? and operator"
                + " order by created_at fetch first 1 row only")
        .param(organizationId)
        .query(ApiClients::client)
        .optional();
  }

  void changeSecret(ApiClient client, String secretHash) {
    jdbc.sql(
            """
            update api_clients
            set secret_hash = ?, credential_epoch = credential_epoch + 1, token_issued_at = null
            where organization_id = ? and client_id = ?
            """)
        .params(secretHash, client.organizationId(), client.clientId())
        .update();
  }

  void tokenIssued(ApiClient client, Instant at) {
    jdbc.sql(
            """
            update api_clients set token_issued_at = ?
            where organization_id = ? and client_id = ?
            """)
        .params(Sql.timestamp(at), client.organizationId(), client.clientId())
        .update();
  }

  private static ApiClient client(ResultSet row, int number) throws SQLException {
    return new ApiClient(
        row.getObject("organization_id", UUID.class),
        row.getString("client_id"),
        row.getString("secret_hash"),
        row.getBoolean("operator"),
        row.getLong("credential_epoch"),
        Sql.optionalInstant(row, "token_issued_at"));
  }
}
