package dev.portcullis.directory;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Admins' register: whom they put into groups made by hand. Written under the group's lock; there
 * is a row or none, for nobody else says anything of these groups.
 */
@Component
class MembersByHand {

  private final JdbcClient jdbc;

  MembersByHand(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who was put into a group. */
  Set<UUID> of(UUID organizationId, UUID groupId) {
    return new HashSet<>(
        jdbc.sql("select user_id from members_by_hand where organization_id = ? and group_id = ?")
            .params(organizationId, groupId)
            .query(UUID.class)
            .list());
  }

  /** Writes down that people who are not in a group are put there. */
  void put(Caller caller, UUID groupId, Collection<UUID> userIds, Instant at) {
    for (List<UUID> lot : Sql.lots(userIds)) {
      jdbc.sql(
              """
              insert into members_by_hand
                (organization_id, group_id, user_id, set_at, set_by, trace_id)
              select :organization, :group, s.user_id, :at, :by, :trace
              from unnest(cast(:users as uuid array)) as s(user_id)
              """)
          .param("organization", caller.organizationId())
          .param("group", groupId)
          .param("at", Sql.timestamp(at))
          .param("by", caller.actor().identifier())
          .param("trace", caller.traceId())
          .param("users", Sql.array("uuid", lot))
          .update();
    }
  }

  /** Takes people out of a group. */
  void takeOut(UUID organizationId, UUID groupId, Collection<UUID> userIds) {
    for (List<UUID> lot : Sql.lots(userIds)) {
      jdbc.sql(
              """
              merge into members_by_hand m
              using (
                select * from unnest(cast(:organizations as uuid array), cast(:groups as uuid array),
                    cast(:users as uuid array)) as s(organization_id, group_id, user_id)) s
              on m.organization_id = s.organization_id and m.group_id = s.group_id
                and m.user_id = s.user_id
              when matched then delete
              """)
          .param("organizations", Sql.repeated("uuid", organizationId, lot))
          .param("groups", Sql.repeated("uuid", groupId, lot))
          .param("users", Sql.array("uuid", lot))
          .update();
    }
  }

  /** Takes everybody out of a group that is no more. */
  void empty(UUID organizationId, UUID groupId) {
    jdbc.sql("delete from members_by_hand where organization_id = ? and group_id = ?")
        .params(organizationId, groupId)
        .update();
  }

  /** Takes a user out of every group: the person is another, or begins anew. */
  void forget(User user) {
    jdbc.sql("delete from members_by_hand where organization_id = ? and user_id = ?")
        .params(user.organizationId(), user.id())
        .update();
  }

  /** Puts a user wherever another was who turns out to be that user. */
  void pass(User other, User user) {
    jdbc.sql(
            """
            delete from members_by_hand
            where organization_id = :organization and user_id = :other
              and exists (
                select 1 from members_by_hand h
                where h.organization_id = :organization and h.user_id = :user
                  and h.group_id = members_by_hand.group_id)
            """)
        .param("organization", user.organizationId())
        .param("other", other.id())
        .param("user", user.id())
        .update();
    jdbc.sql("update members_by_hand set user_id = ? where organization_id = ? and user_id = ?")
        .params(user.id(), user.organizationId(), other.id())
        .update();
  }
}
