package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads where SCIM's words and claims disagree. */
@Component
class DriftRows {

  /** Whom to look at, as {@code s}. */
  private static final String PEOPLE =
      """
      from unnest(cast(:organizations as uuid array), cast(:people as uuid array))
        as s(organization_id, user_id)
      join users u on u.organization_id = s.organization_id and u.user_id = s.user_id
      """;

  /** SCIM says member, and a newer complete claim lacks a name that the filter lets through. */
  private static final String LACKED =
      """
      select u.user_id, g.group_id, g.identifier, b.name, true as member, w.said_at, w.trace_id,
             k.claimed_at
      """
          + PEOPLE
          + """
          join claims k on k.organization_id = u.organization_id and k.user_id = u.user_id
          join scim_words w on w.organization_id = u.organization_id and w.user_id = u.user_id
            and w.member and w.said_at < k.claimed_at
          join groups g on g.organization_id = w.organization_id and g.group_id = w.group_id
            and g.deleted_at is null and (g.complete_at is null or w.said_at >= g.complete_at)
          join group_names b on b.organization_id = g.organization_id and b.group_id = g.group_id
            and not b.inherited and b.borne_from <= k.claimed_at
            and (b.borne_until is null or b.borne_until > k.claimed_at)
          join claimed_names n on n.organization_id = b.organization_id
            and n.connection_id = b.connection_id and n.name = b.name and n.matches
          where not exists (
            select 1 from claim_names c
            where c.organization_id = u.organization_id and c.user_id = u.user_id
              and c.name = b.name and c.claimed_at >= k.claimed_at)
          """;

  /** SCIM took the person out, and a newer claim says member. */
  private static final String CLAIMED =
      """
      select u.user_id, g.group_id, g.identifier, m.claimed_name as name, false as member,
             case when w.said_at is not null
                and (g.complete_at is null or w.said_at >= g.complete_at)
               then w.said_at else g.complete_at end as said_at,
             case when g.complete_at is null or w.said_at >= g.complete_at
               then w.trace_id end as trace_id,
             m.since as claimed_at
      """
          + PEOPLE
          + """
          join memberships m on m.organization_id = u.organization_id and m.user_id = u.user_id
            and m.claimed_name is not null
          join groups g on g.organization_id = m.organization_id and g.group_id = m.group_id
          left join scim_words w on w.organization_id = m.organization_id
            and w.group_id = m.group_id and w.user_id = m.user_id
          where (w.said_at is not null and not w.member
                 and (g.complete_at is null or w.said_at >= g.complete_at))
             or (g.complete_at is not null and (w.said_at is null or w.said_at < g.complete_at)
                 and (w.said_at is not null or u.scim_managed_since <= g.complete_at))
          """;

  private final JdbcClient jdbc;

  DriftRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** People of a connection with a claim, in order of ids. */
  List<UUID> people(Connection connection, UUID after, int most) {
    return jdbc.sql(
            """
            select u.user_id from users u
            where u.organization_id = ? and u.connection_id = ? and u.user_id > ?
              and u.status not in ('PARKED', 'DELETED')
              and (exists (select 1 from claims k
                     where k.organization_id = u.organization_id and k.user_id = u.user_id)
                or exists (select 1 from claim_names c
                     where c.organization_id = u.organization_id and c.user_id = u.user_id))
            order by u.user_id fetch first ? rows only
            """)
        .params(connection.organizationId(), connection.id(), after, most)
        .query((row, _) -> row.getObject("user_id", UUID.class))
        .list();
  }

  List<Drift> of(Connection connection, List<UUID> people) {
    boolean covers = connection.settings().claim().covers();
    return jdbc.sql(
            "select d.user_id, d.group_id, d.identifier, d.name, d.member, d.said_at, d.trace_id,"
                + " d.claimed_at, h.handle from ("
                + LACKED
                + " union all "
                + CLAIMED
                + """
                ) d left join handles h on h.organization_id = :organization
                  and h.user_id = d.user_id and h.borne
                order by d.user_id, d.identifier, d.name
                """)
        .param("organizations", Sql.repeated("uuid", connection.organizationId(), people))
        .param("people", Sql.array("uuid", people))
        .param("organization", connection.organizationId())
        .query((row, _) -> drift(row, covers))
        .list();
  }

  private static Drift drift(ResultSet row, boolean covers) throws SQLException {
    boolean member = row.getBoolean("member");
    return new Drift(
        row.getObject("user_id", UUID.class),
        Optional.ofNullable(row.getString("handle")),
        row.getObject("group_id", UUID.class),
        row.getString("identifier"),
        row.getString("name"),
        member,
        Sql.instant(row, "said_at"),
        Optional.ofNullable(row.getString("trace_id")),
        Sql.instant(row, "claimed_at"),
        !member || !covers);
  }
}
