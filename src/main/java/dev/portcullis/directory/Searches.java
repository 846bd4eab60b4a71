package dev.portcullis.directory;

import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.Page;
import dev.portcullis.attribute.Window;
import dev.portcullis.connection.Connection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds users and groups. */
@Component
class Searches {

  private final UserSearch users;
  private final GroupSearch groups;

  Searches(UserSearch users, GroupSearch groups) {
    this.users = users;
    this.groups = groups;
  }

  Page<DirectoryResource> page(Connection connection, Search search, Window window) {
    Page<? extends DirectoryResource> page =
        search.users() instanceof DirectoryQuery.None
            ? groups.page(connection, search.groups(), search.groupsBy(), window)
            : users.page(connection, search.users(), search.usersBy(), window);
    return new Page<>(page.total(), java.util.List.copyOf(page.elements()));
  }

  WalkOutcome walk(Connection connection, Search search, Optional<Cursor> cursor, int count) {
    throw new UnsupportedOperationException("not served yet");
  }
}
