package dev.portcullis.catalog;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The doorway to an organization's blueprints and entities. Entities that inherit their owners come
 * with those that they have at this moment.
 */
@Component
public class Catalog {

  /** The most entities of people or teams in one list. */
  static final int MAX_LENT = 100_000;

  private final BlueprintRows blueprints;
  private final EntityRows entities;
  private final EntityWrites entityWrites;
  private final SystemEntities system;
  private final InheritedOwners owners;

  Catalog(
      BlueprintRows blueprints,
      EntityRows entities,
      EntityWrites entityWrites,
      SystemEntities system,
      InheritedOwners owners) {
    this.blueprints = blueprints;
    this.entities = entities;
    this.entityWrites = entityWrites;
    this.system = system;
    this.owners = owners;
  }

  /** All blueprints but those of people and teams, in the order in which they were made. */
  @OneTransaction(readOnly = true)
  public List<Blueprint> blueprints(UUID organizationId) {
    return blueprints.all(organizationId).stream()
        .filter(blueprint -> !SystemBlueprints.are(blueprint.identifier()))
        .toList();
  }

  /**
   * What an organization says itself: its own blueprints, and of those of people and teams what it
   * adds, if anything.
   */
  @OneTransaction(readOnly = true)
  public List<BlueprintDefinition> declared(UUID organizationId) {
    return blueprints.all(organizationId).stream()
        .map(Blueprint::definition)
        .filter(
            definition -> !SystemBlueprints.are(definition.identifier()) || !definition.isEmpty())
        .toList();
  }

  /** The blueprint of that identifier; case counts. */
  @OneTransaction(readOnly = true)
  public Optional<Blueprint> blueprint(UUID organizationId, String identifier) {
    Optional<Blueprint> stored = blueprints.find(organizationId, identifier);
    return SystemBlueprints.fixed(identifier)
        .map(fixed -> stored.map(added -> SystemBlueprints.extended(fixed, added)).orElse(fixed))
        .or(() -> stored);
  }

  /** Every blueprint: those of {@link #blueprints}, and then those of people and teams. */
  @OneTransaction(readOnly = true)
  public List<Blueprint> everyBlueprint(UUID organizationId) {
    List<Blueprint> every = new ArrayList<>(blueprints(organizationId));
    SystemBlueprints.all().stream()
        .map(BlueprintDefinition::identifier)
        .sorted()
        .forEach(identifier -> blueprint(organizationId, identifier).ifPresent(every::add));
    return every;
  }

  /** Stores what an organization adds to an entity of people or teams. */
  @OneTransaction
  public EntityOutcome extendEntity(Caller caller, String blueprint, EntityDraft draft) {
    Optional<Blueprint> kind = blueprint(caller.organizationId(), blueprint);
    if (kind.isEmpty()) {
      return new EntityOutcome.BlueprintNotFound();
    }
    BlueprintDefinition definition = kind.get().definition();
    EntityDraft sent = draft.without(SystemBlueprints.calculated(definition));
    List<CatalogProblem> problems = EntityReview.of(definition, sent);
    return problems.isEmpty()
        ? entityWrites.extend(caller, definition, sent)
        : new EntityOutcome.Rejected(problems);
  }

  /** Entities of people or teams with what is counted of them, as their readers see them. */
  @OneTransaction(readOnly = true)
  public List<Entity> withCalculated(UUID organizationId, String blueprint, List<Entity> entities) {
    return system.withCalculated(organizationId, blueprint, entities);
  }

  /** Those of these identifiers; what is not there is left out. */
  @OneTransaction(readOnly = true)
  public List<Entity> entitiesNamed(
      UUID organizationId, Blueprint blueprint, Collection<String> identifiers) {
    String kind = blueprint.identifier();
    return SystemBlueprints.are(kind)
        ? system.named(organizationId, kind, identifiers)
        : owners.resolved(
            organizationId,
            blueprint.definition(),
            entities.named(organizationId, kind, identifiers));
  }

  /** As {@link #entitiesNamed}, of several blueprints at once; what is not there is left out. */
  @OneTransaction(readOnly = true)
  public List<Entity> entitiesNamed(
      UUID organizationId, Map<Blueprint, ? extends Collection<String>> identifiers) {
    Map<String, Collection<String>> stored = new HashMap<>();
    List<Entity> found = new ArrayList<>();
    identifiers.forEach((blueprint, of) -> {
      if (SystemBlueprints.are(blueprint.identifier())) {
        found.addAll(system.named(organizationId, blueprint.identifier(), of));
      } else {
        stored.put(blueprint.identifier(), of);
      }
    });
    Map<String, List<Entity>> byBlueprint =
        entities.named(organizationId, stored).stream()
            .collect(Collectors.groupingBy(Entity::blueprint));
    identifiers
        .keySet()
        .forEach(blueprint ->
            found.addAll(
                owners.resolved(
                    organizationId,
                    blueprint.definition(),
                    byBlueprint.getOrDefault(blueprint.identifier(), List.of()))));
    return found;
  }

  /**
   * Entities of a blueprint in order of their identifiers' digests.
   *
   * @param after the digest behind which to begin; less than any if it is empty
   */
  @OneTransaction(readOnly = true)
  public List<Entity> entitiesAfter(
      UUID organizationId, Blueprint blueprint, String after, int limit) {
    String kind = blueprint.identifier();
    return SystemBlueprints.are(kind)
        ? system.some(organizationId, kind, MAX_LENT).stream()
            .filter(entity -> IdentifierDigest.of(entity.identifier()).compareTo(after) > 0)
            .sorted(Comparator.comparing(entity -> IdentifierDigest.of(entity.identifier())))
            .limit(limit)
            .toList()
        : owners.resolved(
            organizationId,
            blueprint.definition(),
            entities.after(organizationId, kind, after, limit));
  }

  /** Entities that are not stored, with the owners that they would inherit. */
  @OneTransaction(readOnly = true)
  public List<Entity> withInheritedOwners(
      UUID organizationId, Blueprint blueprint, List<Entity> claimed) {
    return owners.resolved(organizationId, blueprint.definition(), claimed);
  }

  /** An entity that is not stored, with the owners that it would inherit. */
  @OneTransaction(readOnly = true)
  public Entity withInheritedOwners(UUID organizationId, Blueprint blueprint, Entity entity) {
    return owners.resolved(organizationId, blueprint.definition(), List.of(entity)).getFirst();
  }

  /** Entities that their owner has at hand already, with what the organization adds. */
  @OneTransaction(readOnly = true)
  public List<Entity> completed(UUID organizationId, String blueprint, List<LentEntity> lent) {
    return system.completed(organizationId, blueprint, lent);
  }

  /** All that the organization adds to entities that others lend, by their keys. */
  @OneTransaction(readOnly = true)
  public Map<String, Entity> additions(UUID organizationId, String blueprint) {
    return system.additions(organizationId, blueprint);
  }

  /** How many entities of a blueprint are stored. */
  @OneTransaction(readOnly = true)
  public long count(UUID organizationId, Blueprint blueprint) {
    return entities.count(organizationId, blueprint.identifier());
  }

  /** The entity of that identifier; case counts. */
  @OneTransaction(readOnly = true)
  public Optional<Entity> entity(UUID organizationId, String blueprint, String identifier) {
    return blueprint(organizationId, blueprint)
        .flatMap(
            kind -> entitiesNamed(organizationId, kind, List.of(identifier)).stream().findFirst());
  }
}
