package dev.portcullis.directory;

import dev.portcullis.organization.Sql;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** The time of the newest complete claim. */
  Optional<Instant> newest(User user) {
    return jdbc.sql("select claimed_at from claims where organization_id = ? and user_id = ?")
        .params(user.organizationId(), user.id())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /**
   * A claim's time: the earlier of its token's time of issue and its first receipt.
   *
   * @param now by the database's clock
   */
  Instant time(User user, Instant issuedAt, Instant now) {
    Optional<Instant> firstReceipt =
        jdbc.sql(
                """
                select received_at from claim_receipts
                where organization_id = ? and user_id = ? and issued_at = ?
                """)
            .params(user.organizationId(), user.id(), Sql.timestamp(issuedAt))
            .query(OffsetDateTime.class)
            .optional()
            .map(OffsetDateTime::toInstant);
    if (firstReceipt.isPresent()) {
      return firstReceipt.get();
    }
    if (!issuedAt.isAfter(now)) {
      return issuedAt;
    }
    jdbc.sql(
            """
            insert into claim_receipts (organization_id, user_id, issued_at, received_at)
            values (?, ?, ?, ?)
            """)
        .params(user.organizationId(), user.id(), Sql.timestamp(issuedAt), Sql.timestamp(now))
        .update();
    return now;
  }

  /** Keeps a complete claim in place of an older one; what truncated ones said since then stays. */
  void replace(User user, Collection<String> names, Instant at, String traceId) {
    jdbc.sql(
            """
            delete from claim_names
            where organization_id = ? and user_id = ? and claimed_at <= ?
            """)
        .params(user.organizationId(), user.id(), Sql.timestamp(at))
        .update();
    add(user, names, at, traceId);
    int updated =
        jdbc.sql("update claims set claimed_at = ? where organization_id = ? and user_id = ?")
            .params(Sql.timestamp(at), user.organizationId(), user.id())
            .update();
    if (updated == 0) {
      jdbc.sql("insert into claims (organization_id, user_id, claimed_at) values (?, ?, ?)")
          .params(user.organizationId(), user.id(), Sql.timestamp(at))
          .update();
    }
    jdbc.sql(
            """
            delete from claim_receipts
            where organization_id = ? and user_id = ? and issued_at < ?
            """)
        .params(user.organizationId(), user.id(), Sql.timestamp(at))
        .update();
  }

  /** Of two complete claims of one time, what both name counts. */
  void intersect(User user, Collection<String> names, Instant at) {
    jdbc.sql(
            """
            delete from claim_names
            where organization_id = ? and user_id = ? and claimed_at = ? and not (name = any(?))
            """)
        .params(user.organizationId(), user.id(), Sql.timestamp(at), texts(names))
        .update();
  }

  /**
   * Keeps what a truncated claim names, beside the complete one's names: it adds and takes nothing
   * away, also where a name has come to mean another group since.
   *
   * @param newest the time of the newest complete claim
   */
  void addTruncated(
      User user, Collection<String> names, Instant at, Optional<Instant> newest, String traceId) {
    jdbc.sql(
            """
            delete from claim_names
            where organization_id = ? and user_id = ? and name = any(?) and claimed_at < ?
              and claimed_at > ?
            """)
        .params(
            user.organizationId(),
            user.id(),
            texts(names),
            Sql.timestamp(at),
            Sql.timestamp(newest.orElse(Instant.EPOCH)))
        .update();
    // A later truncated claim may have named some of them already.
    Set<String> later =
        new HashSet<>(
            jdbc.sql(
                    """
                    select name from claim_names
                    where organization_id = ? and user_id = ? and claimed_at >= ?
                    """)
                .params(user.organizationId(), user.id(), Sql.timestamp(at))
                .query((row, _) -> row.getString("name"))
                .list());
    add(user, names.stream().filter(name -> !later.contains(name)).toList(), at, traceId);
  }

  private void add(User user, Collection<String> names, Instant at, String traceId) {
    if (names.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into claim_names
              (organization_id, user_id, name, connection_id, claimed_at, trace_id)
            select :organization, :user, s.name, :connection, :at, :trace
            from unnest(cast(:names as varchar array)) as s(name)
            """)
        .param("names", texts(names))
        .param("organization", user.organizationId())
        .param("user", user.id())
        .param("connection", user.connectionId().orElseThrow())
        .param("at", Sql.timestamp(at))
        .param("trace", traceId)
        .update();
  }

  /** Takes back everything that a user's claims said. */
  void forget(User user) {
    for (String table : List.of("claim_names", "claims")) {
      jdbc.sql("delete from " + table + " where organization_id = ? and user_id = ?")
          .params(user.organizationId(), user.id())
          .update();
    }
  }

  private static SqlArrayValue texts(Collection<String> names) {
    return new SqlArrayValue("varchar", names.toArray());
  }
}
