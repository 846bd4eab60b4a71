package dev.portcullis.permission;

import java.util.Optional;

/**
 * What a blueprint says of a property's kind.
 *
 * @param type such as {@code string} or {@code array}
 * @param format such as {@code user}
 * @param items the kind of an array's elements
 */
public record PropertySchema(String type, Optional<String> format, Optional<PropertySchema> items) {

  public PropertySchema {
    Required.text(type, "a schema's type");
  }

  /** Whether a property of this schema is meant by the other one, which may say less. */
  boolean isCoveredBy(PropertySchema asked) {
    return type.equals(asked.type)
        && (asked.format.isEmpty() || asked.format.equals(format))
        && (asked.items.isEmpty() || items.filter(asked::coversItems).isPresent());
  }

  private boolean coversItems(PropertySchema elements) {
    return items.filter(elements::isCoveredBy).isPresent();
  }
}
