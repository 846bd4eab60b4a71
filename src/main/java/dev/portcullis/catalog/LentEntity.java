package dev.portcullis.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An entity that another room owns.
 *
 * @param key under which the catalog keeps what the organization adds; unlike the identifier it
 *     never changes
 * @param entity as its owner knows it, without what the organization adds
 */
public record LentEntity(String key, Entity entity) {

  /** The whole entity, with what the organization adds; what the owner says wins. */
  public Entity completed(Optional<Entity> added) {
    return added.map(addition -> SystemEntities.completed(entity, addition)).orElse(entity);
  }

  /** A draft of an entity of which nothing that is its owner's may become otherwise. */
  static LentOutcome unchanged(Optional<LentEntity> before, EntityDraft draft) {
    if (before.isEmpty()) {
      return new LentOutcome.Rejected(
          List.of(
              CatalogProblem.guarded(
                  "identifier",
                  "must be that of somebody or of a team that there is; neither is made here")));
    }
    List<CatalogProblem> problems = before.get().changes(draft);
    return problems.isEmpty()
        ? new LentOutcome.Taken(before.get(), false)
        : new LentOutcome.Rejected(problems);
  }

  private List<CatalogProblem> changes(EntityDraft draft) {
    List<CatalogProblem> properties =
        entity.properties().entrySet().stream()
            .filter(fixed -> draft.properties().containsKey(fixed.getKey()))
            .filter(
                fixed -> !Objects.equals(fixed.getValue(), draft.properties().get(fixed.getKey())))
            .map(fixed -> "properties." + fixed.getKey())
            .map(field -> CatalogProblem.guarded(field, "is not changed through the catalog"))
            .toList();
    List<String> owners = entity.teams().stream().map(OwningTeam::sent).toList();
    return draft.teams().isEmpty() || draft.teams().equals(owners)
        ? properties
        : List.of(CatalogProblem.guarded("team", "is not changed through the catalog"));
  }
}
