package dev.portcullis.access;

import dev.portcullis.access.EntityWrite.Presence;
import dev.portcullis.access.EntityWriteOutcome.Decided;
import dev.portcullis.access.EntityWriteOutcome.Denied;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.EntityOutcome;
import dev.portcullis.catalog.EntityPlan;
import dev.portcullis.catalog.EntityPlan.RelatedEntity;
import dev.portcullis.catalog.EntityPlans;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The doorway to changes of entities, for whoever has only some rights: the entity is locked, then
 * the caller's rights are read and judged, then it is stored, in one transaction.
 *
 * <p>Whoever may not read an entity learns nothing of it: what it is answered is what would be if
 * there were none.
 */
@Component
public class EntityWriting {

  private final Catalog catalog;
  private final EntityPlans plans;
  private final AccessSnapshots snapshots;
  private final SystemEntityWriting systemEntities;

  EntityWriting(
      Catalog catalog,
      EntityPlans plans,
      AccessSnapshots snapshots,
      SystemEntityWriting systemEntities) {
    this.catalog = catalog;
    this.plans = plans;
    this.snapshots = snapshots;
    this.systemEntities = systemEntities;
  }

  /** Changes one entity. */
  @OneTransaction
  public EntityWriteOutcome write(Caller caller, EntityWrite write) {
    return catalog
        .blueprint(caller.organizationId(), write.blueprint())
        .map(kind -> write(caller, rights(caller), kind, write))
        .orElseGet(() -> new Decided(new EntityOutcome.BlueprintNotFound()));
  }

  private EntityRights rights(Caller caller) {
    return EntityRights.of(snapshots.of(caller.organizationId()), caller);
  }

  /**
   * Changes several entities of one blueprint, each by itself: what is wrong with one keeps none of
   * the others from being stored.
   *
   * @return the outcomes in the order of the writes; empty if there is no such blueprint
   */
  @OneTransaction
  public Optional<List<EntityWriteOutcome>> writeAll(
      Caller caller, String blueprint, List<EntityWrite> writes) {
    return catalog
        .blueprint(caller.organizationId(), blueprint)
        .map(kind -> new Bulk(caller, kind, writes).done());
  }

  /** Several writes in one transaction, in the order that all writers keep, so that none wait. */
  private final class Bulk {

    private final Caller caller;
    private final Blueprint kind;
    private final List<EntityWrite> writes;
    private final @Nullable EntityWriteOutcome[] outcomes;
    private EntityRights rights;

    Bulk(Caller caller, Blueprint kind, List<EntityWrite> writes) {
      this.caller = caller;
      this.kind = kind;
      this.writes = writes;
      this.outcomes = new @Nullable EntityWriteOutcome[writes.size()];
      this.rights = rights(caller);
    }

    /** What relations lead to may be made by the same request: such a write waits for that one. */
    List<EntityWriteOutcome> done() {
      List<Integer> waiting = inOrder();
      plans.lock(
          caller.organizationId(),
          kind,
          writes.stream().flatMap(write -> write.identifier().stream()).toList());
      int before;
      do {
        before = waiting.size();
        waiting = waiting.stream().filter(this::isLost).toList();
      } while (!waiting.isEmpty() && waiting.size() < before);
      List<EntityWriteOutcome> all = new ArrayList<>();
      for (EntityWriteOutcome outcome : outcomes) {
        all.add(Objects.requireNonNull(outcome));
      }
      return all;
    }

    private List<Integer> inOrder() {
      List<String> order =
          EntityPlans.inOrder(
              writes.stream().flatMap(write -> write.identifier().stream()).toList());
      List<Integer> indexes = new ArrayList<>(IntStream.range(0, writes.size()).boxed().toList());
      indexes.sort(
          Comparator.comparing(
              index -> writes.get(index).identifier().map(order::indexOf).orElse(-1)));
      return indexes;
    }

    private boolean isLost(int index) {
      EntityWriteOutcome outcome = write(caller, rights, kind, writes.get(index));
      outcomes[index] = outcome;
      if (rights.lookAtOthers(kind)) {
        rights = rights(caller);
      }
      return outcome instanceof Decided(EntityOutcome.TargetNotFound _);
    }
  }

  private EntityWriteOutcome write(
      Caller caller, EntityRights rights, Blueprint kind, EntityWrite write) {
    if (SystemBlueprints.are(kind.identifier())) {
      return systemEntities.write(caller, rights, kind, write);
    }
    Optional<EntityOutcome> malformed = EntityPlans.malformed(write.edit());
    if (malformed.isPresent()) {
      return new Decided(malformed.get());
    }
    String identifier =
        write
            .identifier()
            .or(() -> write.edit().given().identifier())
            .orElseGet(EntityPlans::generatedIdentifier);
    EntityPlan plan = plans.plan(caller, kind, identifier, write.edit(), write.createsMissing());
    return obstacle(caller, rights, identifier, write, plan)
        .orElseGet(() -> new Decided(decided(caller, write, plan)));
  }

  private EntityOutcome decided(Caller caller, EntityWrite write, EntityPlan plan) {
    return write.validatesOnly()
        ? plans
            .obstacle(caller.organizationId(), plan)
            .orElseGet(() -> new EntityOutcome.Fits(plan.after()))
        : plans.store(caller, plan);
  }

  private Optional<EntityWriteOutcome> obstacle(
      Caller caller, EntityRights rights, String identifier, EntityWrite write, EntityPlan plan) {
    boolean isKnown =
        plan.before().filter(before -> rights.mayRead(before, plan.blueprint())).isPresent();
    if (!isKnown && write.presence() == Presence.PRESENT) {
      return Optional.of(new Decided(new EntityOutcome.NotFound(identifier)));
    }
    if (plan.before().isPresent() && (!isKnown || write.presence() == Presence.ABSENT)) {
      return Optional.of(taken(caller, rights, identifier, write));
    }
    Optional<Denial> denial =
        plan.before().isEmpty()
            ? rights.register(plan)
            : plan.changesNothing() ? Optional.empty() : rights.update(plan);
    return denial.<EntityWriteOutcome>map(Denied::new).or(() -> unrelatable(caller, rights, plan));
  }

  /** Whoever may not register such a one is told that, whether there is one or not. */
  private EntityWriteOutcome taken(
      Caller caller, EntityRights rights, String identifier, EntityWrite write) {
    EntityPlan anew =
        plans.plan(
            caller,
            catalog.blueprint(caller.organizationId(), write.blueprint()).orElseThrow(),
            identifier,
            write.edit().replacing(),
            write.createsMissing());
    return rights
        .register(anew)
        .<EntityWriteOutcome>map(Denied::new)
        .orElseGet(() -> new Decided(new EntityOutcome.Exists(identifier)));
  }

  /** What the caller may not know of is not there to be related to. */
  private Optional<EntityWriteOutcome> unrelatable(
      Caller caller, EntityRights rights, EntityPlan plan) {
    if (rights.areUnbounded()) {
      return Optional.empty();
    }
    List<RelatedEntity> related = plan.newlyRelated();
    rights.expect(related);
    Optional<EntityWriteOutcome> hidden =
        related.stream()
            .filter(one -> !rights.knows(one))
            .findFirst()
            .map(one ->
                new Decided(
                    new EntityOutcome.TargetNotFound(
                        one.relation(), one.blueprint(), one.identifier())));
    return hidden.or(() -> unmakable(caller, rights, plan));
  }

  private Optional<EntityWriteOutcome> unmakable(
      Caller caller, EntityRights rights, EntityPlan plan) {
    if (!plan.makesMissing()) {
      return Optional.empty();
    }
    return plan.missing().stream()
        .limit(EntityPlans.MAX_MISSING)
        .flatMap(one ->
            catalog.blueprint(caller.organizationId(), one.blueprint()).stream()
                .flatMap(kind ->
                    rights
                        .registerBare(kind, EntityPlans.bare(caller, kind, one.identifier()))
                        .stream()))
        .findFirst()
        .map(Denied::new);
  }
}
