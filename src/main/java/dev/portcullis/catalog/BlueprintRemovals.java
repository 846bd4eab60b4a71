package dev.portcullis.catalog;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.TimeOrderedId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Deletes blueprints and all their entities, within a transaction of {@link Blueprints}. */
@Component
class BlueprintRemovals {

  /** The most dependents that a refusal names. */
  private static final int MAX_NAMED = 10;

  private final BlueprintRows rows;
  private final EntityRows entities;
  private final EntityLinks links;
  private final PortalObjects objects;
  private final BlueprintMigrations migrations;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  BlueprintRemovals(
      BlueprintRows rows,
      EntityRows entities,
      EntityLinks links,
      PortalObjects objects,
      BlueprintMigrations migrations,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.entities = entities;
    this.links = links;
    this.objects = objects;
    this.migrations = migrations;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  BlueprintRemoval delete(Caller caller, String identifier, boolean withActions) {
    if (SystemBlueprints.are(identifier)) {
      return new BlueprintRemoval.Guarded(identifier);
    }
    UUID organizationId = caller.organizationId();
    Optional<Blueprint> found = rows.locked(organizationId, identifier);
    if (found.isEmpty()) {
      return new BlueprintRemoval.NotFound(identifier);
    }
    List<String> dependents = new ArrayList<>();
    int count = entities.count(organizationId, identifier);
    if (count > 0) {
      dependents.add(count == 1 ? "1 entity" : count + " entities");
    }
    dependents.addAll(others(organizationId, identifier, withActions));
    if (!dependents.isEmpty()) {
      return new BlueprintRemoval.HasDependents(identifier, dependents);
    }
    remove(caller, found.get());
    return new BlueprintRemoval.Removed();
  }

  BlueprintRemoval deleteEntities(
      Caller caller, String identifier, boolean withBlueprint, boolean withActions) {
    if (SystemBlueprints.are(identifier)) {
      return new BlueprintRemoval.Guarded(identifier);
    }
    UUID organizationId = caller.organizationId();
    Optional<Blueprint> found = rows.locked(organizationId, identifier);
    if (found.isEmpty()) {
      return new BlueprintRemoval.NotFound(identifier);
    }
    List<String> dependents =
        withBlueprint
            ? others(organizationId, identifier, withActions)
            : links.isPointedTo(organizationId, identifier)
                ? List.of("entities that relate to its entities")
                : List.of();
    if (!dependents.isEmpty()) {
      return new BlueprintRemoval.HasDependents(identifier, dependents);
    }
    int deleted = entities.deleteAll(organizationId, identifier);
    audit.record(
        caller,
        new AuditEntry(
            "DELETE_ENTITIES",
            "blueprint",
            identifier,
            Optional.of(Map.of("entities", deleted)),
            Optional.empty()));
    if (withBlueprint) {
      remove(caller, found.get());
    }
    BlueprintMigration migration =
        new BlueprintMigration(
            TimeOrderedId.next(),
            identifier,
            withBlueprint,
            deleted,
            caller.actor().identifier(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    migrations.add(organizationId, migration);
    return new BlueprintRemoval.Migrated(migration);
  }

  /** What depends on a blueprint beside its own entities. */
  private List<String> others(UUID organizationId, String identifier, boolean withActions) {
    List<String> dependents = new ArrayList<>();
    rows.all(organizationId).stream()
        .filter(other -> !other.identifier().equals(identifier))
        .filter(other -> other.definition().leadsTo(identifier))
        .limit(MAX_NAMED)
        .forEach(other -> dependents.add("blueprint `" + other.identifier() + "`"));
    if (!withActions) {
      of(organizationId, PortalObject.Kind.ACTION, identifier).stream()
          .limit(MAX_NAMED)
          .forEach(action -> dependents.add("action `" + action.identifier() + "`"));
    }
    return dependents;
  }

  private List<PortalObject> of(UUID organizationId, PortalObject.Kind kind, String blueprint) {
    return objects.all(organizationId, kind).stream()
        .filter(object -> object.blueprint().filter(blueprint::equals).isPresent())
        .toList();
  }

  private void remove(Caller caller, Blueprint blueprint) {
    UUID organizationId = caller.organizationId();
    for (PortalObject.Kind kind : PortalObject.Kind.values()) {
      of(organizationId, kind, blueprint.identifier())
          .forEach(object -> objects.delete(caller, kind, object.identifier()));
    }
    rows.delete(organizationId, blueprint.identifier());
    audit.record(
        caller,
        AuditEntry.deleted(
            "blueprint", blueprint.identifier(), Map.of("definition", blueprint.definition())));
    events.publishEvent(new BlueprintDeleted(caller, blueprint.identifier()));
  }
}
