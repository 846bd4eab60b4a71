package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.EntityPlans;
import dev.portcullis.catalog.EntityRemovals;
import dev.portcullis.catalog.RemovalOutcome;
import dev.portcullis.catalog.RemovalPlan;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import dev.portcullis.permission.EntityOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The doorway to deletions of entities: all of those that are named go, or none. Whoever must point
 * to one of them may go with it, if the caller may delete that one, too (Port rule 22).
 */
@Component
public class EntityDeletion {

  private final Catalog catalog;
  private final EntityPlans plans;
  private final EntityRemovals removals;
  private final AccessSnapshots snapshots;
  private final SystemEntityWriting systemEntities;

  EntityDeletion(
      Catalog catalog,
      EntityPlans plans,
      EntityRemovals removals,
      AccessSnapshots snapshots,
      SystemEntityWriting systemEntities) {
    this.catalog = catalog;
    this.plans = plans;
    this.removals = removals;
    this.snapshots = snapshots;
    this.systemEntities = systemEntities;
  }

  /**
   * Deletes entities of one blueprint.
   *
   * @param identifiers at least one
   * @param withDependents whether whoever must point to one of them goes, too
   */
  @OneTransaction
  public EntityDeletionOutcome delete(
      Caller caller, String blueprint, List<String> identifiers, boolean withDependents) {
    UUID organizationId = caller.organizationId();
    Optional<Blueprint> kind = catalog.blueprint(organizationId, blueprint);
    if (kind.isEmpty()) {
      return new EntityDeletionOutcome.BlueprintNotFound();
    }
    EntityRights rights = EntityRights.of(snapshots.of(organizationId), caller);
    if (SystemBlueprints.are(blueprint)) {
      return systemEntities.delete(caller, rights, blueprint, identifiers, withDependents);
    }
    return obstacle(organizationId, rights, kind.get(), identifiers)
        .orElseGet(() ->
            switch (removals.plan(organizationId, kind.get(), identifiers, withDependents)) {
              case RemovalOutcome.Planned(RemovalPlan plan) -> removed(caller, rights, plan);
              case RemovalOutcome other -> refused(other);
            });
  }

  private static EntityDeletionOutcome refused(RemovalOutcome why) {
    return new EntityDeletionOutcome.Refused(why);
  }

  /** What stands in the way of deleting the named ones; the first that does, in their order. */
  private Optional<EntityDeletionOutcome> obstacle(
      UUID organizationId, EntityRights rights, Blueprint kind, List<String> identifiers) {
    if (rights.areUnbounded()) {
      return Optional.empty();
    }
    Map<String, Entity> found = new HashMap<>();
    plans
        .lock(organizationId, kind, identifiers)
        .forEach(entity -> found.put(entity.identifier(), entity));
    for (String identifier : identifiers) {
      Entity entity = found.get(identifier);
      if (entity == null || !rights.mayRead(entity, kind)) {
        return Optional.of(refused(new RemovalOutcome.NotFound(identifier)));
      }
      Optional<Denial> denial = rights.unregister(entity, kind);
      if (denial.isPresent()) {
        return denial.map(EntityDeletionOutcome.Denied::new);
      }
    }
    return Optional.empty();
  }

  private EntityDeletionOutcome removed(Caller caller, EntityRights rights, RemovalPlan plan) {
    if (!rights.areUnbounded() && !mayAll(caller.organizationId(), rights, plan)) {
      // Which one it is stays unsaid: the caller may not know of it.
      return new EntityDeletionOutcome.Denied(
          new Denial(
              EntityOperation.UNREGISTER.actionName(),
              plan.blueprint().identifier(),
              plan.named().getFirst().identifier(),
              "An entity depends on it that the caller may not unregister."));
    }
    removals.remove(caller, plan);
    List<String> gone = new ArrayList<>();
    plan.named().forEach(entity -> gone.add(entity.identifier()));
    plan.dependents().forEach(entity -> gone.add(entity.identifier()));
    return new EntityDeletionOutcome.Deleted(gone);
  }

  private boolean mayAll(UUID organizationId, EntityRights rights, RemovalPlan plan) {
    Map<String, Optional<Blueprint>> kinds = new HashMap<>();
    return plan.dependents().stream()
        .allMatch(entity ->
            kinds
                .computeIfAbsent(
                    entity.blueprint(), name -> catalog.blueprint(organizationId, name))
                .filter(kind ->
                    rights
                        .unregister(catalog.withInheritedOwners(organizationId, kind, entity), kind)
                        .isEmpty())
                .isPresent());
  }
}
