package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts a new version of groups whose shown members change because a user does: one who is
 * deleted, or whose parked value becomes a person.
 *
 * <p>Groups are locked in the order of their ids and before the user, for a change of a group locks
 * the group first and then the users that it names.
 */
@Component
class GroupVersions {

  private static final String SHOWING =
      """
      select w.group_id
      from users u
      join scim_words w
        on w.organization_id = u.organization_id and w.user_id = u.user_id and w.member
      join groups g
        on g.organization_id = w.organization_id and g.group_id = w.group_id
        and g.deleted_at is null and (g.complete_at is null or w.said_at >= g.complete_at)
      where u.organization_id = ? and %s
      order by w.group_id
      """;

  private static final String USER = SHOWING.formatted("u.user_id = ?");
  private static final String PARKED =
      SHOWING.formatted("u.connection_id = ? and u.external_id_key = ? and u.status = 'PARKED'");

  private final JdbcClient jdbc;

  GroupVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Locks the groups that show a user, before the user is locked. */
  void lockShowing(UUID organizationId, UUID userId) {
    lock(organizationId, showing(USER, organizationId, userId));
  }

  /** Locks the groups that show a parked value, before whoever bears it is locked. */
  void lockShowingParked(Connection connection, String externalId) {
    UUID organizationId = connection.organizationId();
    lock(organizationId, showing(PARKED, organizationId, connection.id(), externalId));
  }

  private List<UUID> showing(String sql, Object... parameters) {
    return jdbc.sql(sql)
        .params(parameters)
        .query((row, _) -> row.getObject("group_id", UUID.class))
        .list();
  }

  /** One by one, for neither database promises the order in which one statement locks many. */
  private void lock(UUID organizationId, List<UUID> groupIds) {
    for (UUID groupId : groupIds) {
      jdbc.sql("select group_id from groups where organization_id = ? and group_id = ? for update")
          .params(organizationId, groupId)
          .query(UUID.class)
          .optional();
    }
  }

  /**
   * Counts a version of every group that shows a user now. A group that came to show the user since
   * the others were locked is locked only here; should that end in a deadlock, the transaction runs
   * again.
   */
  void count(UUID organizationId, UUID userId, Instant now) {
    List<UUID> groupIds = showing(USER, organizationId, userId);
    if (groupIds.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            merge into groups g
            using (
              select * from unnest(cast(:organizations as uuid array), cast(:groups as uuid array))
                as s(organization_id, group_id)) s
            on g.organization_id = s.organization_id and g.group_id = s.group_id
            when matched then update set version = g.version + 1, updated_at = :now
            """)
        .param("organizations", Sql.repeated("uuid", organizationId, groupIds))
        .param("groups", Sql.array("uuid", groupIds))
        .param("now", Sql.timestamp(now))
        .update();
  }
}
