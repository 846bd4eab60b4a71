package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.directory.query.Ids;
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
import org.springframework.stereotype.Component;

/**
 * SCIM's register: its last word on each user in each group. Written as sets under the group's
 * lock, so that the clock read under it orders the words as the commits do.
 */
@Component
class ScimWords {

  /** From how many words on a plan made for a small table costs more than planning anew. */
  private static final int MANY = 100;

  private final JdbcClient jdbc;

  ScimWords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Whom a value sent as a member means, and what SCIM calls that user so far.
   *
   * @param byId whether the value is the user's id, which outweighs an external id
   * @param member whether SCIM's word in force is: member
   * @param at the database's clock when this was found
   */
  record Named(String value, UUID userId, boolean byId, boolean member, Instant at) {}

  /** Finds whom values mean: a user's id first, then an external id, parked values included. */
  List<Named> named(Connection connection, Group group, Collection<String> values) {
    return Sql.lots(values).stream()
        .flatMap(lot -> namedOf(connection, group, lot).stream())
        .toList();
  }

  private List<Named> namedOf(Connection connection, Group group, List<String> values) {
    // The words are looked up row by row: as a join, PostgreSQL may read the group's words for
    // every value until it has gathered statistics.
    return bearers(
            """
            select s.user_id, s.sent, s.by_id,
                   exists (
                     select 1 from scim_words w
                     where w.organization_id = :organization and w.group_id = :group
                       and w.user_id = s.user_id and w.member
                       and w.said_at >= coalesce((select g.complete_at from groups g
                         where g.organization_id = :organization and g.group_id = :group),
                         w.said_at)) as member,
                   cast(clock_timestamp() as timestamp(6) with time zone) as found_at
            """,
            connection,
            values)
        .param("organization", connection.organizationId())
        .param("group", group.id())
        .query((row, _) ->
            new Named(
                row.getString("sent"),
                row.getObject("user_id", UUID.class),
                row.getBoolean("by_id"),
                row.getBoolean("member"),
                Sql.instant(row, "found_at")))
        .list();
  }

  /** Which of these values mean somebody who is there. */
  Set<String> known(Connection connection, Collection<String> values) {
    Set<String> known = new HashSet<>();
    for (List<String> lot : Sql.lots(values)) {
      known.addAll(
          bearers("select s.sent, s.status", connection, lot)
              .query((row, _) ->
                  UserStatus.PARKED.name().equals(row.getString("status"))
                      ? ""
                      : row.getString("sent"))
              .list());
    }
    return known;
  }

  /** Selects from whom values mean, {@code s}. */
  private JdbcClient.StatementSpec bearers(
      String select, Connection connection, List<String> values) {
    List<UUID> ids = values.stream().flatMap(value -> Ids.parse(value).stream()).toList();
    return jdbc.sql(
            select
                + """
                 from (
                  select u.user_id, cast(u.user_id as varchar(256)) as sent, true as by_id, u.status
                  from unnest(cast(:idOrganizations as uuid array),
                      cast(:idConnections as uuid array), cast(:ids as uuid array))
                    as i(organization_id, connection_id, user_id)
                  join users u on u.organization_id = i.organization_id
                    and u.connection_id = i.connection_id and u.user_id = i.user_id
                  where u.status not in ('PARKED', 'DELETED')
                  union all
                  select u.user_id, u.external_id_key as sent, false as by_id, u.status
                  from unnest(cast(:organizations as uuid array),
                      cast(:connections as uuid array), cast(:values as varchar array))
                    as e(organization_id, connection_id, external_id)
                  join users u on u.organization_id = e.organization_id
                    and u.connection_id = e.connection_id and u.external_id_key = e.external_id) s
                """)
        .param("ids", Sql.array("uuid", ids))
        .param("idOrganizations", Sql.repeated("uuid", connection.organizationId(), ids))
        .param("idConnections", Sql.repeated("uuid", connection.id(), ids))
        .param("values", Sql.array("varchar", values))
        .param("organizations", Sql.repeated("uuid", connection.organizationId(), values))
        .param("connections", Sql.repeated("uuid", connection.id(), values));
  }

  /** Keeps values that mean nobody yet, each as the user that it will become. */
  Map<String, UUID> park(Connection connection, List<String> values, Instant now) {
    Map<String, UUID> parked = new LinkedHashMap<>();
    values.forEach(value -> parked.put(value, TimeOrderedId.next()));
    for (List<String> lot : Sql.lots(values)) {
      insertParked(connection, lot, lot.stream().map(parked::get).toList(), now);
    }
    return parked;
  }

  private void insertParked(
      Connection connection, List<String> values, List<UUID> ids, Instant now) {
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
        .param("ids", Sql.array("uuid", ids))
        .param("values", Sql.array("varchar", values))
        .update();
  }

  /**
   * Writes SCIM's words on users of a group: one statement, whatever the group's size, for as many
   * as an array holds.
   */
  void say(Group group, Map<UUID, Boolean> words, Instant at, String traceId) {
    if (words.size() > MANY) {
      planAnew();
    }
    for (List<Map.Entry<UUID, Boolean>> lot : Sql.lots(words.entrySet())) {
      merge(group, lot, at, traceId);
    }
  }

  private void merge(
      Group group, List<Map.Entry<UUID, Boolean>> words, Instant at, String traceId) {
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
        .param("ids", Sql.array("uuid", words.stream().map(Map.Entry::getKey).toList()))
        .param("members", Sql.array("boolean", words.stream().map(Map.Entry::getValue).toList()))
        .param("at", Sql.timestamp(at))
        .param("trace", traceId)
        .update();
  }

  /**
   * Lets PostgreSQL plan the checks of foreign keys by how large the table of users is now. A
   * session that once saw it small keeps reading all of it for every row, until statistics are
   * gathered.
   */
  private void planAnew() {
    jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
        .query(String.class)
        .single();
  }

  /** Takes back every word on a user: the person is another, or begins anew. */
  void forget(User user) {
    jdbc.sql("delete from scim_words where organization_id = ? and user_id = ?")
        .params(user.organizationId(), user.id())
        .update();
  }

  /** Gives a user the words on another, or on a parked value, who turns out to be that user. */
  void pass(User other, User user) {
    // Where both have a word, the later one counts; the other would collide with it.
    Stream.of(new User[] {user, other}, new User[] {other, user})
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
        .params(user.id(), user.organizationId(), other.id())
        .update();
  }
}
