package dev.portcullis.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What to look for in the audit log; an empty part does not narrow, all parts hold at once.
 *
 * @param id the event itself
 * @param entity identifier of an entity
 * @param blueprints that the events are about; an empty set is none at all
 * @param resourceTypes kinds of resources
 * @param resourceId identifier of whatever kind of resource
 * @param actorKinds kinds of actors, as {@code Actor.kind()} names them
 * @param succeeded whether what was done, or what was refused
 * @param from inclusive
 * @param to inclusive
 */
public record LogQuery(
    Optional<UUID> id,
    Optional<String> entity,
    Optional<Set<String>> blueprints,
    Optional<Set<String>> resourceTypes,
    Optional<String> resourceId,
    Optional<Set<String>> actorKinds,
    Optional<Set<String>> actions,
    Optional<Boolean> succeeded,
    Optional<String> traceId,
    Optional<Instant> from,
    Optional<Instant> to) {

  private static final String ENTITY = "entity";

  /** Everything. */
  public static final LogQuery ALL =
      new LogQuery(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The same, of entities of these blueprints alone. */
  public LogQuery ofEntitiesIn(Set<String> some) {
    return new LogQuery(
        id,
        entity,
        Optional.of(some),
        Optional.of(wants(ENTITY) ? Set.of(ENTITY) : Set.of()),
        resourceId,
        actorKinds,
        actions,
        succeeded,
        traceId,
        from,
        to);
  }

  boolean wants(String resourceType) {
    return resourceTypes.isEmpty() || resourceTypes.get().contains(resourceType);
  }

  boolean wantsActor(String kind) {
    return actorKinds.isEmpty() || actorKinds.get().contains(kind);
  }

  /** Whether only entries of the trail can have what is looked for. */
  boolean isAboutEntries() {
    return entity.isPresent() || blueprints.isPresent() || resourceId.isPresent();
  }
}
