package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.organization.Sql;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names in claims that mean no group yet: where the filter matches one, it makes a group. */
@Component
class ClaimedNames {

  /** From so many new groups on, PostgreSQL's planner is told before it is asked about them. */
  private static final int MANY = 32;

  private final JdbcClient jdbc;
  private final Connections connections;
  private final NewGroups groups;

  ClaimedNames(JdbcClient jdbc, Connections connections, NewGroups groups) {
    this.jdbc = jdbc;
    this.connections = connections;
    this.groups = groups;
  }

  /**
   * Makes the groups that matching names mean and that nobody bore then or since.
   *
   * @param user whose claims to look at; everybody's if empty
   */
  void bearUnborn(Connection connection, Optional<UUID> user) {
    if (unborn(connection, user).isEmpty()) {
      return;
    }
    // Two sign-ins may bring one new name; the second waits here and finds it born.
    connections.lock(connection.organizationId(), connection.id());
    List<String> names = unborn(connection, user);
    names.forEach(name -> groups.made(connection, GroupDraft.named(name), false));
    if (names.size() >= MANY) {
      gatherStatistics();
    }
  }

  /** Who belongs is asked next, by a view that joins all that was just written. */
  private void gatherStatistics() {
    jdbc.sql("select gather_statistics(?)")
        .param(
            Sql.array(
                "varchar",
                List.of(
                    "claim_names", "claimed_names", "group_names", "groups", "team_identifiers")))
        .query(_ -> {});
  }

  private List<String> unborn(Connection connection, Optional<UUID> user) {
    return jdbc.sql(
            """
            select distinct c.name from claim_names c
            join claimed_names n on n.organization_id = c.organization_id
              and n.connection_id = c.connection_id and n.name = c.name and n.matches
            where c.organization_id = :organization and c.connection_id = :connection
              and (cast(:user as uuid) is null or c.user_id = :user)
              and not exists (
                select 1 from group_names b
                where b.organization_id = c.organization_id
                  and b.connection_id = c.connection_id and b.name = c.name
                  and (b.borne_until is null or b.borne_until > c.claimed_at))
            order by c.name
            """)
        .param("organization", connection.organizationId())
        .param("connection", connection.id())
        .param("user", user.orElse(null))
        .query((row, _) -> row.getString("name"))
        .list();
  }
}
