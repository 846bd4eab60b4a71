package dev.portcullis.catalog;

import dev.portcullis.catalog.EntityPlan.RelatedEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds what keeps a planned change of an entity from coming true, but for rights. */
@Component
class EntityObstacles {

  private final EntityRows rows;
  private final EntityLinks links;

  EntityObstacles(EntityRows rows, EntityLinks links) {
    this.rows = rows;
    this.links = links;
  }

  /** The first thing that stands in its way. */
  Optional<EntityOutcome> of(UUID organizationId, EntityPlan plan) {
    return unfit(plan).or(() -> unmovable(organizationId, plan));
  }

  private static Optional<EntityOutcome> unfit(EntityPlan plan) {
    if (!plan.problems().isEmpty()) {
      return Optional.of(new EntityOutcome.Rejected(plan.problems()));
    }
    Optional<RelatedEntity> lost =
        plan.missing().stream()
            .filter(one -> !plan.makesMissing() || SystemBlueprints.are(one.blueprint()))
            .findFirst();
    if (lost.isPresent()) {
      return lost.map(one ->
          new EntityOutcome.TargetNotFound(one.relation(), one.blueprint(), one.identifier()));
    }
    List<CatalogProblem> unmade = unmade(plan.missing());
    if (!unmade.isEmpty()) {
      return Optional.of(new EntityOutcome.Rejected(unmade));
    }
    return Optional.empty();
  }

  private Optional<EntityOutcome> unmovable(UUID organizationId, EntityPlan plan) {
    String now = plan.after().identifier();
    Optional<Entity> moving = plan.before().filter(was -> !was.identifier().equals(now));
    if (moving.isEmpty()) {
      return Optional.empty();
    }
    if (rows.find(organizationId, plan.blueprint().identifier(), now).isPresent()) {
      return Optional.of(new EntityOutcome.Exists(now));
    }
    return links.to(organizationId, List.of(moving.get()), EntityPlans.MAX_FOLLOWING + 1).size()
            > EntityPlans.MAX_FOLLOWING
        ? Optional.of(
            new EntityOutcome.Rejected(
                List.of(
                    CatalogProblem.malformed(
                        "identifier",
                        "cannot be changed while more than %d entities point to the entity"
                            .formatted(EntityPlans.MAX_FOLLOWING)))))
        : Optional.empty();
  }

  private static List<CatalogProblem> unmade(List<RelatedEntity> missing) {
    List<CatalogProblem> problems = new ArrayList<>();
    if (missing.size() > EntityPlans.MAX_MISSING) {
      problems.add(
          CatalogProblem.malformed(
              "relations",
              "lead to more than " + EntityPlans.MAX_MISSING + " entities that would be made"));
    }
    missing.stream()
        .filter(one -> !Identifiers.fitsEntity(one.identifier()))
        .limit(EntityReview.MAX_PROBLEMS)
        .forEach(one ->
            problems.add(
                CatalogProblem.malformed(
                    EntityEdit.RELATIONS + one.relation(),
                    "names an entity by what can be no identifier")));
    return problems;
  }
}
