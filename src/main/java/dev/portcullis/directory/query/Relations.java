package dev.portcullis.directory.query;

import java.util.Map;

/** What stands of users and groups in rows of other tables. */
final class Relations {

  private static final String MANAGER =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:manager";

  /** SCIM's words with their group, for a word counts from the last complete statement on. */
  private static final String WORDS =
      "scim_words w join groups wg"
          + " on wg.organization_id = w.organization_id and wg.group_id = w.group_id";

  private static final String IN_FORCE =
      "w.member and (wg.complete_at is null or w.said_at >= wg.complete_at)";

  private Relations() {}

  /** The groups of a user. */
  static Relation groups(Tenancy tenancy) {
    return new Relation(
        "groups",
        WORDS,
        "w.organization_id = u.organization_id and w.user_id = u.user_id",
        tenancy.owns("wg").then(" and wg.deleted_at is null and " + IN_FORCE),
        bounds("w.organization_id = ? and wg.organization_id = ?", tenancy),
        "w.user_id",
        Map.of(
            "groups.value", new IdColumn("wg.group_id", ""),
            "groups.$ref", new IdColumn("wg.group_id", tenancy.locationPrefix() + "/Groups/"),
            "groups.display", TextColumn.folded("wg.display_name_key"),
            "groups.type", new ConstantColumn("direct")));
  }

  /** The members of a group, parked ones included. */
  static Relation members(Tenancy tenancy) {
    return new Relation(
        "members",
        WORDS + " join users m on m.organization_id = w.organization_id and m.user_id = w.user_id",
        "w.organization_id = g.organization_id and w.group_id = g.group_id",
        tenancy.owns("m").then(" and m.status <> 'DELETED' and " + IN_FORCE),
        bounds("w.organization_id = ? and m.organization_id = ?", tenancy),
        "w.group_id",
        Map.of(
            "members.value",
            MemberValueColumn.of(tenancy),
            "members.$ref",
            new IdColumn(
                "(case when m.status <> 'PARKED' then m.user_id end)",
                tenancy.locationPrefix() + "/Users/"),
            "members.display",
            TextColumn.folded("m.user_name_key"),
            "members.type",
            new ConstantColumn("User")));
  }

  /** What a user's manager is called: by display name, else by user name. */
  static Relation managerNames(Tenancy tenancy) {
    String path = MANAGER + ".displayname";
    return new Relation(
        path,
        "user_values w join users m"
            + " on m.organization_id = w.organization_id and m.user_id = w.uuid_value"
            + " left join user_values d on d.organization_id = m.organization_id"
            + " and d.user_id = m.user_id and d.path = 'displayname' and d.leading_value",
        "w.organization_id = u.organization_id and w.user_id = u.user_id",
        tenancy
            .owns("m")
            .then(" and w.path = ? and m.status not in ('PARKED', 'DELETED')", MANAGER + ".value"),
        bounds("w.organization_id = ? and w.connection_id = ?", tenancy, tenancy.connectionId()),
        "w.user_id",
        Map.of(path, TextColumn.folded("coalesce(d.folded_text, m.user_name_key)")));
  }

  private static SqlPart bounds(String condition, Tenancy tenancy) {
    return bounds(condition, tenancy, tenancy.organizationId());
  }

  private static SqlPart bounds(String condition, Tenancy tenancy, Object second) {
    return SqlPart.of(condition, tenancy.organizationId(), second);
  }
}
