package dev.portcullis.access;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** As {@link #newest}, for many at once; one statement. */
  Map<PermissionOwner, DocumentVersion> newest(
      UUID organizationId, Collection<PermissionOwner> owners) {
    List<PermissionOwner> ordered = List.copyOf(owners);
    Map<PermissionOwner, DocumentVersion> newest = new HashMap<>();
    if (!ordered.isEmpty()) {
      jdbc.sql(
              """
              select d.owner_kind, d.owner_identifier, d.version, d.document, d.changed_at,
                     d.actor_kind, d.actor_id, d.trace_id
              from unnest(cast(? as uuid array), cast(? as varchar array), cast(? as varchar array))
                as s(organization_id, owner_kind, owner_identifier)
              join permission_documents d
                on d.organization_id = s.organization_id and d.owner_kind = s.owner_kind
               and d.owner_identifier = s.owner_identifier
              where d.version = (
                select max(n.version) from permission_documents n
                where n.organization_id = d.organization_id and n.owner_kind = d.owner_kind
                  and n.owner_identifier = d.owner_identifier)
              """)
          .params(
              Sql.repeated("uuid", organizationId, ordered),
              Sql.array("varchar", ordered.stream().map(o -> o.kind().wireName()).toList()),
              Sql.array("varchar", ordered.stream().map(PermissionOwner::identifier).toList()))
          .query(row -> {
            newest.put(owner(row), version(row, 0));
          });
    }
    return newest;
  }

  private static PermissionOwner owner(ResultSet row) throws SQLException {
    String kind = row.getString("owner_kind");
    return new PermissionOwner(
        Arrays.stream(PermissionOwner.Kind.values())
            .filter(known -> known.wireName().equals(kind))
            .findFirst()
            .orElseThrow(),
        row.getString("owner_identifier"));
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

  /** Gives every version of an owner to the same under another identifier. */
  void rename(UUID organizationId, PermissionOwner owner, String identifier) {
    jdbc.sql(
            """
            update permission_documents set owner_identifier = ?
            where organization_id = ? and owner_kind = ? and owner_identifier = ?
            """)
        .params(identifier, organizationId, owner.kind().wireName(), owner.identifier())
        .update();
  }

  /** The newest version of every document that was ever changed. */
  Map<PermissionOwner, DocumentVersion> everyNewest(UUID organizationId) {
    Map<PermissionOwner, DocumentVersion> newest = new HashMap<>();
    jdbc.sql(
            """
            select d.owner_kind, d.owner_identifier, d.version, d.document, d.changed_at,
                   d.actor_kind, d.actor_id, d.trace_id
            from permission_documents d
            where d.organization_id = ? and d.version = (
              select max(n.version) from permission_documents n
              where n.organization_id = d.organization_id and n.owner_kind = d.owner_kind
                and n.owner_identifier = d.owner_identifier)
            """)
        .param(organizationId)
        .query(row -> {
          newest.put(owner(row), version(row, 0));
        });
    return newest;
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
        Optional.of(
            new DocumentVersion.Writing(
                Sql.instant(row, "changed_at"),
                row.getString("actor_kind"),
                row.getString("actor_id"),
                row.getString("trace_id"))),
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
