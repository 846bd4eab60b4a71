package dev.portcullis.access;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of permission documents, with every version that ever was. */
@Component
class PermissionRows {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  PermissionRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The newest version; empty while the default document is in force. */
  Optional<VersionedPermissions> newest(UUID organizationId, String blueprint) {
    return jdbc.sql(
            """
            select owner_identifier, version, document from permission_documents
            where organization_id = ? and owner_kind = 'blueprint' and owner_identifier = ?
            order by version desc
            fetch first 1 rows only
            """)
        .params(organizationId, blueprint)
        .query(this::document)
        .optional();
  }

  /** Adds a version; if another transaction added the same, one of the two is run again. */
  void add(Caller caller, VersionedPermissions document, Instant at) {
    jdbc.sql(
            """
            insert into permission_documents
              (organization_id, owner_kind, owner_identifier, version, document, changed_at,
               actor_kind, actor_id, trace_id)
            values (?, 'blueprint', ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            caller.organizationId(),
            document.blueprint(),
            document.version(),
            json.writeValueAsString(document.permissions()),
            Sql.timestamp(at),
            caller.actor().kind(),
            caller.actor().identifier(),
            caller.traceId())
        .update();
  }

  private VersionedPermissions document(ResultSet row, int number) throws SQLException {
    return new VersionedPermissions(
        row.getString("owner_identifier"),
        row.getLong("version"),
        json.readValue(row.getString("document"), BlueprintPermissions.class));
  }
}
