package dev.portcullis.directory;

import dev.portcullis.attribute.PlainText;
import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads groups as the teams that Admins see and edit. */
@Component
class TeamRows {

  private static final String SELECT =
      """
      select g.group_id, g.connection_id, g.display_name, g.identifier, g.shown_name,
             c.name as connection, g.description, g.created_at, g.updated_at
      from groups g
      left join connections c
        on c.organization_id = g.organization_id and c.connection_id = g.connection_id
      where g.organization_id = ? and g.deleted_at is null
      """;

  private final JdbcClient jdbc;
  private final UserRow row;

  TeamRows(JdbcClient jdbc, UserRow row) {
    this.jdbc = jdbc;
    this.row = row;
  }

  /** All teams in order of their names. */
  List<TeamAccount> all(UUID organizationId) {
    return jdbc.sql(SELECT + " order by g.shown_name, g.group_id")
        .param(organizationId)
        .query(TeamRows::account)
        .list();
  }

  Optional<TeamAccount> find(UUID organizationId, UUID groupId) {
    return jdbc.sql(SELECT + " and g.group_id = ?")
        .params(organizationId, groupId)
        .query(TeamRows::account)
        .optional();
  }

  Optional<TeamAccount> find(UUID organizationId, TeamReference reference) {
    return switch (reference) {
      case TeamReference.Named(String name) ->
          found(organizationId, " and g.shown_name_in_use = ?", name);
      case TeamReference.Identified(String identifier) ->
          found(
              organizationId,
              """
               and g.group_id = (
                select t.group_id from team_identifiers t
                where t.organization_id = g.organization_id and t.identifier = ?)
              """,
              identifier);
    };
  }

  private Optional<TeamAccount> found(UUID organizationId, String condition, String text) {
    return PlainText.isPlain(text)
        ? jdbc.sql(SELECT + condition)
            .params(organizationId, text)
            .query(TeamRows::account)
            .optional()
        : Optional.empty();
  }

  /** As {@link #find}, for many identifiers at once, by those asked for; one statement. */
  Map<String, TeamAccount> identified(UUID organizationId, Collection<String> identifiers) {
    Map<String, TeamAccount> teams = new HashMap<>();
    for (List<String> lot : Sql.lots(identifiers)) {
      jdbc.sql(
              """
              select s.identifier as asked, g.group_id, g.connection_id, g.display_name,
                     g.identifier, g.shown_name, c.name as connection, g.description,
                     g.created_at, g.updated_at
              from unnest(cast(? as uuid array), cast(? as varchar array))
                as s(organization_id, identifier)
              join team_identifiers t
                on t.organization_id = s.organization_id and t.identifier = s.identifier
              join groups g on g.organization_id = t.organization_id and g.group_id = t.group_id
              left join connections c
                on c.organization_id = g.organization_id and c.connection_id = g.connection_id
              where g.deleted_at is null
              """)
          .params(Sql.repeated("uuid", organizationId, lot), Sql.array("varchar", lot))
          .query(found -> {
            teams.put(found.getString("asked"), account(found, 0));
          });
    }
    return teams;
  }

  /** Who belongs to each of these teams, in order of their ids; one statement. */
  Map<UUID, List<TeamMember>> members(UUID organizationId, Collection<UUID> groupIds) {
    Map<UUID, List<TeamMember>> members = new HashMap<>();
    for (List<UUID> lot : Sql.lots(groupIds)) {
      jdbc.sql(
              "select m.group_id, h.handle, "
                  + UserRow.COLUMNS
                  + """
                   from (
                    select distinct m.organization_id, m.group_id, m.user_id
                    from unnest(cast(? as uuid array), cast(? as uuid array))
                      as s(organization_id, group_id)
                    join memberships m
                      on m.organization_id = s.organization_id and m.group_id = s.group_id) m
                  join users u on u.organization_id = m.organization_id and u.user_id = m.user_id
                  left join handles h on h.organization_id = u.organization_id
                    and h.user_id = u.user_id and h.borne
                  order by u.user_id
                  """)
          .params(Sql.repeated("uuid", organizationId, lot), Sql.array("uuid", lot))
          .query(found -> {
            members
                .computeIfAbsent(found.getObject("group_id", UUID.class), _ -> new ArrayList<>())
                .add(
                    new TeamMember(
                        row.mapRow(found, 0), Optional.ofNullable(found.getString("handle"))));
          });
    }
    return members;
  }

  /** How many belong to each of these teams, of those to which somebody does; one statement. */
  Map<UUID, Long> sizes(UUID organizationId, Collection<UUID> groupIds) {
    Map<UUID, Long> sizes = new HashMap<>();
    for (List<UUID> lot : Sql.lots(groupIds)) {
      jdbc.sql(
              """
              select m.group_id, count(distinct m.user_id) as members
              from unnest(cast(? as uuid array), cast(? as uuid array))
                as s(organization_id, group_id)
              join memberships m
                on m.organization_id = s.organization_id and m.group_id = s.group_id
              group by m.group_id
              """)
          .params(Sql.repeated("uuid", organizationId, lot), Sql.array("uuid", lot))
          .query(found -> {
            sizes.put(found.getObject("group_id", UUID.class), found.getLong("members"));
          });
    }
    return sizes;
  }

  void describe(UUID organizationId, UUID groupId, Optional<String> description) {
    jdbc.sql("update groups set description = ? where organization_id = ? and group_id = ?")
        .param(description.orElse(null))
        .param(organizationId)
        .param(groupId)
        .update();
  }

  private static TeamAccount account(ResultSet found, int number) throws SQLException {
    return new TeamAccount(
        new Team(
            found.getObject("group_id", UUID.class),
            Optional.ofNullable(found.getObject("connection_id", UUID.class)),
            found.getString("display_name"),
            found.getString("identifier"),
            found.getString("shown_name")),
        Optional.ofNullable(found.getString("connection")),
        Optional.ofNullable(found.getString("description")),
        Sql.instant(found, "created_at"),
        Sql.instant(found, "updated_at"));
  }
}
