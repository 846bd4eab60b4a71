package dev.portcullis.directory;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.Page;
import dev.portcullis.attribute.PlainText;
import dev.portcullis.attribute.Window;
import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Sql;
import java.time.Instant;
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

  private static final String VISIBLE = " and u.status not in ('PARKED', 'DELETED')";

  private final JdbcClient jdbc;
  private final UserRow row;

  Users(JdbcClient jdbc, UserRow row) {
    this.jdbc = jdbc;
    this.row = row;
  }

  Optional<User> find(Connection connection, UUID userId) {
    return one(connection, " and u.user_id = ?" + VISIBLE, userId);
  }

  /** As {@link #find}, and no other transaction changes the user until this one ends. */
  Optional<User> lock(Connection connection, UUID userId) {
    return one(connection, " and u.user_id = ?" + VISIBLE + " for update", userId);
  }

  /** Whoever bears an external id now, a parked value included, locked. */
  Optional<User> lockByExternalId(Connection connection, String externalId) {
    return one(connection, " and u.external_id_key = ? for update", externalId);
  }

  /** Whoever bears a user name now, locked. */
  Optional<User> lockByUserName(Connection connection, String userName) {
    return one(connection, " and u.user_name_key = ? for update", CaseFold.of(userName));
  }

  /** Whether somebody who bore this external id was deleted. */
  boolean hasTombstone(Connection connection, String externalId) {
    return jdbc.sql(
                """
                select count(*) from users u
                where u.organization_id = ? and u.connection_id = ? and u.external_id = ?
                  and u.status = 'DELETED'
                """)
            .params(connection.organizationId(), connection.id(), externalId)
            .query(Long.class)
            .single()
        > 0;
  }

  private Optional<User> one(Connection connection, String condition, Object value) {
    return jdbc.sql(
            "select "
                + UserRow.COLUMNS
                + " from users u where u.organization_id = ? and u.connection_id = ?"
                + condition)
        .params(connection.organizationId(), connection.id(), value)
        .query(row)
        .optional();
  }

  Page<User> page(Connection connection, DirectoryQuery query, Window window) {
    return switch (query) {
      case DirectoryQuery.All _ -> everybody(connection, window);
      case DirectoryQuery.Equal(var attribute, String value) ->
          window(matching(connection, attribute, value), window);
    };
  }

  private Page<User> everybody(Connection connection, Window window) {
    List<User> elements =
        jdbc.sql(
                "select "
                    + UserRow.COLUMNS
                    + " from users u where u.organization_id = ? and u.connection_id = ?"
                    + VISIBLE
                    + " order by u.user_id offset ? rows fetch next ? rows only")
            .params(connection.organizationId(), connection.id(), window.offset(), window.count())
            .query(row)
            .list();
    long total =
        jdbc.sql(
                "select count(*) from users u where u.organization_id = ? and u.connection_id = ?"
                    + VISIBLE)
            .params(connection.organizationId(), connection.id())
            .query(Long.class)
            .single();
    return new Page<>(total, elements);
  }

  private List<User> matching(
      Connection connection, DirectoryQuery.Attribute attribute, String value) {
    if (!PlainText.isPlain(value)) {
      return List.of();
    }
    Optional<User> found =
        switch (attribute) {
          case ID -> Ids.parse(value).flatMap(id -> find(connection, id));
          case USER_NAME ->
              one(connection, " and u.user_name_key = ?" + VISIBLE, CaseFold.of(value));
          case EXTERNAL_ID -> one(connection, " and u.external_id_key = ?" + VISIBLE, value);
          case DISPLAY_NAME ->
              throw new IllegalArgumentException("users are not searched by display name");
        };
    return found.stream().toList();
  }

  /** The wanted part of a short result. */
  static <T> Page<T> window(List<T> all, Window window) {
    List<T> wanted = all.stream().skip(window.offset()).limit(window.count()).toList();
    return new Page<>(all.size(), wanted);
  }

  void insert(User user) {
    jdbc.sql(
            """
            insert into users
              (organization_id, user_id, connection_id, status, user_name, user_name_key,
               external_id, external_id_key, email, attributes, role_by_hand, credential_epoch,
               scim_managed_since, claims_not_before, version, created_at, updated_at)
            values
              (:organization, :id, :connection, :status, :userName, :userNameKey, :externalId,
               :externalIdKey, :email, :attributes, :role, :epoch, :scimManagedSince,
               :claimsNotBefore, :version, :createdAt, :updatedAt)
            """)
        .params(columns(user))
        .update();
  }

  void update(User user) {
    jdbc.sql(
            """
            update users set
              status = :status, user_name = :userName, user_name_key = :userNameKey,
              external_id = :externalId, external_id_key = :externalIdKey, email = :email,
              attributes = :attributes, role_by_hand = :role, credential_epoch = :epoch,
              scim_managed_since = :scimManagedSince, claims_not_before = :claimsNotBefore,
              version = :version, created_at = :createdAt, updated_at = :updatedAt
            where organization_id = :organization and user_id = :id
            """)
        .params(columns(user))
        .update();
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
    return columns;
  }

  /** Whom an identifier means in an organization: by id, then by handle, then by user name. */
  SubjectOutcome subject(UUID organizationId, String identifier, Handles handles) {
    if (!PlainText.isPlain(identifier)) {
      return new SubjectOutcome.Unknown();
    }
    Optional<UUID> id = Ids.parse(identifier).or(() -> handles.user(organizationId, identifier));
    List<SubjectOutcome> found =
        id.map(userId -> people(organizationId, " and u.user_id = ?", userId)).orElse(List.of());
    if (found.isEmpty()) {
      found = people(organizationId, " and u.user_name_key = ?", CaseFold.of(identifier));
    }
    return switch (found.size()) {
      case 0 -> new SubjectOutcome.Unknown();
      case 1 -> found.getFirst();
      default -> new SubjectOutcome.Ambiguous();
    };
  }

  private List<SubjectOutcome> people(UUID organizationId, String condition, Object value) {
    return jdbc.sql(
            "select "
                + UserRow.COLUMNS
                + ", case when c.connection_id is null or (c.enabled and c.deleted_at is null)"
                + " then true else false end as connection_enabled from users u"
                + " left join connections c on c.organization_id = u.organization_id"
                + " and c.connection_id = u.connection_id where u.organization_id = ?"
                + condition
                + VISIBLE)
        .params(organizationId, value)
        .query((found, number) ->
            (SubjectOutcome)
                new SubjectOutcome.Found(
                    row.mapRow(found, number), found.getBoolean("connection_enabled")))
        .list();
  }
}
