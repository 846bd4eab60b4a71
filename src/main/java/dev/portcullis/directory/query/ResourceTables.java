package dev.portcullis.directory.query;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of users and of groups. */
final class ResourceTables {

  private ResourceTables() {}

  static ResourceTable users(Tenancy tenancy) {
    Map<String, Column> columns = shared("u", "u.user_id", "User", tenancy);
    columns.put("username", TextColumn.folded("u.user_name_key"));
    columns.put("externalid", TextColumn.exact(SqlPart.of("u.external_id_key")));
    columns.put(
        "active",
        TextColumn.exact(
            SqlPart.of(
                "cast(case when u.status = 'DISABLED' then 'false' else 'true' end as code_point_text)")));
    return new ResourceTable(
        "User",
        "users",
        "u",
        ValueTable.USERS,
        tenancy,
        "u.status not in ('PARKED', 'DELETED')",
        columns,
        Set.of("id", "username", "externalid"),
        List.of(Relations.groups(tenancy), Relations.managerNames(tenancy)));
  }

  static ResourceTable groups(Tenancy tenancy) {
    Map<String, Column> columns = shared("g", "g.group_id", "Group", tenancy);
    columns.put("displayname", TextColumn.folded("g.display_name_key"));
    columns.put("externalid", TextColumn.exact(SqlPart.of("g.external_id")));
    return new ResourceTable(
        "Group",
        "groups",
        "g",
        ValueTable.GROUPS,
        tenancy,
        "g.deleted_at is null",
        columns,
        Set.of("id", "displayname", "externalid"),
        List.of(Relations.members(tenancy)));
  }

  private static Map<String, Column> shared(String alias, String id, String type, Tenancy tenancy) {
    Map<String, Column> columns = new HashMap<>();
    columns.put("id", new IdColumn(id, ""));
    columns.put("meta.resourcetype", new ConstantColumn(type));
    columns.put("meta.location", new IdColumn(id, tenancy.locationPrefix() + "/" + type + "s/"));
    columns.put("meta.created", new MomentColumn(alias + ".created_at", ChronoUnit.MILLIS));
    columns.put("meta.lastmodified", new MomentColumn(alias + ".updated_at", ChronoUnit.MILLIS));
    columns.put("meta.version", TextColumn.exact(version(alias)));
    return columns;
  }

  /** The entity tag (RFC 7644 §3.14). */
  private static SqlPart version(String alias) {
    return SqlPart.of(
        "cast('W/\"' || cast(%s.version as varchar(20)) || '\"' as code_point_text)"
            .formatted(alias));
  }
}
