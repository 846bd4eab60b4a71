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
}
