package dev.portcullis.directory;

import dev.portcullis.attribute.Page;
import dev.portcullis.attribute.Window;
import dev.portcullis.connection.Connection;
import dev.portcullis.directory.query.Matches;
import dev.portcullis.directory.query.Slice;
import dev.portcullis.directory.query.SqlPart;
import dev.portcullis.directory.query.Tenancy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds users and groups. A page of one type is one statement; a second one counts where nothing is
 * on the page though something may be elsewhere. A page of both types costs one more for each.
 */
@Component
class Searches {

  private final JdbcClient jdbc;
  private final Lookups lookups;
  private final Users users;
  private final Groups groups;
  private final UserRow userRow;
  private final GroupRow groupRow;

  Searches(
      JdbcClient jdbc,
      Lookups lookups,
      Users users,
      Groups groups,
      UserRow userRow,
      GroupRow groupRow) {
    this.jdbc = jdbc;
    this.lookups = lookups;
    this.users = users;
    this.groups = groups;
    this.userRow = userRow;
    this.groupRow = groupRow;
  }

  Page<DirectoryResource> page(Connection connection, Search search, Window window) {
    return page(connection, search, new Slice(Optional.empty(), window.offset(), window.count()));
  }

  /** A part of what matches. */
  Page<DirectoryResource> page(Connection connection, Search search, Slice slice) {
    Optional<List<? extends DirectoryResource>> few = lookups.of(connection, search);
    if (few.isPresent()) {
      return part(few.get(), slice);
    }
    Matches matches = matches(connection, search);
    if (matches.types() == 0) {
      return new Page<>(0, List.of());
    }
    Page<DirectoryResource> page =
        slice.count() == 0
            ? new Page<>(0, List.of())
            : matches.types() > 1
                ? both(connection, matches, slice)
                : found(
                    matches.resources(columns(search), slice),
                    search.findsUsers() ? userRow : groupRow);
    boolean mayBeElsewhere = page.total() == 0 && (slice.count() == 0 || slice.skips());
    return mayBeElsewhere ? new Page<>(count(matches), List.of()) : page;
  }

  private static Page<DirectoryResource> part(List<? extends DirectoryResource> all, Slice slice) {
    List<DirectoryResource> wanted =
        all.stream()
            .filter(one -> slice.after().map(last -> follows(one, last)).orElse(true))
            .skip(slice.offset())
            .limit(slice.count())
            .map(one -> (DirectoryResource) one)
            .toList();
    return new Page<>(all.size(), wanted);
  }

  /** In the order of both databases, which is that of the text. */
  private static boolean follows(DirectoryResource one, UUID last) {
    return one.id().toString().compareTo(last.toString()) > 0;
  }

  static Matches matches(Connection connection, Search search) {
    Tenancy tenancy =
        new Tenancy(connection.organizationId(), connection.id(), search.locationPrefix());
    return new Matches(tenancy)
        .users(search.users(), search.usersBy())
        .groups(search.groups(), search.groupsBy());
  }

  private static String columns(Search search) {
    return search.findsUsers() ? UserRow.COLUMNS : GroupRow.COLUMNS;
  }

  private <T> Page<T> found(SqlPart sql, RowMapper<? extends T> row) {
    AtomicLong total = new AtomicLong();
    List<T> elements =
        jdbc.sql(sql.text())
            .params(sql.parameters())
            .query((found, number) -> {
              total.set(found.getLong("total"));
              return (T) row.mapRow(found, number);
            })
            .list();
    return new Page<>(total.get(), elements);
  }

  private Page<DirectoryResource> both(Connection connection, Matches matches, Slice slice) {
    Page<UUID> ids =
        found(matches.identifiers(slice), (row, _) -> row.getObject("resource_id", UUID.class));
    return new Page<>(ids.total(), resources(connection, ids.elements()));
  }

  /** The users and groups of these ids that are there, in this order. */
  List<DirectoryResource> resources(Connection connection, List<UUID> ids) {
    Map<UUID, DirectoryResource> byId = new HashMap<>();
    if (!ids.isEmpty()) {
      users.all(connection, ids).forEach(user -> byId.put(user.id(), user));
      groups.all(connection, ids).forEach(group -> byId.put(group.id(), group));
    }
    return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
  }

  private long count(Matches matches) {
    SqlPart sql = matches.count();
    return jdbc.sql(sql.text()).params(sql.parameters()).query(Long.class).single();
  }
}
