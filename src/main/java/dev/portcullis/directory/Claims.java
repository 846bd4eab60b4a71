package dev.portcullis.directory;

import dev.portcullis.directory.ClaimRegister.Entry;
import dev.portcullis.directory.Membership.Bearing;
import dev.portcullis.organization.Sql;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * The sign-ins' register: for each user the newest complete claim with all its names, and name by
 * name what truncated claims newer than it named. Written under the user's lock.
 */
@Component
class Claims {

  private final JdbcClient jdbc;

  Claims(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the register holds of a user. */
  ClaimRegister register(User user) {
    Optional<Instant> newest =
        jdbc.sql("select claimed_at from claims where organization_id = ? and user_id = ?")
            .params(user.organizationId(), user.id())
            .query(OffsetDateTime.class)
            .optional()
            .map(OffsetDateTime::toInstant);
    List<Entry> entries =
        jdbc.sql(
                """
                select name, claimed_at from claim_names where organization_id = ? and user_id = ?
                """)
            .params(user.organizationId(), user.id())
            .query((row, _) -> new Entry(row.getString("name"), Sql.instant(row, "claimed_at")))
            .list();
    return new ClaimRegister(newest, Set.copyOf(entries));
  }

  /** What these names meant to a user's connection when. */
  ClaimRegister.Meanings meanings(User user, Collection<String> names) {
    UUID connectionId = user.connectionId().orElseThrow();
    Map<String, List<Bearing>> bearings = new HashMap<>();
    jdbc.sql(
            """
            select b.name, b.group_id, b.borne_from, b.borne_until
            from unnest(cast(? as uuid array), cast(? as uuid array), cast(? as varchar array))
              as s(organization_id, connection_id, name)
            join group_names b on b.organization_id = s.organization_id
              and b.connection_id = s.connection_id and b.name = s.name
            """)
        .params(
            Sql.repeated("uuid", user.organizationId(), names),
            Sql.repeated("uuid", connectionId, names),
            Sql.array("varchar", names))
        .query(row -> {
          bearings
              .computeIfAbsent(row.getString("name"), _ -> new ArrayList<>())
              .add(
                  new Bearing(
                      row.getObject("group_id", UUID.class),
                      Sql.instant(row, "borne_from"),
                      Sql.optionalInstant(row, "borne_until")));
        });
    return (name, one, other) ->
        Membership.meansAlike(bearings.getOrDefault(name, List.of()), one, other);
  }

  /** Keeps what a claim made of the register. */
  void store(User user, ClaimRegister before, ClaimRegister after, String traceId) {
    remove(user, without(before, after));
    add(user, without(after, before), traceId);
    after
        .newest()
        .filter(_ -> !after.newest().equals(before.newest()))
        .ifPresent(at -> storeNewest(user, at));
  }

  private static List<Entry> without(ClaimRegister register, ClaimRegister other) {
    return register.entries().stream().filter(entry -> !other.entries().contains(entry)).toList();
  }

  private void storeNewest(User user, Instant at) {
    int updated =
        jdbc.sql("update claims set claimed_at = ? where organization_id = ? and user_id = ?")
            .params(Sql.timestamp(at), user.organizationId(), user.id())
            .update();
    if (updated == 0) {
      jdbc.sql("insert into claims (organization_id, user_id, claimed_at) values (?, ?, ?)")
          .params(user.organizationId(), user.id(), Sql.timestamp(at))
          .update();
    }
  }

  /** Forgets the receipts of tokens that a newer claim outdates. */
  void forgetReceiptsBefore(User user, Instant at) {
    jdbc.sql(
            """
            delete from token_receipts
            where organization_id = ? and connection_id = ? and subject = ? and issued_at < ?
            """)
        .params(
            user.organizationId(),
            user.connectionId().orElseThrow(),
            user.externalId().orElseThrow(),
            Sql.timestamp(at))
        .update();
  }

  private void remove(User user, List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            delete from claim_names
            where organization_id = :organization and user_id = :user and exists (
              select 1
              from unnest(cast(:names as varchar array),
                  cast(:times as timestamp(6) with time zone array)) as s(name, at)
              where s.name = claim_names.name and s.at = claim_names.claimed_at)
            """)
        .param("organization", user.organizationId())
        .param("user", user.id())
        .param("names", names(entries))
        .param("times", times(entries))
        .update();
  }

  private void add(User user, List<Entry> entries, String traceId) {
    if (entries.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into claim_names
              (organization_id, user_id, name, connection_id, claimed_at, trace_id)
            select :organization, :user, s.name, :connection, s.at, :trace
            from unnest(cast(:names as varchar array),
                cast(:times as timestamp(6) with time zone array)) as s(name, at)
            """)
        .param("names", names(entries))
        .param("times", times(entries))
        .param("organization", user.organizationId())
        .param("user", user.id())
        .param("connection", user.connectionId().orElseThrow())
        .param("trace", traceId)
        .update();
  }

  private static SqlArrayValue names(List<Entry> entries) {
    return Sql.array("varchar", entries.stream().map(Entry::name).toList());
  }

  private static SqlArrayValue times(List<Entry> entries) {
    return Sql.array(
        "timestamp with time zone",
        entries.stream().map(entry -> Sql.timestamp(entry.at())).toList());
  }

  /** Gives a user the claim of another who turns out to be the same person; the other had none. */
  void pass(User from, User to) {
    for (String table : List.of("claim_names", "claims")) {
      jdbc.sql("update " + table + " set user_id = ? where organization_id = ? and user_id = ?")
          .params(to.id(), from.organizationId(), from.id())
          .update();
    }
  }

  /** Takes back everything that a user's claims said. */
  void forget(User user) {
    for (String table : List.of("claim_names", "claims")) {
      jdbc.sql("delete from " + table + " where organization_id = ? and user_id = ?")
          .params(user.organizationId(), user.id())
          .update();
    }
  }
}
