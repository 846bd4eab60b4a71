package dev.portcullis.access;

import dev.portcullis.access.PreviewedDocument.PersonClass;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Entity;
import dev.portcullis.permission.Action;
import dev.portcullis.permission.EntityOperation;
import dev.portcullis.permission.PropertyValue;
import dev.portcullis.permission.RunOperation;
import dev.portcullis.permission.UpdateProperty;
import dev.portcullis.permission.UpdateRelation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What becomes of everybody's rights under one permission document. People whom the document cannot
 * tell apart, neither before nor after, are looked at once.
 */
final class DocumentComparison {

  /** What policies may let somebody do with an entity that is there. */
  private static final List<EntityOperation> BY_POLICY =
      List.of(EntityOperation.READ, EntityOperation.UPDATE, EntityOperation.UNREGISTER);

  private static final ClaimedResource NO_CLAIM = new ClaimedResource(List.of(), Map.of());

  private final PreviewedWorld worldBefore;
  private final PreviewedWorld worldAfter;
  private final PreviewedDocument before;
  private final PreviewedDocument after;
  private final boolean changed;
  private final Map<Classes, AlikePeople> people = new LinkedHashMap<>();

  private record Classes(Optional<PersonClass> before, Optional<PersonClass> after) {}

  DocumentComparison(
      PreviewedWorld worldBefore,
      PreviewedWorld worldAfter,
      PreviewedDocument before,
      PreviewedDocument after) {
    this.worldBefore = worldBefore;
    this.worldAfter = worldAfter;
    this.before = before;
    this.after = after;
    this.changed = !before.saysTheSame(after);
  }

  /** Whether the change rewrites the document, so that it concerns everybody. */
  boolean isChanged() {
    return changed;
  }

  /** Takes somebody in whom both snapshots know. */
  void take(
      UUID userId, Optional<AccessSubject> personBefore, Optional<AccessSubject> personAfter) {
    Classes classes =
        new Classes(
            personBefore.map(subject -> classOf(worldBefore, before, subject)),
            personAfter.map(subject -> classOf(worldAfter, after, subject)));
    if (changed || !classes.before().equals(classes.after())) {
      people
          .computeIfAbsent(
              classes,
              _ ->
                  new AlikePeople(
                      personBefore.map(before::extents).orElse(Map.of()),
                      personAfter.map(after::extents).orElse(Map.of())))
          .add(userId);
    }
  }

  private static PersonClass classOf(
      PreviewedWorld world, PreviewedDocument document, AccessSubject subject) {
    Map<PolicyReferences.Named, List<PropertyValue>> values =
        document.references().isEmpty()
            ? Map.of()
            : document
                .references()
                .values(context(world, subject, document.owner()).circumstances());
    return document.classOf(subject, values);
  }

  private static DecisionContext context(
      PreviewedWorld world, AccessSubject subject, PermissionOwner owner) {
    return DecisionContexts.of(
        world.snapshot(),
        subject,
        AccessQuestion.plain(subject.user().id(), "read", owner.identifier(), "any"));
  }

  /** Whether the answer on some stored entity may be another one. */
  boolean dependsOnEntities() {
    return after.blueprint().isPresent()
        && (before.hasPolicies() || after.hasPolicies())
        && !people.isEmpty();
  }

  Blueprint blueprint() {
    return after.blueprint().orElseThrow();
  }

  /** Those who stand for all whose answers on stored entities are to be compared. */
  Collection<UUID> representatives() {
    return people.values().stream().map(alike -> alike.representative()).toList();
  }

  /**
   * Compares what may be done with some stored entities; both snapshots know {@link
   * #representatives}.
   */
  void look(List<Entity> entities, PreviewBudget budget) {
    entities.forEach(worldBefore.snapshot()::know);
    entities.forEach(worldAfter.snapshot()::know);
    people.forEach((classes, alike) -> {
      UUID userId = alike.representative();
      for (EntityOperation action : BY_POLICY) {
        if (concerns(classes, action) && !alike.isEverything(action)) {
          for (Entity entity : entities) {
            if (budget.isSpent()) {
              return;
            }
            compare(alike, userId, action, entity.identifier());
          }
        }
      }
    });
    worldBefore.snapshot().forgetEntities();
    worldAfter.snapshot().forgetEntities();
  }

  private boolean concerns(Classes classes, EntityOperation action) {
    if (!classes.before().equals(classes.after())) {
      return action == EntityOperation.READ || before.hasPolicy(action) || after.hasPolicy(action);
    }
    // Every right to change an entity is a right to read it.
    return action == EntityOperation.READ
        || (!before.saysTheSame(after, action)
            && (before.hasPolicy(action) || after.hasPolicy(action)));
  }

  private void compare(AlikePeople alike, UUID userId, EntityOperation action, String entity) {
    boolean was = isAllowed(worldBefore, before, userId, action, entity);
    boolean is = isAllowed(worldAfter, after, userId, action, entity);
    if (was != is) {
      alike.note(action, entity, is);
    }
  }

  private static boolean isAllowed(
      PreviewedWorld world,
      PreviewedDocument document,
      UUID userId,
      EntityOperation action,
      String entity) {
    return world
        .acting(userId)
        .map(subject ->
            EntityDecisions.decide(
                world.snapshot(),
                subject,
                document.blueprint().orElseThrow(),
                document.ruling(),
                action,
                entity,
                NO_CLAIM,
                () -> context(world, subject, document.owner()),
                false))
        .filter(decided -> decided.decision().isAllowed())
        .isPresent();
  }

  /** Hands on what somebody gains and loses, for everybody for whom it is anything. */
  void tell(Listener listener) {
    people
        .values()
        .forEach(alike -> {
          List<Right> gains = rights(alike.gains());
          List<Right> losses = rights(alike.losses());
          if (!gains.isEmpty() || !losses.isEmpty()) {
            alike.members().forEach(userId -> listener.changes(userId, gains, losses));
          }
        });
  }

  /** Somebody to whom changes are told. */
  @FunctionalInterface
  interface Listener {

    void changes(UUID userId, List<Right> gains, List<Right> losses);
  }

  /** What the right to change everything covers is not told again for each field (rule 14). */
  private List<Right> rights(Map<Action, Extent> extents) {
    Extent update = extents.getOrDefault(EntityOperation.UPDATE, Extent.NOTHING);
    Map<String, Extent> told = new TreeMap<>();
    extents.forEach((action, extent) -> {
      if (!isField(action) || !extent.beyond(update).isNothing()) {
        told.put(action.actionName(), extent);
      }
    });
    return told.entrySet().stream()
        .map(one -> new Right(after.owner(), one.getKey(), one.getValue()))
        .toList();
  }

  private static boolean isField(Action action) {
    return action instanceof UpdateProperty || action instanceof UpdateRelation;
  }

  /** What cannot be told beforehand. */
  Stream<String> warnings() {
    return Stream.concat(runs(), questions());
  }

  private Stream<String> runs() {
    return Stream.of(RunOperation.EXECUTE, RunOperation.APPROVE)
        .filter(action ->
            before.hasPolicy(action)
                && after.hasPolicy(action)
                && !before.saysTheSame(after, action))
        .map(action ->
            "the policy of `%s` of %s changes; whom it lets through depends on each run, ask `simulate` for one"
                .formatted(action.actionName(), after.owner().inWords()));
  }

  private Stream<String> questions() {
    return changed
            && (before.references().includeQuestion() || after.references().includeQuestion())
        ? Stream.of(
            "policies of %s look at properties that come with a question; they count as absent here"
                .formatted(after.owner().inWords()))
        : Stream.empty();
  }
}
