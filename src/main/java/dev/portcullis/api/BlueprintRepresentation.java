package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.BlueprintDefinition;
import dev.portcullis.catalog.Ownership;
import dev.portcullis.catalog.PortalFields;
import dev.portcullis.catalog.PropertyDefinition;
import dev.portcullis.catalog.Provenance;
import dev.portcullis.catalog.Relation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A blueprint in Port's shape. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record BlueprintRepresentation(
    String identifier,
    String title,
    Optional<String> description,
    Optional<String> icon,
    SchemaRepresentation schema,
    Map<String, RelationRepresentation> relations,
    Object mirrorProperties,
    Object calculationProperties,
    Object aggregationProperties,
    Optional<Object> changelogDestination,
    Optional<Object> includeInGlobalSearch,
    Optional<OwnershipRepresentation> ownership,
    Optional<Object> teamInheritance,
    Instant createdAt,
    String createdBy,
    Instant updatedAt,
    String updatedBy) {

  record SchemaRepresentation(Map<String, Map<String, Object>> properties, List<String> required) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record RelationRepresentation(
      String target,
      boolean required,
      boolean many,
      Optional<String> title,
      Optional<String> description) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record OwnershipRepresentation(String type, Optional<String> path, Optional<String> title) {}

  /** What is said of a blueprint, for changes to be merged into. */
  static BlueprintRepresentation of(BlueprintDefinition definition) {
    return of(new Blueprint(definition, new Provenance(Instant.EPOCH, "", Instant.EPOCH, "")));
  }

  static BlueprintRepresentation of(Blueprint blueprint) {
    BlueprintDefinition definition = blueprint.definition();
    Map<String, Object> further = definition.further();
    Optional<Object> inheritance = Optional.ofNullable(further.get(PortalFields.TEAM_INHERITANCE));
    return new BlueprintRepresentation(
        definition.identifier(),
        definition.title(),
        definition.description(),
        definition.icon(),
        new SchemaRepresentation(
            each(definition.schema().properties(), PropertyDefinition::asMap),
            definition.schema().required()),
        each(definition.relations(), BlueprintRepresentation::relation),
        further.getOrDefault(PortalFields.MIRRORS, Map.of()),
        further.getOrDefault(PortalFields.CALCULATIONS, Map.of()),
        further.getOrDefault(PortalFields.AGGREGATIONS, Map.of()),
        Optional.ofNullable(further.get(PortalFields.CHANGELOG)),
        Optional.ofNullable(further.get(PortalFields.GLOBAL_SEARCH)),
        // Whoever said it in the old way reads it in that way.
        inheritance.isPresent()
            ? Optional.empty()
            : definition.ownership().map(BlueprintRepresentation::ownership),
        inheritance,
        blueprint.provenance().createdAt(),
        blueprint.provenance().createdBy(),
        blueprint.provenance().updatedAt(),
        blueprint.provenance().updatedBy());
  }

  private static RelationRepresentation relation(Relation relation) {
    return new RelationRepresentation(
        relation.target(),
        relation.required(),
        relation.many(),
        relation.title(),
        relation.description());
  }

  private static OwnershipRepresentation ownership(Ownership ownership) {
    return new OwnershipRepresentation(
        ownership.type().wireName(), ownership.path(), ownership.title());
  }

  private static <A, B> Map<String, B> each(Map<String, A> values, Function<A, B> conversion) {
    Map<String, B> converted = new LinkedHashMap<>();
    values.forEach((name, value) -> converted.put(name, conversion.apply(value)));
    return converted;
  }
}
