package dev.portcullis.directory;

import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads people and teams of an organization many at once. */
@Component
class PeopleRows {

  private static final String ENABLED =
      "case when c.connection_id is null or (c.enabled and c.deleted_at is null)"
          + " then true else false end";

  private static final String CONNECTION =
      " left join connections c on c.organization_id = u.organization_id"
          + " and c.connection_id = u.connection_id ";

  private final JdbcClient jdbc;
  private final UserRow row;
  private final MembershipRows memberships;

  PeopleRows(JdbcClient jdbc, UserRow row, MembershipRows memberships) {
    this.jdbc = jdbc;
    this.row = row;
    this.memberships = memberships;
  }

  /** At most so many people; three statements. */
  List<Person> people(UUID organizationId, int limit) {
    Map<UUID, List<Belonging>> belongings = memberships.all(organizationId);
    return jdbc.sql(
            "select "
                + UserRow.COLUMNS
                + ", h.handle, "
                + ENABLED
                + " as connection_enabled from users u"
                + CONNECTION
                + "left join handles h on h.organization_id = u.organization_id"
                + " and h.user_id = u.user_id and h.borne where u.organization_id = ?"
                + Users.VISIBLE
                + " order by u.user_id fetch first "
                + limit
                + " rows only")
        .param(organizationId)
        .query((found, number) -> person(found, number, belongings))
        .list();
  }

  private Person person(ResultSet found, int number, Map<UUID, List<Belonging>> belongings)
      throws SQLException {
    User user = row.mapRow(found, number);
    return new Person(
        user,
        Optional.ofNullable(found.getString("handle")),
        found.getBoolean("connection_enabled"),
        belongings.getOrDefault(user.id(), List.of()));
  }

  /** At most so many teams. */
  List<Team> teams(UUID organizationId, int limit) {
    return jdbc.sql(
            """
            select group_id, connection_id, display_name, identifier, shown_name from groups
            where organization_id = ? and deleted_at is null order by group_id fetch first
            """
                + limit
                + " rows only")
        .param(organizationId)
        .query(PeopleRows::team)
        .list();
  }

  /** Whether somebody who may act holds the role Admin by hand. */
  boolean hasAdminByHand(UUID organizationId) {
    return jdbc.sql(
                "select count(*) from users u"
                    + CONNECTION
                    + "where u.organization_id = ? and u.role_by_hand = 'Admin'"
                    + " and u.status in ('ACTIVE', 'STAGED', 'INVITED') and "
                    + ENABLED)
            .param(organizationId)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Whether somebody who may act belongs to one of these groups. */
  boolean hasMember(UUID organizationId, Collection<UUID> groupIds) {
    return !groupIds.isEmpty()
        && jdbc.sql(
                    "select count(*) from unnest(cast(? as uuid array), cast(? as uuid array))"
                        + " as s(organization_id, group_id) join memberships m"
                        + " on m.organization_id = s.organization_id and m.group_id = s.group_id"
                        + " join users u on u.organization_id = m.organization_id"
                        + " and u.user_id = m.user_id"
                        + CONNECTION
                        + "where u.status in ('ACTIVE', 'STAGED', 'INVITED') and "
                        + ENABLED)
                .params(Sql.repeated("uuid", organizationId, groupIds), Sql.array("uuid", groupIds))
                .query(Long.class)
                .single()
            > 0;
  }

  private static Team team(ResultSet found, int number) throws SQLException {
    return new Team(
        found.getObject("group_id", UUID.class),
        Optional.ofNullable(found.getObject("connection_id", UUID.class)),
        found.getString("display_name"),
        found.getString("identifier"),
        found.getString("shown_name"));
  }
}
