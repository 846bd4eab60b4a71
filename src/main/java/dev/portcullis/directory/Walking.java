package dev.portcullis.directory;

import dev.portcullis.attribute.Page;
import dev.portcullis.attribute.Window;
import dev.portcullis.connection.Connection;
import dev.portcullis.directory.query.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Leads through results part by part (RFC 9865). In order of the ids, which never change, the last
 * id says where to go on; any other order is written down when the walk begins.
 */
@Component
class Walking {

  private final Searches searches;
  private final CursorWalks walks;
  private final DatabaseClock clock;

  Walking(Searches searches, CursorWalks walks, DatabaseClock clock) {
    this.searches = searches;
    this.walks = walks;
    this.clock = clock;
  }

  WalkOutcome walk(Connection connection, Search search, Optional<Cursor> cursor, int count) {
    if (cursor.isEmpty()) {
      return search.isById()
          ? byId(connection, search, Optional.empty(), count)
          : begun(connection, search, count);
    }
    return switch (cursor.get()) {
      case Cursor.AfterId(UUID id) -> byId(connection, search, Optional.of(id), count);
      case Cursor.AtStep step -> atStep(connection, step, count, clock.now());
    };
  }

  private WalkOutcome byId(Connection connection, Search search, Optional<UUID> last, int count) {
    // One more than wanted shows whether there is more.
    int wanted = count == 0 ? 0 : count + 1;
    Page<DirectoryResource> page = searches.page(connection, search, new Slice(last, 0, wanted));
    boolean more = count > 0 && page.elements().size() > count;
    List<DirectoryResource> elements = more ? page.elements().subList(0, count) : page.elements();
    Optional<Cursor> next =
        more ? Optional.of(new Cursor.AfterId(elements.getLast().id())) : Optional.empty();
    return new WalkOutcome.Part(page.total(), elements, next);
  }

  /** A result that fits into one part is no walk. */
  private WalkOutcome begun(Connection connection, Search search, int count) {
    Page<DirectoryResource> page = searches.page(connection, search, new Window(1, count));
    if (count == 0 || page.total() <= count) {
      return new WalkOutcome.Part(page.total(), page.elements(), Optional.empty());
    }
    if (page.total() > CursorWalks.MAX_STEPS) {
      return new WalkOutcome.TooMany(CursorWalks.MAX_STEPS);
    }
    Instant now = clock.now();
    Optional<UUID> walk = walks.begun(connection, Searches.matches(connection, search), now);
    return walk.isEmpty()
        ? new WalkOutcome.TooMany(CursorWalks.MAX_STEPS)
        : atStep(connection, new Cursor.AtStep(walk.get(), 0), count, now);
  }

  private WalkOutcome atStep(Connection connection, Cursor.AtStep cursor, int count, Instant now) {
    Optional<Integer> steps = walks.steps(connection, cursor.walkId(), now);
    if (steps.isEmpty() || cursor.step() < 0 || cursor.step() > steps.get()) {
      return new WalkOutcome.Expired();
    }
    List<UUID> ids = walks.resources(connection, cursor, count);
    int following = cursor.step() + ids.size();
    Optional<Cursor> next =
        following < steps.get() && count > 0
            ? Optional.of(new Cursor.AtStep(cursor.walkId(), following))
            : Optional.empty();
    return new WalkOutcome.Part(steps.get(), searches.resources(connection, ids), next);
  }
}
