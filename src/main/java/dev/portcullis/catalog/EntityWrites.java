package dev.portcullis.catalog;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.organization.Caller;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stores and deletes entities, within a transaction of {@link Catalog}. */
@Component
class EntityWrites {

  private final EntityRows rows;
  private final SystemEntities system;
  private final EntityLinks links;
  private final AuditTrail audit;
  private final Clock clock;

  EntityWrites(
      EntityRows rows, SystemEntities system, EntityLinks links, AuditTrail audit, Clock clock) {
    this.rows = rows;
    this.system = system;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  /** Stores what was planned; nothing stands in its way. */
  EntityOutcome store(Caller caller, EntityPlan plan) {
    if (plan.changesNothing()) {
      return new EntityOutcome.Replaced(plan.before().orElseThrow());
    }
    plan.missing().forEach(one -> makeBare(caller, one));
    Entity after = plan.after();
    BlueprintDefinition kind = plan.blueprint().definition();
    Entity stored = kind.inheritsOwnership() ? after.ownedBy(List.of()) : after;
    Optional<Entity> renamed =
        plan.before().filter(was -> !was.identifier().equals(after.identifier()));
    renamed.ifPresent(was -> rename(caller, was, after));
    write(caller, kind, plan.before(), stored);
    return plan.before().isPresent()
        ? new EntityOutcome.Replaced(after)
        : new EntityOutcome.Created(after);
  }

  /** Makes what a relation leads to, with nothing but its identifier, as Port does. */
  private void makeBare(Caller caller, EntityPlan.RelatedEntity related) {
    boolean isThere =
        rows.find(caller.organizationId(), related.blueprint(), related.identifier()).isPresent();
    if (isThere) {
      return; // another relation led to it as well
    }
    Entity bare =
        new Entity(
            related.blueprint(),
            related.identifier(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Map.of(),
            Map.of(),
            madeBy(caller));
    rows.insert(caller.organizationId(), bare);
    audit.record(caller, AuditEntry.created("entity", bare.identifier(), EntityChanges.told(bare)));
  }

  /** Gives an entity another identifier; whatever points to it follows. */
  private void rename(Caller caller, Entity was, Entity after) {
    UUID organizationId = caller.organizationId();
    List<EntityLinks.Link> pointing =
        links.to(organizationId, List.of(was), EntityPlans.MAX_FOLLOWING);
    Map<String, Entity> following = new LinkedHashMap<>();
    pointing.forEach(link -> {
      Entity from = following.getOrDefault(key(link.from()), link.from());
      following.put(
          key(from),
          from.relatedTo(
              EntityLinks.relations(
                  from, link.relation(), was.identifier(), Optional.of(after.identifier()))));
    });
    following.remove(key(was)); // it is stored itself in a moment
    rows.updateValues(organizationId, List.copyOf(following.values()), clock.instant(), by(caller));
    rows.rename(organizationId, was, after.identifier());
    links.follow(organizationId, was.blueprint(), was.identifier(), after.identifier());
  }

  private static String key(Entity entity) {
    return entity.blueprint() + "\n" + entity.identifier();
  }

  private void write(
      Caller caller, BlueprintDefinition kind, Optional<Entity> before, Entity after) {
    UUID organizationId = caller.organizationId();
    if (before.isPresent()) {
      rows.update(organizationId, after);
      if (!before.get().relations().equals(after.relations())) {
        links.replace(organizationId, kind, after);
      }
      audit.record(
          caller,
          AuditEntry.updated(
              "entity",
              after.identifier(),
              EntityChanges.told(before.get()),
              EntityChanges.told(after)));
    } else {
      rows.insert(organizationId, after);
      links.add(organizationId, kind, after);
      audit.record(
          caller, AuditEntry.created("entity", after.identifier(), EntityChanges.told(after)));
    }
  }

  /** Lets the owner of a lent entity take what is theirs, and keeps what an organization adds. */
  EntityOutcome extend(Caller caller, BlueprintDefinition kind, EntityDraft draft) {
    Optional<LentEntity> before =
        draft
            .identifier()
            .flatMap(one -> system.lent(caller.organizationId(), kind.identifier(), one));
    return switch (system.write(caller, kind.identifier(), before, draft)) {
      case LentOutcome.Rejected(var problems) -> new EntityOutcome.Rejected(problems);
      case LentOutcome.Taken(LentEntity lent, boolean isNew) -> {
        Entity extended = extended(caller, kind, lent, draft);
        yield isNew ? new EntityOutcome.Created(extended) : new EntityOutcome.Replaced(extended);
      }
    };
  }

  private Entity extended(
      Caller caller, BlueprintDefinition kind, LentEntity lent, EntityDraft draft) {
    String blueprint = kind.identifier();
    Map<String, Object> added = new LinkedHashMap<>(draft.properties());
    lent.entity().properties().keySet().forEach(added::remove);
    String key = lent.key();
    Optional<Entity> before = rows.locked(caller.organizationId(), blueprint, key);
    Entity after =
        new Entity(
            blueprint,
            key,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            added,
            draft.relations(),
            before
                .map(was -> was.provenance().changed(clock.instant(), caller.actor().identifier()))
                .orElseGet(() -> madeBy(caller)));
    if (before.isPresent() || !added.isEmpty() || !draft.relations().isEmpty()) {
      write(caller, kind, before, after);
    }
    return SystemEntities.completed(lent.entity(), after);
  }

  /** Removes what an organization added to lent entities that are to be no more. */
  void forgetAdditions(UUID organizationId, LentEntity lent) {
    rows.locked(organizationId, lent.entity().blueprint(), lent.key())
        .ifPresent(addition -> {
          links.forget(organizationId, addition);
          rows.delete(organizationId, addition);
        });
  }

  private Provenance madeBy(Caller caller) {
    return Provenance.made(clock.instant(), by(caller));
  }

  private static String by(Caller caller) {
    return caller.actor().identifier();
  }
}
