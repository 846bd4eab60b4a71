package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Reads whom SCIM calls members, which is what SCIM's own reads show. */
@Component
class ScimMembers {

  /** A word in force counts from the group's last complete statement on. */
  private static final String IN_FORCE =
      " w.member and (g.complete_at is null or w.said_at >= g.complete_at) ";

  private final JdbcClient jdbc;

  ScimMembers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Everybody whom SCIM calls a member of a group; for a complete statement's delta alone. */
  List<UUID> of(Group group) {
    return jdbc.sql(
            "select w.user_id from scim_words w join groups g"
                + " on g.organization_id = w.organization_id and g.group_id = w.group_id"
                + " join users u on u.organization_id = w.organization_id and u.user_id = w.user_id"
                + " where w.organization_id = ? and w.group_id = ? and u.status <> 'DELETED' and"
                + IN_FORCE)
        .params(group.organizationId(), group.id())
        .query((row, _) -> row.getObject("user_id", UUID.class))
        .list();
  }

  Map<UUID, List<Member>> membersOf(Connection connection, Collection<UUID> groupIds) {
    Map<UUID, List<Member>> members = new LinkedHashMap<>();
    jdbc.sql(
            "select w.group_id, u.user_id, u.status, u.user_name, u.external_id"
                + " from scim_words w join groups g"
                + " on g.organization_id = w.organization_id and g.group_id = w.group_id"
                + " join users u on u.organization_id = w.organization_id and u.user_id = w.user_id"
                + " where w.organization_id = ? and w.group_id = any(?) and g.connection_id = ?"
                + " and u.status <> 'DELETED' and"
                + IN_FORCE
                + "order by w.group_id, w.user_id")
        .params(
            connection.organizationId(),
            new SqlArrayValue("uuid", groupIds.toArray()),
            connection.id())
        .query(row -> {
          boolean parked = UserStatus.PARKED.name().equals(row.getString("status"));
          Member member =
              new Member(
                  parked ? row.getString("external_id") : row.getString("user_id"),
                  Optional.ofNullable(row.getString("user_name")),
                  parked);
          members
              .computeIfAbsent(row.getObject("group_id", UUID.class), _ -> new ArrayList<>())
              .add(member);
        });
    return members;
  }

  Map<UUID, List<Group>> groupsOf(Connection connection, Collection<UUID> userIds) {
    Map<UUID, List<Group>> groups = new LinkedHashMap<>();
    jdbc.sql(
            "select w.user_id, g.organization_id, g.group_id, g.connection_id, g.display_name,"
                + " g.external_id, g.identifier, g.shown_name, g.scim_managed_since, g.version,"
                + " g.created_at, g.updated_at from scim_words w join groups g"
                + " on g.organization_id = w.organization_id and g.group_id = w.group_id"
                + " where w.organization_id = ? and w.user_id = any(?) and g.connection_id = ?"
                + " and g.deleted_at is null and"
                + IN_FORCE
                + "order by w.user_id, g.display_name")
        .params(
            connection.organizationId(),
            new SqlArrayValue("uuid", userIds.toArray()),
            connection.id())
        .query(row -> {
          groups
              .computeIfAbsent(row.getObject("user_id", UUID.class), _ -> new ArrayList<>())
              .add(Groups.group(row, 0));
        });
    return groups;
  }
}
