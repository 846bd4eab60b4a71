package dev.portcullis.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The properties of a blueprint's entities.
 *
 * @param properties by identifier, in the order in which they were sent
 * @param required identifiers of those that every entity must have
 */
public record BlueprintSchema(Map<String, PropertyDefinition> properties, List<String> required) {

  public BlueprintSchema {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    required = required.stream().distinct().toList();
  }
}
