package dev.portcullis.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an administrator says of a blueprint.
 *
 * @param identifier unique in the organization
 * @param ownership empty where nothing is said; entities may name teams all the same
 */
public record BlueprintDefinition(
    String identifier,
    String title,
    Optional<String> description,
    Optional<String> icon,
    BlueprintSchema schema,
    Map<String, Relation> relations,
    Optional<Ownership> ownership) {

  public BlueprintDefinition {
    relations = Collections.unmodifiableMap(new LinkedHashMap<>(relations));
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
    return new BlueprintDefinition(
        identifier,
        title,
        description,
        icon,
        schema,
        others,
        Optional.of(Ownership.direct(inherited.title())));
  }
}
