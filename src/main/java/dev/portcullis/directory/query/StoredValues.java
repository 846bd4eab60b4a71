package dev.portcullis.directory.query;

import dev.portcullis.attribute.AttributeValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes attributes apart into the values by which a resource is found. It needs no definitions:
 * what an attribute is, its value shows.
 *
 * <p>{@code schemas} is there as well: the resource's own and every extension that has a value.
 */
public final class StoredValues {

  private static final String SCHEMAS = "schemas";

  /** The most characters of a path; what is called longer than that cannot be searched for. */
  private static final int MAX_PATH_LENGTH = 500;

  private record Place(int element, int part) {}

  private record Found(boolean primary, Object scalar) {}

  private final Map<String, Map<Place, Found>> byPath = new LinkedHashMap<>();

  private StoredValues() {}

  /** The values of a resource of the type whose values lie in that table. */
  public static List<StoredValue> of(ValueTable table, AttributeValues attributes) {
    StoredValues values = new StoredValues();
    values.schemas(table.urn(), attributes);
    attributes.asMap().forEach(values::attribute);
    return values.byPath.entrySet().stream()
        .flatMap(entry -> stored(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Stream<StoredValue> stored(String path, Map<Place, Found> values) {
    Found leading =
        values.values().stream()
            .filter(Found::primary)
            .findFirst()
            .orElseGet(() -> values.values().iterator().next());
    return values.entrySet().stream()
        .map(entry -> stored(path, entry.getKey(), entry.getValue(), leading));
  }

  private static StoredValue stored(String path, Place place, Found value, Found leading) {
    return StoredValue.of(path, place.element(), place.part(), value == leading, value.scalar());
  }

  private void schemas(String urn, AttributeValues attributes) {
    add(SCHEMAS, 0, 0, false, urn);
    List<String> extensions =
        attributes.asMap().entrySet().stream()
            .filter(entry -> isExtension(entry.getKey(), entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    for (int i = 0; i < extensions.size(); i++) {
      add(SCHEMAS, i + 1, 0, false, extensions.get(i));
    }
  }

  private static boolean isExtension(String name, Object value) {
    return name.contains(":") && value instanceof Map<?, ?> attributes && !attributes.isEmpty();
  }

  private void attribute(String name, Object value) {
    if (isExtension(name, value)) {
      ((Map<?, ?>) value).forEach((part, inner) -> values(name + ":" + part, inner));
    } else if (!name.equalsIgnoreCase(SCHEMAS)) {
      values(name, value);
    }
  }

  private void values(String name, Object value) {
    if (value instanceof List<?> elements) {
      for (int i = 0; i < elements.size(); i++) {
        element(name, i, elements.get(i));
      }
    } else {
      element(name, 0, value);
    }
  }

  private void element(String path, int element, Object value) {
    if (value instanceof Map<?, ?> parts) {
      boolean primary = Boolean.TRUE.equals(parts.get("primary"));
      parts.forEach((name, part) -> part(path + "." + name, element, primary, part));
    } else {
      add(path, element, 0, false, value);
    }
  }

  private void part(String path, int element, boolean primary, Object value) {
    if (value instanceof List<?> several) {
      for (int i = 0; i < several.size(); i++) {
        add(path, element, i, primary, several.get(i));
      }
    } else {
      add(path, element, 0, primary, value);
    }
  }

  /**
   * Names that differ in case alone mean one attribute; of two values in one place the first
   * counts.
   */
  private void add(String name, int element, int part, boolean primary, Object value) {
    String path = name.toLowerCase(Locale.ROOT);
    boolean isScalar =
        value instanceof String || value instanceof Number || value instanceof Boolean;
    if (!isScalar || path.length() > MAX_PATH_LENGTH) {
      return;
    }
    byPath
        .computeIfAbsent(path, _ -> new LinkedHashMap<>())
        .putIfAbsent(new Place(element, part), new Found(primary, value));
  }
}
