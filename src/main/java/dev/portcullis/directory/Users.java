package dev.portcullis.directory;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.connection.Connection;
import dev.portcullis.directory.query.ValueTable;
import dev.portcullis.organization.Sql;
import dev.portcullis.organization.TimeOrderedId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of users. Parked and deleted rows are seen only by the methods that say so. */
@Component
class Users {

  static final String VISIBLE = " and u.status not in ('PARKED', 'DELETED')";

  private static final UUID NOBODY = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final UserRow row;
  private final ValueRows values;

  Users(JdbcClient jdbc, UserRow row, ValueRows values) {
    this.jdbc = jdbc;
    this.row = row;
    this.values = values;
  }

  Optional<User> find(Connection connection, UUID userId) {
    return one(connection, " and u.user_id = ?" + VISIBLE, userId);
  }

  /** As {@link #find}, and no other transaction changes the user until this one ends. */
  Optional<User> lock(Connection connection, UUID userId) {
    return one(connection, " and u.user_id = ?" + VISIBLE + " for update", userId);
  }

  /** As {@link #lock}, whichever connection the user is of, if any. */
  Optional<User> lock(UUID organizationId, UUID userId) {
    return jdbc.sql(
            "select "
                + UserRow.COLUMNS
                + " from users u where u.organization_id = ? and u.user_id = ?"
                + VISIBLE
                + " for update")
        .params(organizationId, userId)
        .query(row)
        .optional();
  }

  /** Whether a user can be seen, whichever the connection. */
  boolean isThere(UUID organizationId, UUID userId) {
    return jdbc.sql(
                "select count(*) from users u where u.organization_id = ? and u.user_id = ?"
                    + VISIBLE)
            .params(organizationId, userId)
            .query(Long.class)
            .single()
        > 0;
  }

  /** The users of these ids who can be seen. */
  List<User> all(Connection connection, Collection<UUID> userIds) {
    return jdbc.sql(
            "select "
                + UserRow.COLUMNS
                + " from unnest(cast(? as uuid array), cast(? as uuid array))"
                + " as s(organization_id, user_id) join users u"
                + " on u.organization_id = s.organization_id and u.user_id = s.user_id"
                + " where u.connection_id = ?"
                + VISIBLE)
        .params(
            Sql.repeated("uuid", connection.organizationId(), userIds),
            Sql.array("uuid", userIds),
            connection.id())
        .query(row)
        .list();
  }

  /** Whoever bears an external id now, a parked value included, locked. */
  Optional<User> lockByExternalId(Connection connection, String externalId) {
    return one(connection, " and u.external_id_key = ? for update", externalId);
  }

  /** Whoever bears a user name now, locked. */
  Optional<User> lockByUserName(Connection connection, String userName) {
    return one(connection, " and u.user_name_key = ? for update", CaseFold.of(userName));
  }

  /** Whether somebody bore this external id who was deleted or lost it since. */
  boolean hasTombstone(Connection connection, String externalId) {
    return hasTombstone(connection, externalId, NOBODY);
  }

  /** The same, of whoever lost it to somebody else than this user. */
  boolean hasTombstone(Connection connection, String externalId, UUID except) {
    return jdbc.sql(
                """
                select count(*) from users u
                where u.organization_id = ? and u.connection_id = ? and u.external_id = ?
                  and u.external_id_key is null and u.user_id <> ?
                """)
            .params(connection.organizationId(), connection.id(), externalId, except)
            .query(Long.class)
            .single()
        > 0;
  }

  /** The external id that a user bears, or bore last. */
  Optional<String> lastExternalId(User user) {
    return jdbc.sql(
            """
            select u.external_id from users u
            where u.organization_id = ? and u.user_id = ? and u.external_id is not null
            """)
        .params(user.organizationId(), user.id())
        .query(String.class)
        .optional();
  }

  /**
   * Lets an external id be that of somebody who is gone: whoever bore it here is another now, or
   * elsewhere. A sign-in of that person makes nobody; only a push does.
   */
  void leaveTombstone(UUID organizationId, UUID connectionId, String externalId, Instant at) {
    jdbc.sql(
            """
            insert into users
              (organization_id, user_id, connection_id, status, external_id, attributes,
               role_by_hand, credential_epoch, version, created_at, updated_at, deleted_at)
            values (?, ?, ?, 'DELETED', ?, '{}', 'Member', 0, 0, ?, ?, ?)
            """)
        .param(organizationId)
        .param(TimeOrderedId.next())
        .param(connectionId)
        .param(externalId)
        .param(Sql.timestamp(at))
        .param(Sql.timestamp(at))
        .param(Sql.timestamp(at))
        .update();
  }

  /** Removes the row of a user who turned out to be another one; the values go with it. */
  void remove(User user) {
    jdbc.sql("delete from users where organization_id = ? and user_id = ?")
        .params(user.organizationId(), user.id())
        .update();
  }

  /** A user of an organization, whichever the connection, locked. */
  Optional<User> lockAnywhere(UUID organizationId, UUID userId) {
    return jdbc.sql(
            "select "
                + UserRow.COLUMNS
                + " from users u where u.organization_id = ? and u.user_id = ?"
                + VISIBLE
                + " for update")
        .params(organizationId, userId)
        .query(row)
        .optional();
  }

  /** The one user of a connection that meets a condition on the row. */
  Optional<User> one(Connection connection, String condition, Object value) {
    return jdbc.sql(
            "select "
                + UserRow.COLUMNS
                + " from users u where u.organization_id = ? and u.connection_id = ?"
                + condition)
        .params(connection.organizationId(), connection.id(), value)
        .query(row)
        .optional();
  }

  /** Whom an Admin made a Moderator, in order of ids. */
  List<UUID> moderatorsByHand(UUID organizationId) {
    return jdbc.sql(
            """
            select user_id from users
            where organization_id = ? and role_by_hand = 'Moderator' and status <> 'DELETED'
            order by user_id
            """)
        .param(organizationId)
        .query((row, _) -> row.getObject("user_id", UUID.class))
        .list();
  }

  void insert(User user) {
    jdbc.sql(
            """
            insert into users
              (organization_id, user_id, connection_id, status, user_name, user_name_key,
               external_id, external_id_key, email, attributes, role_by_hand, credential_epoch,
               scim_managed_since, claims_not_before, version, created_at, updated_at,
               scim_updated_at, hand_profile)
            values
              (:organization, :id, :connection, :status, :userName, :userNameKey, :externalId,
               :externalIdKey, :email, :attributes, :role, :epoch, :scimManagedSince,
               :claimsNotBefore, :version, :createdAt, :updatedAt, :scimUpdatedAt, :handProfile)
            """)
        .params(columns(user))
        .update();
    values.insert(ofUser(user), user.attributes());
  }

  private static ValueRows.Owner ofUser(User user) {
    return new ValueRows.Owner(
        ValueTable.USERS, user.organizationId(), user.id(), user.connectionId());
  }

  void update(User before, User user) {
    jdbc.sql(
            """
            update users set
              connection_id = :connection, status = :status, user_name = :userName, user_name_key = :userNameKey,
              external_id = coalesce(:externalId, external_id), external_id_key = :externalIdKey,
              email = :email,
              attributes = :attributes, role_by_hand = :role, credential_epoch = :epoch,
              scim_managed_since = :scimManagedSince, claims_not_before = :claimsNotBefore,
              version = :version, created_at = :createdAt, updated_at = :updatedAt,
              scim_updated_at = :scimUpdatedAt, hand_profile = :handProfile
            where organization_id = :organization and user_id = :id
            """)
        .params(columns(user))
        .update();
    // A parked value is found by no search, so it had no values yet.
    boolean elsewhere = !before.connectionId().equals(user.connectionId());
    if (before.status() == UserStatus.PARKED
        || elsewhere
        || !before.attributes().equals(user.attributes())) {
      values.replace(ofUser(user), user.attributes());
    }
  }

  /** Leaves the tombstone of a user: its names are free for somebody else. */
  void bury(User user, Instant at) {
    jdbc.sql(
            """
            update users set
              status = 'DELETED', user_name_key = null, external_id_key = null, attributes = '{}',
              email = null, credential_epoch = credential_epoch + 1, version = version + 1,
              deleted_at = :at, updated_at = :at
            where organization_id = :organization and user_id = :id
            """)
        .param("at", Sql.timestamp(at))
        .param("organization", user.organizationId())
        .param("id", user.id())
        .update();
    values.delete(ofUser(user));
  }

  private Map<String, @Nullable Object> columns(User user) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("organization", user.organizationId());
    columns.put("id", user.id());
    columns.put("connection", user.connectionId().orElse(null));
    columns.put("status", user.status().name());
    columns.put("userName", user.userName());
    columns.put("userNameKey", CaseFold.of(user.userName()));
    columns.put("externalId", user.externalId().orElse(null));
    columns.put("externalIdKey", user.externalId().orElse(null));
    columns.put("email", user.email().orElse(null));
    columns.put("attributes", row.written(user.attributes()));
    columns.put("role", user.roleByHand());
    columns.put("epoch", user.credentialEpoch());
    columns.put("scimManagedSince", Sql.timestamp(user.scimManagedSince()));
    columns.put("claimsNotBefore", Sql.timestamp(user.claimsNotBefore()));
    columns.put("version", user.version());
    columns.put("createdAt", Sql.timestamp(user.createdAt()));
    columns.put("updatedAt", Sql.timestamp(user.updatedAt()));
    columns.put("scimUpdatedAt", Sql.timestamp(user.scimUpdatedAt()));
    columns.put(
        "handProfile",
        user.handProfile().equals(HandProfile.NONE)
            ? null
            : row.written(user.handProfile().asValues()));
    return columns;
  }
}
