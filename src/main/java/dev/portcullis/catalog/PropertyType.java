package dev.portcullis.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The JSON types that a property's values may have. */
public enum PropertyType {
  STRING,
  NUMBER,
  BOOLEAN,
  ARRAY,
  OBJECT;

  /** The name as schemas spell it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<PropertyType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.wireName().equals(name)).findFirst();
  }

  /** Whether a value, as a tree of JDK values, is of this type. */
  boolean admits(Object value) {
    return switch (this) {
      case STRING -> value instanceof String;
      case NUMBER -> value instanceof Number;
      case BOOLEAN -> value instanceof Boolean;
      case ARRAY -> value instanceof List<?>;
      case OBJECT -> value instanceof Map<?, ?>;
    };
  }
}
