package dev.portcullis.audit;

import dev.portcullis.organization.OneTransaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The audit log as it is read: the trail's entries, with them the sign-ins and requests that the
 * records hold, newest first.
 */
@Component
public class AuditLog {

  /** Events that are read at once; each may be a megabyte. */
  static final int PAGE = 200;

  private final LogRows rows;
  private final RecordedSignInEvents signIns;
  private final RecordedRequestEvents requests;

  AuditLog(LogRows rows, RecordedSignInEvents signIns, RecordedRequestEvents requests) {
    this.rows = rows;
    this.signIns = signIns;
    this.requests = requests;
  }

  /**
   * Tells events a page at a time. No transaction is held meanwhile, so that it costs neither
   * memory nor a connection how slowly they are taken. What is recorded in the meantime does not
   * get in: it is newer than where the walk began.
   *
   * @param behind where to begin
   * @param limit the most events that are told
   * @return where to go on, if there is more
   */
  public Optional<LogPosition> pages(
      UUID organizationId,
      LogQuery query,
      LogPosition behind,
      int limit,
      Consumer<List<LoggedEvent>> pages) {
    LogPosition place = behind;
    int left = limit;
    // Ends with the last page, and every page moves the place.
    while (true) {
      // One more than is wanted tells whether there is more.
      int size = Math.min(PAGE, left + 1);
      List<LoggedEvent> found = page(organizationId, query, place, size);
      List<LoggedEvent> wanted = found.subList(0, Math.min(found.size(), left));
      if (!wanted.isEmpty()) {
        pages.accept(wanted);
        place = wanted.getLast().position();
        left -= wanted.size();
      }
      if (found.size() > wanted.size()) {
        return Optional.of(place);
      }
      if (found.size() < size) {
        return Optional.empty();
      }
    }
  }

  private List<LoggedEvent> page(
      UUID organizationId, LogQuery query, LogPosition behind, int size) {
    List<LoggedEvent> page =
        Stream.of(
                rows.entries(organizationId, query, behind, size),
                signIns.find(organizationId, query, behind, size),
                requests.find(organizationId, query, behind, size))
            .flatMap(List::stream)
            .sorted(Comparator.comparing(LoggedEvent::position, LogPosition.NEWEST_FIRST))
            .limit(size)
            .toList();
    return withRequests(organizationId, page);
  }

  private List<LoggedEvent> withRequests(UUID organizationId, List<LoggedEvent> page) {
    Set<String> traces =
        page.stream()
            .filter(event -> event.request().isEmpty())
            .map(LoggedEvent::traceId)
            .collect(Collectors.toSet());
    Map<String, LoggedEvent.Request> known = rows.requests(organizationId, traces);
    List<LoggedEvent> told = new ArrayList<>();
    for (LoggedEvent event : page) {
      LoggedEvent.Request request = known.get(event.traceId());
      told.add(request == null || event.request().isPresent() ? event : event.through(request));
    }
    return told;
  }

  /** A part of an entry's long lists, the first being 0. */
  @OneTransaction(readOnly = true)
  public Optional<LogPart> part(UUID organizationId, UUID entryId, int part) {
    return rows.part(organizationId, entryId, part);
  }

  /** An entity that the log knows, whether it is still there or not. */
  public record KnownEntity(String blueprint, String identifier) {}

  /**
   * The entities that events are about.
   *
   * @param entity identifier of an entity, of whatever blueprint
   * @param eventId an event
   * @param limit the most that are answered
   */
  @OneTransaction(readOnly = true)
  public List<KnownEntity> entitiesOf(
      UUID organizationId, Optional<String> entity, Optional<UUID> eventId, int limit) {
    return rows.entitiesOf(organizationId, entity, eventId, limit);
  }
}
