package dev.portcullis.catalog;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.TimeOrderedId;
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
  private final TeamBinding teams;
  private final InheritedOwners owners;
  private final AuditTrail audit;
  private final Clock clock;

  EntityWrites(
      EntityRows rows,
      SystemEntities system,
      TeamBinding teams,
      InheritedOwners owners,
      AuditTrail audit,
      Clock clock) {
    this.rows = rows;
    this.system = system;
    this.teams = teams;
    this.owners = owners;
    this.audit = audit;
    this.clock = clock;
  }

  EntityOutcome put(Caller caller, BlueprintDefinition kind, EntityDraft draft, boolean upsert) {
    String identifier = draft.identifier().orElseGet(() -> TimeOrderedId.next().toString());
    Optional<Entity> before = rows.locked(caller.organizationId(), kind.identifier(), identifier);
    if (before.isPresent() && !upsert) {
      return new EntityOutcome.Exists(identifier);
    }
    return stored(caller, kind, before, identifier, draft);
  }

  private EntityOutcome stored(
      Caller caller,
      BlueprintDefinition kind,
      Optional<Entity> before,
      String identifier,
      EntityDraft draft) {
    UUID organizationId = caller.organizationId();
    Entity after =
        draft.entity(
            kind.identifier(),
            identifier,
            team -> new OwningTeam(team, teams.bind(organizationId, team)),
            before
                .map(was -> was.provenance().changed(clock.instant(), caller.actor().identifier()))
                .orElseGet(() -> madeBy(caller)));
    write(caller, before, after);
    Entity shown = owners.resolved(organizationId, kind, List.of(after)).getFirst();
    return before.isPresent()
        ? new EntityOutcome.Replaced(shown)
        : new EntityOutcome.Created(shown);
  }

  private void write(Caller caller, Optional<Entity> before, Entity after) {
    if (before.isPresent()) {
      rows.update(caller.organizationId(), after);
      audit.record(
          caller,
          AuditEntry.updated(
              "entity",
              after.identifier(),
              EntityChanges.told(before.get()),
              EntityChanges.told(after)));
    } else {
      rows.insert(caller.organizationId(), after);
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
      write(caller, before, after);
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

  boolean delete(Caller caller, String blueprint, String identifier) {
    Optional<Entity> found = rows.locked(caller.organizationId(), blueprint, identifier);
    if (found.isEmpty()) {
      return false;
    }
    rows.delete(caller.organizationId(), found.get());
    audit.record(caller, AuditEntry.deleted("entity", identifier, EntityChanges.told(found.get())));
    return true;
  }

  private Provenance madeBy(Caller caller) {
    return Provenance.made(clock.instant(), caller.actor().identifier());
  }
}
