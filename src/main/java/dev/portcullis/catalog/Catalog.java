package dev.portcullis.catalog;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import dev.portcullis.organization.TimeOrderedId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The doorway to an organization's blueprints and entities. */
@Component
public class Catalog {

  private final BlueprintRows blueprints;
  private final EntityRows entities;
  private final TeamBinding teams;
  private final AuditTrail audit;
  private final Clock clock;

  Catalog(
      BlueprintRows blueprints,
      EntityRows entities,
      TeamBinding teams,
      AuditTrail audit,
      Clock clock) {
    this.blueprints = blueprints;
    this.entities = entities;
    this.teams = teams;
    this.audit = audit;
    this.clock = clock;
  }

  /** Makes a blueprint. */
  @OneTransaction
  public BlueprintOutcome createBlueprint(Caller caller, BlueprintDefinition definition) {
    List<CatalogProblem> problems =
        BlueprintReview.of(definition, blueprints.identifiers(caller.organizationId()));
    if (!problems.isEmpty()) {
      return new BlueprintOutcome.Rejected(problems);
    }
    if (blueprint(caller.organizationId(), definition.identifier()).isPresent()) {
      return new BlueprintOutcome.Exists(definition.identifier());
    }
    Blueprint made = new Blueprint(definition, madeBy(caller));
    blueprints.insert(caller.organizationId(), made);
    audit.record(
        caller,
        AuditEntry.created("blueprint", made.identifier(), Map.of("title", definition.title())));
    return new BlueprintOutcome.Created(made);
  }

  /** All blueprints, in the order in which they were made. */
  @OneTransaction(readOnly = true)
  public List<Blueprint> blueprints(UUID organizationId) {
    return blueprints.all(organizationId);
  }

  /** The blueprint of that identifier; case counts. */
  @OneTransaction(readOnly = true)
  public Optional<Blueprint> blueprint(UUID organizationId, String identifier) {
    return blueprints.find(organizationId, identifier);
  }

  /**
   * Stores an entity.
   *
   * @param upsert whether it takes the place of one that is there
   */
  @OneTransaction
  public EntityOutcome putEntity(
      Caller caller, String blueprint, EntityDraft draft, boolean upsert) {
    Optional<Blueprint> kind = blueprint(caller.organizationId(), blueprint);
    if (kind.isEmpty()) {
      return new EntityOutcome.BlueprintNotFound();
    }
    List<CatalogProblem> problems = EntityReview.of(kind.get().definition(), draft);
    if (!problems.isEmpty()) {
      return new EntityOutcome.Rejected(problems);
    }
    String identifier = draft.identifier().orElseGet(() -> TimeOrderedId.next().toString());
    Optional<Entity> before = entities.locked(caller.organizationId(), blueprint, identifier);
    if (before.isEmpty()) {
      return added(caller, entity(caller, blueprint, identifier, draft, madeBy(caller)));
    }
    if (!upsert) {
      return new EntityOutcome.Exists(identifier);
    }
    Provenance provenance =
        before.get().provenance().changed(clock.instant(), caller.actor().identifier());
    return replaced(caller, before.get(), entity(caller, blueprint, identifier, draft, provenance));
  }

  private EntityOutcome added(Caller caller, Entity entity) {
    entities.insert(caller.organizationId(), entity);
    audit.record(
        caller, AuditEntry.created("entity", entity.identifier(), EntityChanges.told(entity)));
    return new EntityOutcome.Created(entity);
  }

  private EntityOutcome replaced(Caller caller, Entity before, Entity after) {
    entities.update(caller.organizationId(), after);
    audit.record(
        caller,
        AuditEntry.updated(
            "entity", after.identifier(), EntityChanges.told(before), EntityChanges.told(after)));
    return new EntityOutcome.Replaced(after);
  }

  private Entity entity(
      Caller caller,
      String blueprint,
      String identifier,
      EntityDraft draft,
      Provenance provenance) {
    return draft.entity(
        blueprint,
        identifier,
        team -> new OwningTeam(team, teams.bind(caller.organizationId(), team)),
        provenance);
  }

  /** All entities of a blueprint by identifier; empty if there is no such blueprint. */
  @OneTransaction(readOnly = true)
  public Optional<List<Entity>> entities(UUID organizationId, String blueprint) {
    return blueprint(organizationId, blueprint)
        .map(kind -> entities.all(organizationId, kind.identifier()));
  }

  /** The entity of that identifier; case counts. */
  @OneTransaction(readOnly = true)
  public Optional<Entity> entity(UUID organizationId, String blueprint, String identifier) {
    return entities.find(organizationId, blueprint, identifier);
  }

  /** Takes an entity out of the catalog; answers whether it was there. */
  @OneTransaction
  public boolean deleteEntity(Caller caller, String blueprint, String identifier) {
    Optional<Entity> found = entities.locked(caller.organizationId(), blueprint, identifier);
    if (found.isEmpty()) {
      return false;
    }
    entities.delete(caller.organizationId(), found.get());
    audit.record(caller, AuditEntry.deleted("entity", identifier, EntityChanges.told(found.get())));
    return true;
  }

  private Provenance madeBy(Caller caller) {
    return Provenance.made(clock.instant(), caller.actor().identifier());
  }
}
