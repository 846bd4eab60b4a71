package dev.portcullis.directory;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which e-mail means which user in an organization.
 *
 * <p>A stronger source takes a handle from a weaker one; among equals the first keeps it. One that
 * its user left behind means nobody until that user takes it up again, so that no later bearer of a
 * re-used address gets what was granted to the former one.
 */
@Component
class Handles {

  /** Who vouches for an e-mail. */
  enum Source {
    SIGN_IN(1),
    SCIM(2),
    ADMIN(3);

    private final int strength;

    Source(int strength) {
      this.strength = strength;
    }
  }

  private record Row(UUID userId, boolean borne, int strength) {}

  private final JdbcClient jdbc;
  private final AuditTrail audit;

  Handles(JdbcClient jdbc, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /** The handle of a user. */
  Optional<String> of(UUID organizationId, UUID userId) {
    return jdbc.sql(
            "select handle from handles where organization_id = ? and user_id = ? and borne")
        .params(organizationId, userId)
        .query(String.class)
        .optional();
  }

  /** The handles of these users, of those who have one. */
  Map<UUID, String> of(UUID organizationId, Collection<UUID> userIds) {
    return jdbc
        .sql(
            """
            select h.user_id, h.handle
            from unnest(cast(? as uuid array), cast(? as uuid array)) as s(organization_id, user_id)
            join handles h on h.organization_id = s.organization_id and h.user_id = s.user_id
            where h.borne
            """)
        .params(Sql.repeated("uuid", organizationId, userIds), Sql.array("uuid", userIds))
        .query((row, _) -> Map.entry(row.getObject("user_id", UUID.class), row.getString("handle")))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Whom a handle means. */
  Optional<UUID> user(UUID organizationId, String email) {
    return jdbc.sql(
            "select user_id from handles where organization_id = ? and handle = ? and borne")
        .params(organizationId, CaseFold.of(email))
        .query(UUID.class)
        .optional();
  }

  /**
   * Lets a user's handle follow the e-mail: whichever the user bore before is left behind, and the
   * new one is the user's unless somebody has a better right to it. A handle that an Admin made
   * another than the e-mail stays.
   *
   * @param before the user as it was, with the e-mail of that time
   */
  void follow(Caller caller, User before, User after, Source source, Instant now) {
    follow(caller, before, after, after.email(), source, now);
  }

  /**
   * The same where not every e-mail is vouched for.
   *
   * @param vouched the e-mail of {@code after}, if it is
   */
  void follow(
      Caller caller,
      User before,
      User after,
      Optional<String> vouched,
      Source source,
      Instant now) {
    Optional<String> borne = of(after.organizationId(), after.id());
    Optional<String> handle = after.email().map(CaseFold::of);
    if (borne.isPresent() && borne.equals(handle)) {
      if (vouched.isPresent() && source != Source.SIGN_IN) {
        strengthen(after, borne.get(), source);
      }
      return;
    }
    if (borne.isPresent() && !borne.equals(before.email().map(CaseFold::of))) {
      return;
    }
    if (borne.isPresent()) {
      release(after);
    }
    give(caller, after, vouched, source, now);
  }

  /**
   * Gives a user a handle because an Admin says so, whoever bore it or left it behind; the user's
   * former one is left behind.
   */
  void assign(Caller caller, User user, String email, Instant now) {
    String handle = CaseFold.of(email);
    Optional<Row> holder = holder(user.organizationId(), handle);
    release(user);
    if (holder.isEmpty()) {
      insert(user, handle, Source.ADMIN, now);
      return;
    }
    take(user, handle, Source.ADMIN, now);
    if (!holder.get().userId().equals(user.id())) {
      alert(caller, holder.get().userId(), user);
    }
  }

  /**
   * Gives a user who bears none the handle of the e-mail, unless somebody has a better right to it.
   * That one was taken from somebody is an alert in the audit trail.
   */
  void give(Caller caller, User user, Optional<String> email, Source source, Instant now) {
    if (email.isEmpty()) {
      return;
    }
    String handle = CaseFold.of(email.get());
    Optional<Row> holder = holder(user.organizationId(), handle);
    if (holder.isEmpty()) {
      insert(user, handle, source, now);
      return;
    }
    UUID former = holder.get().userId();
    if (former.equals(user.id())) {
      take(user, handle, source, now);
    } else if ((holder.get().borne() && holder.get().strength() < source.strength)
        || isThePersonOfADeletedConnection(former, user)) {
      take(user, handle, source, now);
      alert(caller, former, user);
    }
  }

  private void alert(Caller caller, UUID former, User user) {
    audit.record(
        caller,
        AuditEntry.updated(
            "handle",
            user.id().toString(),
            Map.of("user", former.toString()),
            Map.of("user", user.id().toString())));
  }

  /**
   * Whether a handle's user is left of a deleted connection and is the same person: of the same
   * issuer, which knows them by the same id. So a connection that is made again finds its people.
   */
  private boolean isThePersonOfADeletedConnection(UUID former, User user) {
    return jdbc.sql(
                """
                select count(*) from users f
                join connections d on d.organization_id = f.organization_id
                  and d.connection_id = f.connection_id and d.deleted_at is not null
                join users u on u.organization_id = f.organization_id
                  and u.external_id_key = f.external_id_key
                join connections c on c.organization_id = u.organization_id
                  and c.connection_id = u.connection_id and c.issuer = d.issuer
                where f.organization_id = ? and f.user_id = ? and u.user_id = ?
                  and f.status <> 'DELETED'
                """)
            .params(user.organizationId(), former, user.id())
            .query(Long.class)
            .single()
        > 0;
  }

  /** Lets everything that one user bore be left behind by another, who is the same person. */
  void pass(User from, User to) {
    jdbc.sql(
            """
            update handles set borne = false, user_id = ?
            where organization_id = ? and user_id = ?
            """)
        .params(to.id(), from.organizationId(), from.id())
        .update();
  }

  /** Leaves a user's handle behind; it means nobody until the user takes it up again. */
  void release(User user) {
    jdbc.sql("update handles set borne = false where organization_id = ? and user_id = ?")
        .params(user.organizationId(), user.id())
        .update();
  }

  private Optional<Row> holder(UUID organizationId, String handle) {
    return jdbc.sql(
            """
            select user_id, borne, strength from handles
            where organization_id = ? and handle = ? for update
            """)
        .params(organizationId, handle)
        .query((row, _) ->
            new Row(
                row.getObject("user_id", UUID.class),
                row.getBoolean("borne"),
                row.getInt("strength")))
        .optional();
  }

  private void insert(User user, String handle, Source source, Instant now) {
    jdbc.sql(
            """
            insert into handles (organization_id, handle, user_id, borne, strength, taken_at)
            values (?, ?, ?, true, ?, ?)
            """)
        .params(user.organizationId(), handle, user.id(), source.strength, Sql.timestamp(now))
        .update();
  }

  private void take(User user, String handle, Source source, Instant now) {
    jdbc.sql(
            """
            update handles set user_id = ?, borne = true, strength = ?, taken_at = ?
            where organization_id = ? and handle = ?
            """)
        .params(user.id(), source.strength, Sql.timestamp(now), user.organizationId(), handle)
        .update();
  }

  private void strengthen(User user, String handle, Source source) {
    jdbc.sql(
            """
            update handles set strength = ?
            where organization_id = ? and handle = ? and user_id = ? and strength < ?
            """)
        .params(source.strength, user.organizationId(), handle, user.id(), source.strength)
        .update();
  }
}
