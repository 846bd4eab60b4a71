package dev.portcullis.access;

import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.PortalObjects;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import dev.portcullis.permission.RunOperation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;

/** The doorway to which self-service actions a caller may run. */
@Component
public class RunnableActions {

  /** The most searches of one answer, each of which looks at a part of the actions. */
  private static final int MAX_PARTS = 50;

  /** Operations that take an entity, which nobody has named yet. */
  private static final Set<String> ON_ENTITY = Set.of("DAY-2", "DELETE");

  private final AccessSearches searches;
  private final AccessSnapshots snapshots;
  private final PortalObjects objects;

  RunnableActions(AccessSearches searches, AccessSnapshots snapshots, PortalObjects objects) {
    this.searches = searches;
    this.snapshots = snapshots;
    this.objects = objects;
  }

  /**
   * An action that may be run.
   *
   * @param onTeamEntities whether only on entities that a team of the caller's owns
   */
  public record Runnable(String identifier, boolean onTeamEntities) {}

  /**
   * The actions, by identifier, at most {@link SearchPlace#MAX_LIMIT}: an app may run them all. An
   * action on an entity is one that may be run on some, whatever its policy will say of that one.
   */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Runnable> of(Caller caller) {
    List<PortalObject> all = objects.all(caller.organizationId(), PortalObject.Kind.ACTION);
    Stream<Runnable> runnable =
        caller.actor() instanceof Actor.Person person
            ? Stream.concat(byThemselves(caller, person), onEntities(caller, all))
            : all.stream().map(action -> new Runnable(action.identifier(), false));
    return runnable
        .sorted(Comparator.comparing(Runnable::identifier))
        .limit(SearchPlace.MAX_LIMIT)
        .toList();
  }

  private Stream<Runnable> byThemselves(Caller caller, Actor.Person person) {
    AccessQuestion question =
        AccessQuestion.plain(person.userId(), "execute", AccessQuestion.ACTION, "any");
    List<String> found = new ArrayList<>();
    Optional<String> after = Optional.empty();
    for (int part = 0; part < MAX_PARTS && found.size() < SearchPlace.MAX_LIMIT; part++) {
      SearchPlace place = new SearchPlace(after, SearchPlace.MAX_LIMIT - found.size());
      SearchPage page = searches.resources(caller.organizationId(), question, place);
      found.addAll(page.found());
      after = page.next();
      if (after.isEmpty()) {
        break;
      }
    }
    return found.stream().map(identifier -> new Runnable(identifier, false));
  }

  private Stream<Runnable> onEntities(Caller caller, List<PortalObject> all) {
    AccessSnapshot snapshot = snapshots.of(caller.organizationId());
    Optional<AccessSubject> person = EntityRights.of(snapshot, caller).person();
    return person.stream()
        .flatMap(subject ->
            all.stream()
                .filter(action -> action.operation().filter(ON_ENTITY::contains).isPresent())
                .flatMap(action -> onEntities(snapshot, subject, action.identifier()).stream()));
  }

  private static Optional<Runnable> onEntities(
      AccessSnapshot snapshot, AccessSubject subject, String identifier) {
    Extent extent =
        snapshot
            .ruling(PermissionOwner.action(identifier))
            .map(ruling -> new PreviewedDocument(ruling, Optional.empty()))
            .map(document -> document.extents(subject).get(RunOperation.EXECUTE))
            .orElse(Extent.NOTHING);
    return extent.isNothing() || !subject.subject().active()
        ? Optional.empty()
        : Optional.of(new Runnable(identifier, !extent.everything() && !extent.conditional()));
  }
}
