package dev.portcullis.directory;

import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the view that derives who belongs from the evidence. */
@Component
class MembershipRows {

  private static final String MANY =
      """
      select m.user_id, m.group_id, g.connection_id, g.display_name, g.identifier,
             g.shown_name, g.description, m.since, m.trace_id, m.claimed_name, m.set_by
      from memberships m
      join groups g on g.organization_id = m.organization_id and g.group_id = m.group_id
      """;

  private final JdbcClient jdbc;

  MembershipRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where a user belongs, by the teams' identifiers; one statement. */
  List<Belonging> of(UUID organizationId, UUID userId) {
    Map<UUID, Belonging> byGroup = new LinkedHashMap<>();
    jdbc.sql(
            """
            select m.group_id, g.connection_id, g.display_name, g.identifier, g.shown_name,
                   g.description, m.since, m.trace_id, m.claimed_name, m.set_by
            from memberships m
            join groups g on g.organization_id = m.organization_id and g.group_id = m.group_id
            where m.organization_id = ? and m.user_id = ?
            """)
        .params(organizationId, userId)
        .query(MembershipRows::belonging)
        .list()
        .forEach(one -> byGroup.merge(one.groupId(), one, MembershipRows::joined));
    return byGroup.values().stream().sorted(Comparator.comparing(Belonging::identifier)).toList();
  }

  /** Where everybody of an organization belongs, by the users' ids; one statement. */
  Map<UUID, List<Belonging>> all(UUID organizationId) {
    return many(MANY + "where m.organization_id = ?", organizationId);
  }

  /** Where those belong whose ids lie between these two, both included; one statement. */
  Map<UUID, List<Belonging>> between(UUID organizationId, UUID first, UUID last) {
    return many(
        MANY + "where m.organization_id = ? and m.user_id >= ? and m.user_id <= ?",
        organizationId,
        first,
        last);
  }

  /** Where these belong; one statement. */
  Map<UUID, List<Belonging>> of(UUID organizationId, Collection<UUID> userIds) {
    return many(
        MANY
            + """
            join unnest(cast(? as uuid array), cast(? as uuid array)) as s(organization_id, user_id)
              on s.organization_id = m.organization_id and s.user_id = m.user_id
            """,
        Sql.repeated("uuid", organizationId, userIds),
        Sql.array("uuid", userIds));
  }

  private Map<UUID, List<Belonging>> many(String sql, Object... parameters) {
    Map<UUID, Map<UUID, Belonging>> byUser = new LinkedHashMap<>();
    jdbc.sql(sql)
        .params(parameters)
        .query(row -> {
          Belonging one = belonging(row, 0);
          byUser
              .computeIfAbsent(row.getObject("user_id", UUID.class), _ -> new LinkedHashMap<>())
              .merge(one.groupId(), one, MembershipRows::joined);
        });
    Map<UUID, List<Belonging>> belongings = new LinkedHashMap<>();
    byUser.forEach((user, groups) ->
        belongings.put(
            user,
            groups.values().stream().sorted(Comparator.comparing(Belonging::identifier)).toList()));
    return belongings;
  }

  /** Whoever belongs to a group, by their ids; one statement. */
  List<UUID> membersOf(Group group) {
    return jdbc.sql(
            """
            select distinct user_id from memberships
            where organization_id = ? and group_id = ? order by user_id
            """)
        .params(group.organizationId(), group.id())
        .query((row, _) -> row.getObject("user_id", UUID.class))
        .list();
  }

  /** Every identifier that means one of these groups; one statement. */
  Map<UUID, List<String>> identifiersOf(UUID organizationId, Collection<UUID> groupIds) {
    Map<UUID, List<String>> identifiers = new HashMap<>();
    if (!groupIds.isEmpty()) {
      jdbc.sql(
              """
              select t.group_id, t.identifier
              from unnest(cast(? as uuid array), cast(? as uuid array))
                as s(organization_id, group_id)
              join team_identifiers t
                on t.organization_id = s.organization_id and t.group_id = s.group_id
              """)
          .params(Sql.repeated("uuid", organizationId, groupIds), Sql.array("uuid", groupIds))
          .query(row -> {
            identifiers
                .computeIfAbsent(row.getObject("group_id", UUID.class), _ -> new ArrayList<>())
                .add(row.getString("identifier"));
          });
    }
    return identifiers;
  }

  /** Every identifier that means a team of the user, with its group; one statement. */
  Map<String, UUID> teamsOf(UUID organizationId, UUID userId) {
    Map<String, UUID> teams = new LinkedHashMap<>();
    jdbc.sql(
            """
            select t.identifier, t.group_id from team_identifiers t
            where t.organization_id = ?
              and t.group_id in (
                select m.group_id from memberships m where m.organization_id = ? and m.user_id = ?)
            """)
        .params(organizationId, organizationId, userId)
        .query(row -> {
          teams.put(row.getString("identifier"), row.getObject("group_id", UUID.class));
        });
    return teams;
  }

  private static Belonging joined(Belonging left, Belonging right) {
    List<Evidence> evidence = new ArrayList<>(left.evidence());
    evidence.addAll(right.evidence());
    evidence.sort(
        Comparator.comparing((Evidence one) -> one instanceof Evidence.Claim)
            .thenComparing(Evidence::at));
    return new Belonging(
        left.groupId(),
        left.connectionId(),
        left.displayName(),
        left.identifier(),
        left.shownName(),
        left.description(),
        evidence);
  }

  private static Belonging belonging(ResultSet row, int number) throws SQLException {
    return new Belonging(
        row.getObject("group_id", UUID.class),
        Optional.ofNullable(row.getObject("connection_id", UUID.class)),
        row.getString("display_name"),
        row.getString("identifier"),
        row.getString("shown_name"),
        Optional.ofNullable(row.getString("description")),
        List.of(evidence(row)));
  }

  private static Evidence evidence(ResultSet row) throws SQLException {
    Instant since = Sql.instant(row, "since");
    String traceId = row.getString("trace_id");
    String setBy = row.getString("set_by");
    if (setBy != null) {
      return new Evidence.ByHand(since, traceId, setBy);
    }
    String claimedName = row.getString("claimed_name");
    return claimedName == null
        ? new Evidence.ScimWord(since, traceId)
        : new Evidence.Claim(since, traceId, claimedName);
  }
}
