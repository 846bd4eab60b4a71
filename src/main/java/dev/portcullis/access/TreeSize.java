package dev.portcullis.access;

import dev.portcullis.catalog.Entity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How large a tree of JDK values is. */
final class TreeSize {

  private TreeSize() {}

  /** That of the properties and relations of entities. */
  static long ofEntities(List<Entity> entities) {
    return entities.stream()
        .mapToLong(entity -> of(entity.properties()) + of(entity.relations()))
        .sum();
  }

  /** Its values and their characters. */
  static long of(@Nullable Object value) {
    return switch (value) {
      case String text -> 1L + text.length();
      case List<?> list -> 1 + list.stream().mapToLong(TreeSize::of).sum();
      case Map<?, ?> map ->
          1
              + map.entrySet().stream()
                  .mapToLong(entry -> of(entry.getKey()) + of(entry.getValue()))
                  .sum();
      case null, default -> 1;
    };
  }
}
