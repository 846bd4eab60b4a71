package dev.portcullis.access;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of permission documents, with every version that ever was. */
@Component
class PermissionRows {

  private static final String SELECT =
      """
      select owner_kind, version, document, changed_at, actor_kind, actor_id, trace_id
      from permission_documents
      where organization_id = ? and owner_kind = ? and owner_identifier = ?
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  PermissionRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The newest version; empty while the default document is in force. */
  Optional<DocumentVersion> newest(UUID organizationId, PermissionOwner owner) {
    return jdbc.sql(SELECT + "order by version desc fetch first 1 rows only")
        .params(organizationId, owner.kind().wireName(), owner.identifier())
        .query(this::version)
        .optional();
  }

  /** One version. */
  Optional<DocumentVersion> version(UUID organizationId, PermissionOwner owner, long version) {
    return jdbc.sql(SELECT + "and version = ?")
        .params(organizationId, owner.kind().wireName(), owner.identifier(), version)
        .query(this::version)
        .optional();
  }

  /** All versions, the newest first. */
  List<DocumentVersion> all(UUID organizationId, PermissionOwner owner) {
    return jdbc.sql(SELECT + "order by version desc")
        .params(organizationId, owner.kind().wireName(), owner.identifier())
        .query(this::version)
        .list();
  }

  /** Adds a version; if another transaction added the same, one of the two is run again. */
  void add(Caller caller, VersionedPermissions document, Instant at) {
    jdbc.sql(
            """
            insert into permission_documents
              (organization_id, owner_kind, owner_identifier, version, document, changed_at,
               actor_kind, actor_id, trace_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            caller.organizationId(),
            document.owner().kind().wireName(),
            document.owner().identifier(),
            document.version(),
            json.writeValueAsString(document.permissions()),
            Sql.timestamp(at),
            caller.actor().kind(),
            caller.actor().identifier(),
            caller.traceId())
        .update();
  }

  /** Forgets every version of an owner that is no more. */
  void delete(UUID organizationId, PermissionOwner owner) {
    jdbc.sql(
            """
            delete from permission_documents
            where organization_id = ? and owner_kind = ? and owner_identifier = ?
            """)
        .params(organizationId, owner.kind().wireName(), owner.identifier())
        .update();
  }

  private DocumentVersion version(ResultSet row, int number) throws SQLException {
    return new DocumentVersion(
        row.getLong("version"),
        Sql.instant(row, "changed_at"),
        row.getString("actor_kind"),
        row.getString("actor_id"),
        row.getString("trace_id"),
        json.readValue(row.getString("document"), type(row.getString("owner_kind"))));
  }

  private static Class<? extends PermissionDocument> type(String ownerKind) {
    return switch (ownerKind) {
      case "blueprint" -> BlueprintPermissions.class;
      case "action" -> ActionPermissions.class;
      case "page" -> PagePermissions.class;
      default -> throw new IllegalStateException("no owner of this kind: " + ownerKind);
    };
  }
}
