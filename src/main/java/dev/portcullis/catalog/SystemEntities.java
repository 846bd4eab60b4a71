package dev.portcullis.catalog;

import dev.portcullis.organization.Caller;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The entities of people and teams: lent by their owners, with what the organization adds. */
@Component
class SystemEntities {

  private static final int ADDITIONS_AT_ONCE = 2_000;

  private final Map<String, EntitySource> sources;
  private final EntityRows rows;

  SystemEntities(List<EntitySource> sources, EntityRows rows) {
    this.sources =
        sources.stream()
            .collect(Collectors.toUnmodifiableMap(EntitySource::blueprint, Function.identity()));
    this.rows = rows;
  }

  Optional<LentEntity> lent(UUID organizationId, String blueprint, String identifier) {
    return Optional.ofNullable(sources.get(blueprint))
        .flatMap(source -> source.find(organizationId, identifier));
  }

  LentOutcome write(
      Caller caller, String blueprint, Optional<LentEntity> before, EntityDraft draft) {
    EntitySource source = sources.get(blueprint);
    return source == null
        ? LentEntity.unchanged(before, draft)
        : source.write(caller, before, draft);
  }

  /** The same entities with what their owner counts of them. */
  List<Entity> withCalculated(UUID organizationId, String blueprint, List<Entity> entities) {
    EntitySource source = sources.get(blueprint);
    if (source == null) {
      return entities;
    }
    Map<String, Map<String, Object>> calculated =
        source.calculated(organizationId, entities.stream().map(Entity::identifier).toList());
    return entities.stream()
        .map(entity -> entity.withMore(calculated.getOrDefault(entity.identifier(), Map.of())))
        .toList();
  }

  List<Entity> some(UUID organizationId, String blueprint, int limit) {
    EntitySource source = sources.get(blueprint);
    return source == null
        ? List.of()
        : completed(organizationId, blueprint, source.some(organizationId, limit));
  }

  List<Entity> named(UUID organizationId, String blueprint, Collection<String> identifiers) {
    List<LentEntity> found =
        identifiers.stream()
            .distinct()
            .flatMap(identifier -> lent(organizationId, blueprint, identifier).stream())
            .toList();
    return completed(organizationId, blueprint, found);
  }

  /** With what is stored beside them; one statement. */
  List<Entity> completed(UUID organizationId, String blueprint, List<LentEntity> lent) {
    Map<String, Entity> added =
        rows.named(organizationId, blueprint, lent.stream().map(LentEntity::key).toList()).stream()
            .collect(Collectors.toMap(Entity::identifier, Function.identity()));
    return lent.stream()
        .map(one -> one.completed(Optional.ofNullable(added.get(one.key()))))
        .toList();
  }

  /** Everything that is stored beside the entities of a blueprint, by their keys. */
  Map<String, Entity> additions(UUID organizationId, String blueprint) {
    Map<String, Entity> additions = new LinkedHashMap<>();
    String after = "";
    List<Entity> some;
    do {
      some = rows.after(organizationId, blueprint, after, ADDITIONS_AT_ONCE);
      some.forEach(added -> additions.put(added.identifier(), added));
      after = some.isEmpty() ? after : IdentifierDigest.of(some.getLast().identifier());
    } while (some.size() == ADDITIONS_AT_ONCE);
    return additions;
  }

  /** What the owner says wins. */
  static Entity completed(Entity lent, Entity added) {
    Map<String, Object> properties = new LinkedHashMap<>(added.properties());
    properties.putAll(lent.properties());
    return new Entity(
        lent.blueprint(),
        lent.identifier(),
        lent.title(),
        lent.icon(),
        lent.teams(),
        properties,
        added.relations(),
        added.provenance());
  }
}
