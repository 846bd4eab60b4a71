package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whom SCIM calls members, which is what SCIM's own reads show. */
@Component
class ScimMembers {

  /** A word in force counts from the group's last complete statement on. */
  private static final String IN_FORCE =
      " w.member and (g.complete_at is null or w.said_at >= g.complete_at) ";

  private final JdbcClient jdbc;
  private final GroupRow row;

  ScimMembers(JdbcClient jdbc, GroupRow row) {
    this.jdbc = jdbc;
    this.row = row;
  }

  /** Everybody whom SCIM calls a member of a group; for a complete statement's delta alone. */
  List<UUID> of(Group group) {
    return pairs(group.organizationId(), List.of(group.id())).stream().map(Pair::userId).toList();
  }

  /** Whom SCIM calls a member of which group. */
  private record Pair(UUID groupId, UUID userId) {}

  private List<Pair> pairs(UUID organizationId, Collection<UUID> groupIds) {
    return jdbc.sql(
            "select w.group_id, w.user_id"
                + " from unnest(cast(? as uuid array), cast(? as uuid array))"
                + " as s(organization_id, group_id) join groups g"
                + " on g.organization_id = s.organization_id and g.group_id = s.group_id"
                + " join scim_words w"
                + " on w.organization_id = s.organization_id and w.group_id = s.group_id where"
                + IN_FORCE
                + "order by w.group_id, w.user_id")
        .params(Sql.repeated("uuid", organizationId, groupIds), Sql.array("uuid", groupIds))
        .query((row, _) ->
            new Pair(row.getObject("group_id", UUID.class), row.getObject("user_id", UUID.class)))
        .list();
  }

  /**
   * The members of groups of a connection, in order of their ids. Two statements instead of a join:
   * until it has gathered statistics, PostgreSQL may join many members to users by reading all of
   * them for each.
   */
  Map<UUID, List<Member>> membersOf(Connection connection, Collection<UUID> groupIds) {
    List<Pair> pairs = pairs(connection.organizationId(), groupIds);
    Map<UUID, Member> members =
        members(connection, pairs.stream().map(Pair::userId).distinct().toList());
    Map<UUID, List<Member>> byGroup = new LinkedHashMap<>();
    pairs.stream()
        .filter(pair -> members.containsKey(pair.userId()))
        .forEach(pair ->
            byGroup
                .computeIfAbsent(pair.groupId(), _ -> new ArrayList<>())
                .add(members.get(pair.userId())));
    return byGroup;
  }

  /** The users whom values mean, as members; values that mean nobody are left out. */
  Map<String, Member> named(
      Connection connection, ScimWords words, Group group, Collection<String> values) {
    Map<String, UUID> ids = new HashMap<>();
    for (ScimWords.Named one : words.named(connection, group, values)) {
      if (one.byId() || !ids.containsKey(one.value())) {
        ids.put(one.value(), one.userId());
      }
    }
    Map<UUID, Member> members = members(connection, ids.values().stream().distinct().toList());
    Map<String, Member> named = new HashMap<>();
    ids.forEach((value, id) -> {
      if (members.containsKey(id)) {
        named.put(value, members.get(id));
      }
    });
    return named;
  }

  private Map<UUID, Member> members(Connection connection, List<UUID> userIds) {
    Map<UUID, Member> members = new HashMap<>();
    for (List<UUID> lot : Sql.lots(userIds)) {
      put(members, connection, lot);
    }
    return members;
  }

  private void put(Map<UUID, Member> members, Connection connection, List<UUID> userIds) {
    jdbc.sql(
            """
            select u.user_id, u.status, u.user_name, u.external_id
            from unnest(cast(? as uuid array), cast(? as uuid array), cast(? as uuid array))
              as s(organization_id, connection_id, user_id)
            join users u on u.organization_id = s.organization_id
              and u.connection_id = s.connection_id and u.user_id = s.user_id
            where u.status <> 'DELETED'
            """)
        .params(
            Sql.repeated("uuid", connection.organizationId(), userIds),
            Sql.repeated("uuid", connection.id(), userIds),
            Sql.array("uuid", userIds))
        .query(row -> {
          boolean parked = UserStatus.PARKED.name().equals(row.getString("status"));
          members.put(
              row.getObject("user_id", UUID.class),
              new Member(
                  parked ? row.getString("external_id") : row.getString("user_id"),
                  Optional.ofNullable(row.getString("user_name")),
                  parked));
        });
  }

  Map<UUID, List<Group>> groupsOf(Connection connection, Collection<UUID> userIds) {
    Map<UUID, List<Group>> groups = new LinkedHashMap<>();
    jdbc.sql(
            "select w.user_id as member_id, "
                + GroupRow.COLUMNS
                + " from unnest(cast(? as uuid array), cast(? as uuid array))"
                + " as s(organization_id, user_id) join scim_words w"
                + " on w.organization_id = s.organization_id and w.user_id = s.user_id"
                + " join groups g"
                + " on g.organization_id = w.organization_id and g.group_id = w.group_id"
                + " where g.connection_id = ? and g.deleted_at is null and"
                + IN_FORCE
                + "order by w.user_id, g.display_name")
        .params(
            Sql.repeated("uuid", connection.organizationId(), userIds),
            Sql.array("uuid", userIds),
            connection.id())
        .query(found -> {
          groups
              .computeIfAbsent(found.getObject("member_id", UUID.class), _ -> new ArrayList<>())
              .add(row.mapRow(found, 0));
        });
    return groups;
  }
}
