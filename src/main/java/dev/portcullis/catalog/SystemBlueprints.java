package dev.portcullis.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The blueprints of people and teams. Their fixed part cannot be changed; organizations may add
 * properties and relations, which alone are stored.
 */
public final class SystemBlueprints {

  /** Identifier of the blueprint of people. */
  public static final String USER = "_user";

  /** Identifier of the blueprint of teams. */
  public static final String TEAM = "_team";

  private static final Provenance ALWAYS = Provenance.made(Instant.EPOCH, "portcullis");

  /** How many belong to a team, as Port counts it. */
  private static final String SIZE = "size";

  private static final Map<String, Object> TEAM_AGGREGATIONS =
      Map.of(
          PortalFields.AGGREGATIONS,
          Map.of(
              SIZE,
              Map.of(
                  "title",
                  "Size",
                  "type",
                  "number",
                  "target",
                  USER,
                  "calculationSpec",
                  Map.of("calculationBy", "entities", "func", "count"))));

  private static final Map<String, BlueprintDefinition> FIXED =
      Map.of(
          USER,
          definition(
              USER,
              "User",
              properties(
                  "status",
                  "Status",
                  "string",
                  "port_role",
                  "Port role",
                  "string",
                  "moderated_blueprints",
                  "Moderated blueprints",
                  "array",
                  "port_type",
                  "Port type",
                  "string"),
              Map.of()),
          TEAM,
          definition(
              TEAM, "Team", properties("description", "Description", "string"), TEAM_AGGREGATIONS));

  private SystemBlueprints() {}

  /** Whether it is one of theirs. */
  public static boolean are(String identifier) {
    return FIXED.containsKey(identifier);
  }

  /** The fixed part. */
  static Optional<Blueprint> fixed(String identifier) {
    return Optional.ofNullable(FIXED.get(identifier))
        .map(definition -> new Blueprint(definition, ALWAYS));
  }

  static List<BlueprintDefinition> all() {
    return List.copyOf(FIXED.values());
  }

  /** The fixed part with what an organization added. */
  static Blueprint extended(Blueprint fixed, Blueprint added) {
    return new Blueprint(joined(fixed.definition(), added.definition()), added.provenance());
  }

  /** What a whole definition adds to the fixed part; the fixed part stays whatever it says. */
  static BlueprintDefinition additions(BlueprintDefinition whole) {
    BlueprintDefinition fixed = FIXED.getOrDefault(whole.identifier(), whole);
    Map<String, PropertyDefinition> properties = new LinkedHashMap<>(whole.schema().properties());
    fixed.schema().properties().keySet().forEach(properties::remove);
    List<String> required =
        whole.schema().required().stream().filter(properties::containsKey).toList();
    return new BlueprintDefinition(
        fixed.identifier(),
        fixed.title(),
        fixed.description(),
        fixed.icon(),
        new BlueprintSchema(properties, required),
        whole.relations(),
        Optional.empty(),
        whole.further());
  }

  /**
   * What an edit would change of the fixed part.
   *
   * @param isPartial whether what the edit leaves out it takes away, and does not just not repeat
   */
  static List<CatalogProblem> guarded(
      BlueprintDefinition fixed, BlueprintDefinition sent, boolean isPartial) {
    List<CatalogProblem> problems = new ArrayList<>();
    if (!sent.identifier().equals(fixed.identifier())) {
      problems.add(CatalogProblem.guarded("identifier", "of a system blueprint cannot be changed"));
    }
    if (isPartial) {
      fixed.schema().properties().keySet().stream()
          .filter(name -> !sent.schema().properties().containsKey(name))
          .forEach(name ->
              problems.add(
                  CatalogProblem.guarded(
                      "schema.properties." + name, "is the system blueprint's own and stays")));
    }
    return problems;
  }

  static BlueprintDefinition joined(BlueprintDefinition fixed, BlueprintDefinition added) {
    Map<String, PropertyDefinition> properties = new LinkedHashMap<>(fixed.schema().properties());
    properties.putAll(added.schema().properties());
    return new BlueprintDefinition(
        fixed.identifier(),
        fixed.title(),
        fixed.description(),
        fixed.icon(),
        new BlueprintSchema(properties, added.schema().required()),
        added.relations(),
        fixed.ownership(),
        further(fixed, added));
  }

  /** What an organization says for the portal, with what is aggregated whatever it says. */
  private static Map<String, Object> further(BlueprintDefinition fixed, BlueprintDefinition added) {
    Map<String, Object> further = new LinkedHashMap<>(fixed.further());
    further.putAll(added.further());
    if (fixed.further().get(PortalFields.AGGREGATIONS) instanceof Map<?, ?> aggregated) {
      Map<Object, Object> all = new LinkedHashMap<>(aggregated);
      if (added.further().get(PortalFields.AGGREGATIONS) instanceof Map<?, ?> more) {
        all.putAll(more);
      }
      all.putAll(aggregated);
      further.put(PortalFields.AGGREGATIONS, all);
    }
    return further;
  }

  /** The properties that only readers see; an organization may have declared one of that name. */
  static Set<String> calculated(BlueprintDefinition whole) {
    return whole.identifier().equals(TEAM) && !whole.schema().properties().containsKey(SIZE)
        ? Set.of(SIZE)
        : Set.of();
  }

  private static BlueprintDefinition definition(
      String identifier,
      String title,
      Map<String, PropertyDefinition> properties,
      Map<String, Object> further) {
    return new BlueprintDefinition(
        identifier,
        title,
        Optional.empty(),
        Optional.empty(),
        new BlueprintSchema(properties, List.of()),
        Map.of(),
        Optional.of(Ownership.direct(Optional.of(Ownership.DEFAULT_TITLE))),
        further);
  }

  /** Of names, titles and types; there are clients that read no property without a title. */
  private static Map<String, PropertyDefinition> properties(String... parts) {
    Map<String, PropertyDefinition> properties = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i += 3) {
      Map<String, Object> property = new LinkedHashMap<>();
      property.put("type", parts[i + 2]);
      property.put("title", parts[i + 1]);
      properties.put(parts[i], new PropertyDefinition(property));
    }
    return properties;
  }
}
