package dev.portcullis.directory;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.DirectoryQuery.Comparison;
import dev.portcullis.attribute.Operand;
import dev.portcullis.attribute.PlainText;
import dev.portcullis.connection.Connection;
import dev.portcullis.directory.query.Ids;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds by one equality of an attribute that has an index of its own, which is what clients ask
 * before each push. The statement is the plainest there can be, for H2 plans one that it has not
 * just seen anew, and planning a general search takes it longer than answering this.
 */
@Component
class Lookups {

  private final Users users;
  private final Groups groups;

  Lookups(Users users, Groups groups) {
    this.users = users;
    this.groups = groups;
  }

  /** Everything that matches, in order of ids; empty if the search is of another kind. */
  Optional<List<? extends DirectoryResource>> of(Connection connection, Search search) {
    if (search.groups() instanceof DirectoryQuery.None) {
      return equality(search.users()).flatMap(asked -> users(connection, asked));
    }
    boolean groupsById =
        search.users() instanceof DirectoryQuery.None && search.groupsBy().by().isEmpty();
    return groupsById
        ? equality(search.groups()).flatMap(asked -> groups(connection, asked))
        : Optional.empty();
  }

  /** An attribute and the text that it shall equal. */
  private record Equality(String path, String value) {}

  private static Optional<Equality> equality(DirectoryQuery query) {
    return query
                instanceof
                DirectoryQuery.Compare(var key, Comparison comparison, Operand.Text(String value))
            && comparison == Comparison.EQUAL
            && PlainText.isPlain(value)
        ? Optional.of(new Equality(key.path(), value))
        : Optional.empty();
  }

  private Optional<List<? extends DirectoryResource>> users(Connection connection, Equality asked) {
    return switch (asked.path()) {
      case "username" -> Optional.of(one(connection, "user_name_key", CaseFold.of(asked.value())));
      case "externalid" -> Optional.of(one(connection, "external_id_key", asked.value()));
      case "id" -> Ids.parse(asked.value()).map(id -> users.find(connection, id).stream().toList());
      default -> Optional.empty();
    };
  }

  private List<User> one(Connection connection, String column, String value) {
    String condition = " and u." + column + " = ?" + Users.VISIBLE;
    return users.one(connection, condition, value).stream().toList();
  }

  private Optional<List<? extends DirectoryResource>> groups(
      Connection connection, Equality asked) {
    return switch (asked.path()) {
      case "displayname" ->
          Optional.of(
              groups.some(
                  connection,
                  " and g.display_name_key = ? order by g.group_id",
                  CaseFold.of(asked.value())));
      case "id" ->
          Ids.parse(asked.value()).map(id -> groups.find(connection, id).stream().toList());
      default -> Optional.empty();
    };
  }
}
