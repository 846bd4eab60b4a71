package dev.portcullis.directory;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.Operand;
import dev.portcullis.attribute.Page;
import dev.portcullis.attribute.PlainText;
import dev.portcullis.attribute.Sorting;
import dev.portcullis.attribute.Window;
import dev.portcullis.connection.Connection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds users: page by page, by a unique attribute, or by what somebody calls them. */
@Component
class UserSearch {

  private final JdbcClient jdbc;
  private final Users users;
  private final Handles handles;
  private final UserRow row;

  UserSearch(JdbcClient jdbc, Users users, Handles handles, UserRow row) {
    this.jdbc = jdbc;
    this.users = users;
    this.handles = handles;
    this.row = row;
  }

  Page<User> page(Connection connection, DirectoryQuery query, Sorting sorting, Window window) {
    return switch (query) {
      case DirectoryQuery.All _ -> everybody(connection, window);
      case DirectoryQuery.Compare(var attribute, var _, Operand.Text(String value)) ->
          window(matching(connection, attribute.path(), value), window);
      default -> throw new IllegalArgumentException("not searched for yet");
    };
  }

  private Page<User> everybody(Connection connection, Window window) {
    List<User> elements =
        jdbc.sql(
                "select "
                    + UserRow.COLUMNS
                    + " from users u where u.organization_id = ? and u.connection_id = ?"
                    + Users.VISIBLE
                    + " order by u.user_id offset ? rows fetch next ? rows only")
            .params(connection.organizationId(), connection.id(), window.offset(), window.count())
            .query(row)
            .list();
    long total =
        jdbc.sql(
                "select count(*) from users u where u.organization_id = ? and u.connection_id = ?"
                    + Users.VISIBLE)
            .params(connection.organizationId(), connection.id())
            .query(Long.class)
            .single();
    return new Page<>(total, elements);
  }

  private List<User> matching(Connection connection, String attribute, String value) {
    if (!PlainText.isPlain(value)) {
      return List.of();
    }
    Optional<User> found =
        switch (attribute) {
          case "id" -> Ids.parse(value).flatMap(id -> users.find(connection, id));
          case "username" ->
              users.one(connection, " and u.user_name_key = ?" + Users.VISIBLE, CaseFold.of(value));
          case "externalid" ->
              users.one(connection, " and u.external_id_key = ?" + Users.VISIBLE, value);
          default -> throw new IllegalArgumentException("not searched for yet");
        };
    return found.stream().toList();
  }

  /** The wanted part of a short result. */
  static <T> Page<T> window(List<T> all, Window window) {
    List<T> wanted = all.stream().skip(window.offset()).limit(window.count()).toList();
    return new Page<>(all.size(), wanted);
  }

  /** Whom an identifier means in an organization: by id, then by handle, then by user name. */
  SubjectOutcome subject(UUID organizationId, String identifier) {
    if (!PlainText.isPlain(identifier)) {
      return new SubjectOutcome.Unknown();
    }
    Optional<UUID> id = Ids.parse(identifier).or(() -> handles.user(organizationId, identifier));
    List<SubjectOutcome> found =
        id.map(userId -> people(organizationId, " and u.user_id = ?", userId)).orElse(List.of());
    if (found.isEmpty()) {
      // Who is left of a deleted connection must not stand in the way of who came after.
      found =
          people(
              organizationId,
              " and u.user_name_key = ? and c.deleted_at is null",
              CaseFold.of(identifier));
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
                + Users.VISIBLE)
        .params(organizationId, value)
        .query((found, number) ->
            (SubjectOutcome)
                new SubjectOutcome.Found(
                    row.mapRow(found, number), found.getBoolean("connection_enabled")))
        .list();
  }
}
