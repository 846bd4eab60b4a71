package dev.portcullis.catalog;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.organization.Caller;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** Keeps what an organization adds to somebody or to a team; their own values stay theirs. */
  EntityOutcome extend(Caller caller, BlueprintDefinition kind, EntityDraft draft) {
    String blueprint = kind.identifier();
    Optional<LentEntity> lent =
        draft
            .identifier()
            .flatMap(identifier -> system.lent(caller.organizationId(), blueprint, identifier));
    if (lent.isEmpty()) {
      return new EntityOutcome.Rejected(
          List.of(
              CatalogProblem.guarded(
                  "identifier",
                  "must be that of somebody or of a team that there is; neither is made here")));
    }
    List<CatalogProblem> problems = changesOfTheirs(lent.get().entity(), draft);
    if (!problems.isEmpty()) {
      return new EntityOutcome.Rejected(problems);
    }
    Map<String, Object> added = new LinkedHashMap<>(draft.properties());
    lent.get().entity().properties().keySet().forEach(added::remove);
    String key = lent.get().key();
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
    return new EntityOutcome.Replaced(SystemEntities.completed(lent.get().entity(), after));
  }

  private static List<CatalogProblem> changesOfTheirs(Entity lent, EntityDraft draft) {
    List<CatalogProblem> properties =
        lent.properties().entrySet().stream()
            .filter(fixed -> draft.properties().containsKey(fixed.getKey()))
            .filter(
                fixed -> !Objects.equals(fixed.getValue(), draft.properties().get(fixed.getKey())))
            .map(fixed -> "properties." + fixed.getKey())
            .map(field -> CatalogProblem.guarded(field, "is not changed through the catalog"))
            .toList();
    List<String> owners = lent.teams().stream().map(OwningTeam::sent).toList();
    return draft.teams().isEmpty() || draft.teams().equals(owners)
        ? properties
        : List.of(CatalogProblem.guarded("team", "is not changed through the catalog"));
  }

  private Provenance madeBy(Caller caller) {
    return Provenance.made(clock.instant(), by(caller));
  }

  private static String by(Caller caller) {
    return caller.actor().identifier();
  }
}
