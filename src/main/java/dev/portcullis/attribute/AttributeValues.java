package dev.portcullis.attribute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The attributes of a user as a tree of JDK values: texts, numbers, booleans, lists and maps, where
 * an extension's attributes stand in a map under its URN. Immutable; equal by value.
 *
 * @param asMap by attribute name, in the order in which they were sent; null values and empty lists
 *     are left out, for they mean the same as no value (RFC 7643 §2.5)
 */
public record AttributeValues(Map<String, Object> asMap) {

  /** No attributes. */
  public static final AttributeValues NONE = new AttributeValues(Map.of());

  public AttributeValues {
    asMap = frozen(asMap);
  }

  /**
   * The text under a name, or within a complex attribute under a path such as {@code name,
   * givenName}.
   */
  public Optional<String> text(String... path) {
    Object value = asMap;
    for (String name : path) {
      if (!(value instanceof Map<?, ?> map) || !map.containsKey(name)) {
        return Optional.empty();
      }
      value = map.get(name);
    }
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /**
   * The e-mail address that stands for the person: the primary one, else the first, whatever its
   * type.
   */
  public Optional<String> primaryEmail() {
    List<?> emails = asMap.get("emails") instanceof List<?> list ? list : List.of();
    Stream<?> primaryFirst =
        Stream.concat(emails.stream().filter(AttributeValues::isPrimary), emails.stream());
    return primaryFirst.flatMap(AttributeValues::value).findFirst();
  }

  private static boolean isPrimary(Object element) {
    return element instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("primary"));
  }

  private static Stream<String> value(Object element) {
    return element instanceof Map<?, ?> map && map.get("value") instanceof String text
        ? Stream.of(text)
        : Stream.empty();
  }

  private static Map<String, Object> frozen(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((name, value) -> {
      if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
        copy.put((String) name, frozenValue(value));
      }
    });
    return Collections.unmodifiableMap(copy);
  }

  private static Object frozenValue(Object value) {
    return switch (value) {
      case Map<?, ?> map -> frozen(map);
      case List<?> list -> frozenList(list);
      default -> value;
    };
  }

  private static List<Object> frozenList(List<?> list) {
    List<Object> copy = new ArrayList<>(list.size());
    list.forEach(element -> copy.add(frozenValue(element)));
    return Collections.unmodifiableList(copy);
  }
}
