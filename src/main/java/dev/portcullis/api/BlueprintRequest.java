package dev.portcullis.api;

import dev.portcullis.catalog.BlueprintDefinition;
import dev.portcullis.catalog.BlueprintSchema;
import dev.portcullis.catalog.Ownership;
import dev.portcullis.catalog.PortalFields;
import dev.portcullis.catalog.PropertyDefinition;
import dev.portcullis.catalog.Relation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A blueprint as Port's clients send it. What only the server knows is ignored, as Port does with
 * documents that are sent back.
 */
record BlueprintRequest(
    @Nullable String identifier,
    @Nullable String title,
    @Nullable String description,
    @Nullable String icon,
    @Nullable SchemaRequest schema,
    @Nullable Map<String, @Nullable RelationRequest> relations,
    @Nullable OwnershipRequest ownership,
    @Nullable TeamInheritanceRequest teamInheritance,
    @Nullable Map<String, @Nullable Object> mirrorProperties,
    @Nullable Map<String, @Nullable Object> calculationProperties,
    @Nullable Map<String, @Nullable Object> aggregationProperties,
    @Nullable Map<String, @Nullable Object> changelogDestination,
    @Nullable Boolean includeInGlobalSearch,
    @Nullable Object createdAt,
    @Nullable Object createdBy,
    @Nullable Object updatedAt,
    @Nullable Object updatedBy) {

  record SchemaRequest(
      @Nullable Map<String, @Nullable Map<String, @Nullable Object>> properties,
      @Nullable List<@Nullable String> required) {}

  record RelationRequest(
      @Nullable String target,
      @Nullable Boolean required,
      @Nullable Boolean many,
      @Nullable String title,
      @Nullable String description) {}

  /**
   * From where entities have their owners.
   *
   * @param union whether their own are added to those that they inherit, which is not done here
   */
  record OwnershipRequest(
      @Nullable String type,
      @Nullable String path,
      @Nullable String title,
      @Nullable Boolean union) {}

  /** How old clients say that ownership is inherited. */
  record TeamInheritanceRequest(@Nullable String path) {}

  /** The definition; its names are judged by the catalog. */
  BlueprintDefinition definition() {
    return new BlueprintDefinition(
        RequestFault.required("identifier", identifier),
        RequestFault.required("title", title),
        Optional.ofNullable(description),
        Optional.ofNullable(icon),
        schema(RequestFault.required("schema", schema)),
        relations(relations == null ? Map.of() : relations),
        Optional.ofNullable(ownership)
            .map(BlueprintRequest::ownership)
            .or(() -> Optional.ofNullable(teamInheritance).map(BlueprintRequest::ownership)),
        further());
  }

  private Map<String, Object> further() {
    Map<String, Object> further = new LinkedHashMap<>();
    put(further, PortalFields.MIRRORS, mirrorProperties);
    put(further, PortalFields.CALCULATIONS, calculationProperties);
    put(further, PortalFields.AGGREGATIONS, aggregationProperties);
    put(further, PortalFields.CHANGELOG, changelogDestination);
    if (includeInGlobalSearch != null) {
      further.put(PortalFields.GLOBAL_SEARCH, includeInGlobalSearch);
    }
    if (teamInheritance != null && ownership == null) {
      further.put(
          PortalFields.TEAM_INHERITANCE,
          Map.of("path", RequestFault.required("teamInheritance.path", teamInheritance.path())));
    }
    return further;
  }

  private static void put(
      Map<String, Object> further, String field, @Nullable Map<String, @Nullable Object> values) {
    Map<String, Object> present = JsonValues.present(field, values);
    if (!present.isEmpty()) {
      further.put(field, present);
    }
  }

  private static BlueprintSchema schema(SchemaRequest schema) {
    Map<String, PropertyDefinition> properties = new LinkedHashMap<>();
    RequestFault.required("schema.properties", schema.properties())
        .forEach((name, definition) -> {
          String field = "schema.properties." + name;
          properties.put(
              name,
              new PropertyDefinition(
                  JsonValues.present(field, RequestFault.required(field, definition))));
        });
    List<@Nullable String> required = schema.required() == null ? List.of() : schema.required();
    return new BlueprintSchema(
        properties,
        required.stream().map(name -> RequestFault.required("schema.required", name)).toList());
  }

  private static Map<String, Relation> relations(Map<String, @Nullable RelationRequest> relations) {
    Map<String, Relation> defined = new LinkedHashMap<>();
    relations.forEach((name, relation) -> {
      String field = "relations." + name;
      defined.put(name, relation(field, RequestFault.required(field, relation)));
    });
    return defined;
  }

  private static Relation relation(String field, RelationRequest relation) {
    return new Relation(
        RequestFault.required(field + ".target", relation.target()),
        Boolean.TRUE.equals(relation.required()),
        Boolean.TRUE.equals(relation.many()),
        Optional.ofNullable(relation.title()),
        Optional.ofNullable(relation.description()));
  }

  private static Ownership ownership(OwnershipRequest ownership) {
    Ownership.Type type =
        Ownership.Type.named(RequestFault.required("ownership.type", ownership.type()))
            .orElseThrow(() ->
                RequestFault.invalid(
                    "ownership.type", "`ownership.type` must be `Direct` or `Inherited`"));
    if (Boolean.TRUE.equals(ownership.union())) {
      throw RequestFault.invalid(
          "ownership.union",
          "`ownership.union` is not supported; entities either name their owners or inherit them");
    }
    Optional<String> title = Optional.ofNullable(ownership.title());
    return switch (type) {
      case DIRECT -> Ownership.direct(title);
      case INHERITED ->
          new Ownership(
              type, title, Optional.of(RequestFault.required("ownership.path", ownership.path())));
    };
  }

  private static Ownership ownership(TeamInheritanceRequest inheritance) {
    return new Ownership(
        Ownership.Type.INHERITED,
        Optional.empty(),
        Optional.of(RequestFault.required("teamInheritance.path", inheritance.path())));
  }
}
