package dev.portcullis.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of entities somebody wants to see: {@code title}, {@code $title}, {@code
 * properties.tier}, {@code relations.owner}, or the name of a property or relation alone. What
 * tells one entity from another, and when it was made and changed, is always there.
 *
 * @param include empty for all
 */
record ShownFields(Set<String> include, Set<String> exclude) {

  static final ShownFields ALL = new ShownFields(Set.of(), Set.of());

  private static final Set<String> ALWAYS =
      Set.of("identifier", "blueprint", "createdAt", "updatedAt");

  /** From parameters, each of which may hold several names joined by commas. */
  static ShownFields ofParameters(@Nullable List<String> include, @Nullable List<String> exclude) {
    return of(include == null ? List.of() : include, exclude == null ? List.of() : exclude);
  }

  static ShownFields of(Collection<String> include, Collection<String> exclude) {
    return new ShownFields(names(include), names(exclude));
  }

  private static Set<String> names(Collection<String> sent) {
    return sent.stream()
        .flatMap(some -> List.of(some.split(",")).stream())
        .map(String::strip)
        .map(name -> name.startsWith("$") ? name.substring(1) : name)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What is left of an entity. */
  Map<String, @Nullable Object> of(Map<String, @Nullable Object> entity) {
    if (include.isEmpty() && exclude.isEmpty()) {
      return entity;
    }
    Map<String, @Nullable Object> left = new LinkedHashMap<>();
    entity.forEach((name, value) -> {
      if (ALWAYS.contains(name)) {
        left.put(name, value);
      } else if (name.equals("properties") || name.equals("relations")) {
        group(name, value, left);
      } else if (isShown(name, name)) {
        left.put(name, value);
      }
    });
    return left;
  }

  private void group(String name, @Nullable Object value, Map<String, @Nullable Object> into) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, member) -> {
        String path = name + "." + key;
        boolean whole = include.isEmpty() || include.contains(name);
        boolean wanted = whole || include.contains(path) || include.contains(key.toString());
        if (wanted && !exclude.contains(path) && !exclude.contains(key.toString())) {
          members.put(key.toString(), member);
        }
      });
    }
    boolean isAskedFor = include.isEmpty() || include.contains(name) || !members.isEmpty();
    if (isAskedFor && !exclude.contains(name)) {
      into.put(name, members);
    }
  }

  private boolean isShown(String name, String path) {
    return (include.isEmpty() || include.contains(path)) && !exclude.contains(name);
  }
}
