package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.directory.MembershipPreview.Change;
import dev.portcullis.organization.Sql;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what previews compare and show. */
@Component
class PreviewRows {

  private final JdbcClient jdbc;

  PreviewRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One person's membership of one group. */
  record Pair(UUID userId, UUID groupId) implements Comparable<Pair> {

    @Override
    public int compareTo(Pair other) {
      return Comparator.comparing(Pair::groupId).thenComparing(Pair::userId).compare(this, other);
    }
  }

  /** Every name on which the filter has a verdict. */
  List<String> judged(Connection connection) {
    return jdbc.sql(
            """
            select name from claimed_names where organization_id = ? and connection_id = ?
            """)
        .params(connection.organizationId(), connection.id())
        .query((row, _) -> row.getString("name"))
        .list();
  }

  /** The names of groups that are there, and names in claims; in order. */
  List<String> known(Connection connection) {
    return jdbc.sql(
            """
            select g.display_name as name from groups g
            where g.organization_id = :organization and g.connection_id = :connection
              and g.deleted_at is null
            union
            select c.name from claim_names c
            where c.organization_id = :organization and c.connection_id = :connection
            order by name
            """)
        .param("organization", connection.organizationId())
        .param("connection", connection.id())
        .query((row, _) -> row.getString("name"))
        .list();
  }

  /** Who belongs to groups that ever bore one of these names. */
  List<Pair> members(Connection connection, List<String> names, int most) {
    if (names.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select distinct m.user_id, m.group_id from memberships m
            where m.organization_id = ? and m.group_id in (
              select b.group_id
              from unnest(cast(? as uuid array), cast(? as uuid array), cast(? as varchar array))
                as s(organization_id, connection_id, name)
              join group_names b on b.organization_id = s.organization_id
                and b.connection_id = s.connection_id and b.name = s.name)
            fetch first ? rows only
            """)
        .params(
            connection.organizationId(),
            Sql.repeated("uuid", connection.organizationId(), names),
            Sql.repeated("uuid", connection.id(), names),
            Sql.array("varchar", names),
            most)
        .query((row, _) ->
            new Pair(row.getObject("user_id", UUID.class), row.getObject("group_id", UUID.class)))
        .list();
  }

  /** The same with the names of people and teams. */
  List<Change> described(Connection connection, List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select s.user_id, h.handle, g.identifier, g.shown_name
            from unnest(cast(? as uuid array), cast(? as uuid array), cast(? as uuid array))
              as s(organization_id, user_id, group_id)
            join groups g on g.organization_id = s.organization_id and g.group_id = s.group_id
            left join handles h on h.organization_id = s.organization_id
              and h.user_id = s.user_id and h.borne
            order by g.identifier, s.user_id
            """)
        .params(
            Sql.repeated("uuid", connection.organizationId(), pairs),
            Sql.array("uuid", pairs.stream().map(Pair::userId).toList()),
            Sql.array("uuid", pairs.stream().map(Pair::groupId).toList()))
        .query((row, _) ->
            new Change(
                row.getObject("user_id", UUID.class),
                Optional.ofNullable(row.getString("handle")),
                row.getString("identifier"),
                row.getString("shown_name")))
        .list();
  }
}
