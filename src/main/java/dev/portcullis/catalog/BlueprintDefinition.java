package dev.portcullis.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says of a blueprint.
 *
 * @param identifier unique in the organization
 * @param ownership empty where nothing is said; entities may name teams all the same
 * @param further what only the portal uses, by its name in Port's API, as trees of JDK values
 *     without nulls: see {@link PortalFields}
 */
public record BlueprintDefinition(
    String identifier,
    String title,
    Optional<String> description,
    Optional<String> icon,
    BlueprintSchema schema,
    Map<String, Relation> relations,
    Optional<Ownership> ownership,
    @Nullable Map<String, Object> further) {

  public BlueprintDefinition {
    relations = Collections.unmodifiableMap(new LinkedHashMap<>(relations));
    // Blueprints that were stored before there were such fields have none.
    further =
        further == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(further));
  }

  /** A definition of which the portal says nothing more. */
  public BlueprintDefinition(
      String identifier,
      String title,
      Optional<String> description,
      Optional<String> icon,
      BlueprintSchema schema,
      Map<String, Relation> relations,
      Optional<Ownership> ownership) {
    this(identifier, title, description, icon, schema, relations, ownership, Map.of());
  }

  @Override
  public Map<String, Object> further() {
    return further == null ? Map.of() : further;
  }

  /** Whether entities name their owners themselves. */
  boolean hasDirectOwnership() {
    return ownership.filter(own -> !own.isInherited()).isPresent();
  }

  /** Whether entities take their owners over from another one. */
  public boolean inheritsOwnership() {
    return ownership.filter(Ownership::isInherited).isPresent();
  }

  /**
   * The same as it is kept: whoever is related to a team directly cannot inherit owners as well, so
   * that then the relation goes and ownership becomes direct, as in Port.
   */
  BlueprintDefinition settled() {
    boolean toTeams =
        relations.values().stream()
            .anyMatch(relation -> relation.target().equals(SystemBlueprints.TEAM));
    return toTeams
        ? ownership.filter(Ownership::isInherited).map(this::owningDirectly).orElse(this)
        : this;
  }

  private BlueprintDefinition owningDirectly(Ownership inherited) {
    Map<String, Relation> others = new LinkedHashMap<>(relations);
    others.values().removeIf(relation -> relation.target().equals(SystemBlueprints.TEAM));
    Map<String, Object> more = new LinkedHashMap<>(further());
    more.remove(PortalFields.TEAM_INHERITANCE);
    return new BlueprintDefinition(
        identifier,
        title,
        description,
        icon,
        schema,
        others,
        Optional.of(Ownership.direct(inherited.title())),
        more);
  }

  /** The same without relations, and without owners that came along them. */
  public BlueprintDefinition withoutRelations() {
    Map<String, Object> more = new LinkedHashMap<>(further());
    more.remove(PortalFields.TEAM_INHERITANCE);
    return new BlueprintDefinition(
        identifier,
        title,
        description,
        icon,
        schema,
        Map.of(),
        ownership.filter(own -> !own.isInherited()),
        more);
  }

  /** The same without anything that entities could have a value of. */
  public BlueprintDefinition emptied() {
    BlueprintSchema nothing = new BlueprintSchema(Map.of(), List.of());
    return new BlueprintDefinition(
        identifier, title, description, icon, nothing, Map.of(), Optional.empty(), Map.of());
  }

  /** Whether it says nothing beyond its name. */
  boolean isEmpty() {
    return schema.properties().isEmpty() && relations.isEmpty() && further().isEmpty();
  }

  /** The same where a blueprint that relations lead to bears another name. */
  BlueprintDefinition withTarget(String former, String now) {
    Map<String, Relation> renamed = new LinkedHashMap<>();
    relations.forEach((name, relation) ->
        renamed.put(name, relation.target().equals(former) ? relation.to(now) : relation));
    return new BlueprintDefinition(
        identifier, title, description, icon, schema, renamed, ownership, further());
  }

  /** The relation of that name, which there is. */
  Relation relation(String name) {
    return Objects.requireNonNull(relations.get(name), name);
  }

  /** Whether a relation leads to that blueprint. */
  boolean leadsTo(String blueprint) {
    return relations.values().stream().anyMatch(relation -> relation.target().equals(blueprint));
  }
}
