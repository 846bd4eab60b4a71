package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Sql;
import dev.portcullis.organization.TimeOrderedId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * SCIM's register: its last word on each user in each group. Written as sets under the group's
 * lock, so that the clock read under it orders the words as the commits do.
 */
@Component
class ScimWords {

  private final JdbcClient jdbc;

  ScimWords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Whom a value sent as a member means, and what SCIM calls that user so far.
   *
   * @param byId whether the value is the user's id, which outweighs an external id
   * @param member whether SCIM's word in force is: member
   */
  record Named(String value, UUID userId, boolean byId, boolean member) {}

  /** Finds whom values mean: a user's id first, then an external id, parked values included. */
  List<Named> named(Connection connection, Group group, Collection<String> values) {
    UUID[] ids = values.stream().flatMap(v -> Ids.parse(v).stream()).toArray(UUID[]::new);
    // The words are looked up row by row: as a join, PostgreSQL may read the group's words for
    // every value until it has gathered statistics.
    return jdbc.sql(
            """
            select u.user_id, cast(null as varchar(256)) as sent,
                   exists (
                     select 1 from scim_words w
                     where w.organization_id = :organization and w.group_id = :group
                       and w.user_id = u.user_id and w.member
                       and w.said_at >= coalesce((select g.complete_at from groups g
                         where g.organization_id = :organization and g.group_id = :group),
                         w.said_at)) as member
            from users u
            where u.organization_id = :organization and u.user_id = any(:ids)
              and u.connection_id = :connection and u.status not in ('PARKED', 'DELETED')
            union all
            select u.user_id, u.external_id_key as sent,
                   exists (
                     select 1 from scim_words w
                     where w.organization_id = :organization and w.group_id = :group
                       and w.user_id = u.user_id and w.member
                       and w.said_at >= coalesce((select g.complete_at from groups g
                         where g.organization_id = :organization and g.group_id = :group),
                         w.said_at)) as member
            from users u
            where u.organization_id = :organization and u.connection_id = :connection
              and u.external_id_key = any(:values)
            """)
        .param("organization", connection.organizationId())
        .param("connection", connection.id())
        .param("group", group.id())
        .param("ids", new SqlArrayValue("uuid", (Object[]) ids))
        .param("values", new SqlArrayValue("varchar", values.toArray()))
        .query((row, _) -> {
          UUID userId = row.getObject("user_id", UUID.class);
          String sent = row.getString("sent");
          return new Named(
              sent == null ? userId.toString() : sent,
              userId,
              sent == null,
              row.getBoolean("member"));
        })
        .list();
  }

  /** Which of these values mean somebody who is there. */
  Set<String> known(Connection connection, Collection<String> values) {
    UUID[] ids = values.stream().flatMap(v -> Ids.parse(v).stream()).toArray(UUID[]::new);
    return new HashSet<>(
        jdbc.sql(
                """
                select cast(user_id as varchar(256)) as sent from users
                where organization_id = :organization and user_id = any(:ids)
                  and connection_id = :connection and status not in ('PARKED', 'DELETED')
                union all
                select external_id_key as sent from users
                where organization_id = :organization and connection_id = :connection
                  and external_id_key = any(:values) and status <> 'PARKED'
                """)
            .param("organization", connection.organizationId())
            .param("connection", connection.id())
            .param("ids", new SqlArrayValue("uuid", (Object[]) ids))
            .param("values", new SqlArrayValue("varchar", values.toArray()))
            .query((row, _) -> row.getString("sent"))
            .list());
  }

  /** Keeps values that mean nobody yet, each as the user that it will become. */
  Map<String, UUID> park(Connection connection, List<String> values, Instant now) {
    Map<String, UUID> parked = new LinkedHashMap<>();
    values.forEach(value -> parked.put(value, TimeOrderedId.next()));
    jdbc.sql(
            """
            insert into users
              (organization_id, user_id, connection_id, status, external_id, external_id_key,
               attributes, role_by_hand, credential_epoch, version, created_at, updated_at)
            select :organization, s.user_id, :connection, 'PARKED', s.sent, s.sent, '{}',
                   'Member', 0, 0, :now, :now
            from unnest(cast(:ids as uuid array), cast(:values as varchar array)) as s(user_id, sent)
            """)
        .param("organization", connection.organizationId())
        .param("connection", connection.id())
        .param("now", Sql.timestamp(now))
        .param("ids", new SqlArrayValue("uuid", parked.values().toArray()))
        .param("values", new SqlArrayValue("varchar", values.toArray()))
        .update();
    return parked;
  }

  /** Writes SCIM's words on users of a group: one statement, whatever the group's size. */
  void say(Group group, Map<UUID, Boolean> words, Instant at, String traceId) {
    jdbc.sql(
            """
            merge into scim_words w
            using (
              select * from unnest(cast(:ids as uuid array), cast(:members as boolean array))
                as s(user_id, member)) s
            on w.organization_id = :organization and w.group_id = :group and w.user_id = s.user_id
            when matched then update set member = s.member, said_at = :at, trace_id = :trace
            when not matched then
              insert (organization_id, group_id, user_id, member, said_at, trace_id)
              values (:organization, :group, s.user_id, s.member, :at, :trace)
            """)
        .param("organization", group.organizationId())
        .param("group", group.id())
        .param("ids", new SqlArrayValue("uuid", words.keySet().toArray()))
        .param("members", new SqlArrayValue("boolean", words.values().toArray()))
        .param("at", Sql.timestamp(at))
        .param("trace", traceId)
        .update();
  }

  /** Takes back every word on a user: the person is another, or begins anew. */
  void forget(User user) {
    jdbc.sql("delete from scim_words where organization_id = ? and user_id = ?")
        .params(user.organizationId(), user.id())
        .update();
  }

  /** Gives a user the words on a parked value that turns out to mean that user. */
  void absorb(User parked, User user) {
    // Where both have a word, the later one counts; the other would collide with it.
    Stream.of(new User[] {user, parked}, new User[] {parked, user})
        .forEach(pair ->
            jdbc.sql(
                    """
                    delete from scim_words
                    where organization_id = :organization and user_id = :older
                      and exists (
                        select 1 from scim_words l
                        where l.organization_id = :organization and l.user_id = :later
                          and l.group_id = scim_words.group_id
                          and l.said_at >= scim_words.said_at)
                    """)
                .param("organization", user.organizationId())
                .param("older", pair[0].id())
                .param("later", pair[1].id())
                .update());
    jdbc.sql("update scim_words set user_id = ? where organization_id = ? and user_id = ?")
        .params(user.id(), user.organizationId(), parked.id())
        .update();
    jdbc.sql("delete from users where organization_id = ? and user_id = ?")
        .params(parked.organizationId(), parked.id())
        .update();
  }
}
