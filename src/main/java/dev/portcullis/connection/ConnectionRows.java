package dev.portcullis.connection;

import dev.portcullis.organization.ApplicationUses;
import dev.portcullis.organization.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of connections. */
@Component
class ConnectionRows implements ApplicationUses {

  private final JdbcClient jdbc;

  ConnectionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Connection> named(UUID organizationId, String name) {
    return jdbc.sql(
            "select "
                + ConnectionRow.COLUMNS
                + " from connections c where organization_id = ? and name_in_use = ?")
        .params(organizationId, name)
        .query(ConnectionRow::connection)
        .optional();
  }

  /** As {@link #named}, and no other transaction changes it until this one ends. */
  Optional<Connection> locked(UUID organizationId, String name) {
    return jdbc.sql(
            "select "
                + ConnectionRow.COLUMNS
                + " from connections c where organization_id = ? and name_in_use = ? for update")
        .params(organizationId, name)
        .query(ConnectionRow::connection)
        .optional();
  }

  Optional<Connection> find(UUID organizationId, UUID connectionId) {
    return jdbc.sql(
            "select "
                + ConnectionRow.COLUMNS
                + " from connections c where organization_id = ? and connection_id = ?"
                + " and deleted_at is null")
        .params(organizationId, connectionId)
        .query(ConnectionRow::connection)
        .optional();
  }

  /** In whichever organization: no two have one id. */
  Optional<Connection> identified(UUID connectionId) {
    return jdbc.sql(
            "select "
                + ConnectionRow.COLUMNS
                + " from connections c where connection_id = ? and deleted_at is null")
        .param(connectionId)
        .query(ConnectionRow::connection)
        .optional();
  }

  Optional<Connection> lockedById(UUID organizationId, UUID connectionId) {
    return jdbc.sql(
            "select "
                + ConnectionRow.COLUMNS
                + " from connections c where organization_id = ? and connection_id = ?"
                + " and deleted_at is null for update")
        .params(organizationId, connectionId)
        .query(ConnectionRow::connection)
        .optional();
  }

  List<Connection> all(UUID organizationId) {
    return jdbc.sql(
            "select "
                + ConnectionRow.COLUMNS
                + " from connections c where organization_id = ? and deleted_at is null"
                + " order by name")
        .param(organizationId)
        .query(ConnectionRow::connection)
        .list();
  }

  @Override
  public List<String> connectionsNaming(UUID organizationId, String clientId) {
    return jdbc.sql(
            """
            select name from connections
            where organization_id = ? and application = ? and deleted_at is null order by name
            """)
        .params(organizationId, clientId)
        .query((row, _) -> row.getString("name"))
        .list();
  }

  void insert(Connection connection, @Nullable String sealedSecret) {
    jdbc.sql(
            """
            insert into connections
              (organization_id, connection_id, name_in_use, created_at, version, name, issuer,
               client_id, sealed_client_secret, scopes, application, groups_claim,
               claim_separator, claim_covers, absent_claim, filter_type, filter_value,
               except_type, except_value, dialect, provisioning, enabled, session_idle_seconds,
               session_max_seconds, updated_at)
            values
              (:organization, :id, :name, :createdAt, :version, :name, :issuer, :clientId,
               :secret, :scopes, :application, :groupsClaim, :separator, :covers, :absent,
               :filterType, :filterValue, :exceptType, :exceptValue, :dialect, :provisioning,
               :enabled, :idle, :max, :updatedAt)
            """)
        .param("createdAt", Sql.timestamp(connection.createdAt()))
        .params(ConnectionRow.columns(connection, sealedSecret))
        .update();
  }

  void update(Connection connection, @Nullable String sealedSecret) {
    jdbc.sql(
            """
            update connections set
              name = :name, name_in_use = :name, version = :version, issuer = :issuer,
              client_id = :clientId, sealed_client_secret = :secret, scopes = :scopes,
              application = :application, groups_claim = :groupsClaim,
              claim_separator = :separator, claim_covers = :covers, absent_claim = :absent,
              filter_type = :filterType, filter_value = :filterValue, except_type = :exceptType,
              except_value = :exceptValue, dialect = :dialect, provisioning = :provisioning,
              enabled = :enabled, session_idle_seconds = :idle, session_max_seconds = :max,
              updated_at = :updatedAt
            where organization_id = :organization and connection_id = :id
            """)
        .params(ConnectionRow.columns(connection, sealedSecret))
        .update();
  }

  Optional<String> sealedSecret(Connection connection) {
    return jdbc.sql(
            """
            select sealed_client_secret from connections
            where organization_id = ? and connection_id = ? and sealed_client_secret is not null
            """)
        .params(connection.organizationId(), connection.id())
        .query(String.class)
        .optional();
  }

  void delete(Connection connection, Instant at) {
    jdbc.sql(
            """
            update connections
            set deleted_at = ?, name_in_use = null, sealed_client_secret = null,
                version = version + 1
            where organization_id = ? and connection_id = ?
            """)
        .params(Sql.timestamp(at), connection.organizationId(), connection.id())
        .update();
  }
}
