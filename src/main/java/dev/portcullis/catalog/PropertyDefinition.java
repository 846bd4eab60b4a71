package dev.portcullis.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a blueprint says of one property.
 *
 * @param asMap as it was sent, as a tree of JDK values: {@code type}, and whatever the portal shows
 *     beside it, such as {@code title} and {@code format}
 */
public record PropertyDefinition(Map<String, Object> asMap) {

  public PropertyDefinition {
    asMap = Collections.unmodifiableMap(new LinkedHashMap<>(asMap));
  }

  /** The type of its values; empty where the definition names none that Port knows. */
  public Optional<PropertyType> type() {
    return asMap.get("type") instanceof String name ? PropertyType.named(name) : Optional.empty();
  }
}
