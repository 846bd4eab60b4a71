package dev.portcullis.scim;

import dev.portcullis.attribute.Page;
import dev.portcullis.attribute.Window;
import dev.portcullis.directory.Cursor;
import dev.portcullis.directory.Directory;
import dev.portcullis.directory.DirectoryResource;
import dev.portcullis.directory.Group;
import dev.portcullis.directory.Search;
import dev.portcullis.directory.User;
import dev.portcullis.directory.WalkOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers every search, whether it came in a query or in a message, for one type or for all: page
 * by index (RFC 7644 §3.4.2) or by cursor (RFC 9865).
 */
@Component
class ResourceSearch {

  private final Directory directory;
  private final UserRepresentations users;
  private final GroupRepresentations groups;

  ResourceSearch(Directory directory, UserRepresentations users, GroupRepresentations groups) {
    this.directory = directory;
    this.users = users;
    this.groups = groups;
  }

  ResponseEntity<Object> answer(ScimRequest request, SearchedTypes types) {
    Search search = SearchBinding.of(request, types);
    Wanted wanted =
        new Wanted(
            request.projection(request.schemas().user()),
            request.projection(request.schemas().group()));
    return withinReason(() ->
        request.query().cursor().isPresent()
            ? walk(
                request,
                search,
                wanted,
                new CursorText(request.query(), types, request.connection().id()))
            : page(request, search, wanted, request.query().window()));
  }

  /** What takes the database too long will do so again: the client has to ask for less. */
  static <T> T withinReason(Supplier<T> search) {
    try {
      return search.get();
    } catch (QueryTimeoutException _) {
      throw Refusals.tooCostly();
    }
  }

  /** How each type is shown; read before the search, so that a bad parameter costs nothing. */
  private record Wanted(Projection user, Projection group) {}

  private ResponseEntity<Object> page(
      ScimRequest request, Search search, Wanted wanted, Window window) {
    Page<DirectoryResource> page = directory.search(request.connection(), search, window);
    return ScimResponses.list(
        page.total(), window.startIndex(), shown(page.elements(), request, wanted));
  }

  private ResponseEntity<Object> walk(
      ScimRequest request, Search search, Wanted wanted, CursorText form) {
    int count = request.query().walkCount();
    Optional<Cursor> cursor = form.cursor();
    return switch (directory.walk(request.connection(), search, cursor, count)) {
      case WalkOutcome.Part(long total, List<DirectoryResource> elements, Optional<Cursor> next) ->
          ScimResponses.walk(total, next.map(form::write), shown(elements, request, wanted));
      case WalkOutcome.Expired _ -> throw Refusals.expiredCursor();
      case WalkOutcome.TooMany(int limit) -> throw Refusals.tooMany(limit);
    };
  }

  /** In the order of the search; what a type needs is read for all of its resources at once. */
  private List<?> shown(List<DirectoryResource> found, ScimRequest request, Wanted wanted) {
    List<User> foundUsers = new ArrayList<>();
    List<Group> foundGroups = new ArrayList<>();
    for (DirectoryResource resource : found) {
      switch (resource) {
        case User user -> foundUsers.add(user);
        case Group group -> foundGroups.add(group);
      }
    }
    Map<UUID, Map<String, Object>> shown = new HashMap<>();
    put(shown, foundUsers, users.of(foundUsers, request, wanted.user()));
    put(shown, foundGroups, groups.of(foundGroups, request, wanted.group()));
    return found.stream()
        .map(resource -> Objects.requireNonNull(shown.get(resource.id())))
        .toList();
  }

  private static void put(
      Map<UUID, Map<String, Object>> shown,
      List<? extends DirectoryResource> resources,
      List<Map<String, Object>> representations) {
    for (int i = 0; i < resources.size(); i++) {
      shown.put(resources.get(i).id(), representations.get(i));
    }
  }
}
