package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.BlueprintDefinition;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.OwningTeam;
import dev.portcullis.catalog.PropertyDefinition;
import dev.portcullis.permission.Attributes;
import dev.portcullis.permission.PropertySchema;
import dev.portcullis.permission.Resource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the engine and jq are told of an entity; pure. */
final class EntityFacts {

  private EntityFacts() {}

  /** The entity as the engine's resource. */
  static Resource resource(Entity entity, Optional<Blueprint> blueprint) {
    return new Resource(
        entity.blueprint(),
        entity.identifier(),
        entity.owners(),
        attributes(entity),
        blueprint.map(kind -> schemas(kind.definition())).orElse(Map.of()));
  }

  /** Its properties, its relations and what every entity has; a property wins over a namesake. */
  static Attributes attributes(Entity entity) {
    return PropertyValues.attributes(values(entity));
  }

  static Map<String, Object> values(Entity entity) {
    Map<String, Object> values = new HashMap<>(entity.relations());
    values.putAll(entity.properties());
    values.put("$identifier", entity.identifier());
    values.put("$blueprint", entity.blueprint());
    entity.title().ifPresent(title -> values.put("$title", title));
    entity.icon().ifPresent(icon -> values.put("$icon", icon));
    values.put("$createdAt", entity.provenance().createdAt().toString());
    values.put("$createdBy", entity.provenance().createdBy());
    values.put("$updatedAt", entity.provenance().updatedAt().toString());
    values.put("$updatedBy", entity.provenance().updatedBy());
    return values;
  }

  private static Map<String, PropertySchema> schemas(BlueprintDefinition blueprint) {
    Map<String, PropertySchema> schemas = new HashMap<>();
    blueprint
        .schema()
        .properties()
        .forEach((name, property) -> schema(property).ifPresent(found -> schemas.put(name, found)));
    return schemas;
  }

  private static Optional<PropertySchema> schema(PropertyDefinition property) {
    return schema(property.asMap());
  }

  private static Optional<PropertySchema> schema(Map<?, ?> json) {
    return json.get("type") instanceof String type && !type.isBlank()
        ? Optional.of(
            new PropertySchema(
                type,
                json.get("format") instanceof String format
                    ? Optional.of(format)
                    : Optional.empty(),
                json.get("items") instanceof Map<?, ?> items ? schema(items) : Optional.empty()))
        : Optional.empty();
  }

  /** The entity as the portal's API shows it, for jq. */
  static Map<String, @Nullable Object> json(Entity entity) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("identifier", entity.identifier());
    json.put("title", entity.title().orElse(null));
    json.put("icon", entity.icon().orElse(null));
    json.put("blueprint", entity.blueprint());
    json.put("team", teams(entity));
    json.put("properties", entity.properties());
    json.put("relations", entity.relations());
    json.put("createdAt", entity.provenance().createdAt().toString());
    json.put("createdBy", entity.provenance().createdBy());
    json.put("updatedAt", entity.provenance().updatedAt().toString());
    json.put("updatedBy", entity.provenance().updatedBy());
    return json;
  }

  private static List<String> teams(Entity entity) {
    return entity.teams().stream().map(OwningTeam::sent).toList();
  }
}
