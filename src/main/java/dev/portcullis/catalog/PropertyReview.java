package dev.portcullis.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with a property's definition itself; pure. */
final class PropertyReview {

  private static final String TYPES = "must be `string`, `number`, `boolean`, `array` or `object`";
  private static final Set<String> COUNTS =
      Set.of("minLength", "maxLength", "minItems", "maxItems");
  private static final Set<String> LIMITS =
      Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");

  private final BiConsumer<String, String> problems;

  private PropertyReview(BiConsumer<String, String> problems) {
    this.problems = problems;
  }

  /**
   * Judges a definition.
   *
   * @param problems takes the place and what it must be
   */
  static void of(String field, PropertyDefinition definition, BiConsumer<String, String> problems) {
    PropertyReview review = new PropertyReview(problems);
    Map<String, Object> map = definition.asMap();
    if (definition.type().isEmpty()) {
      problems.accept(field + ".type", TYPES);
    }
    review.judge(field, map, 0);
    Object initial = map.get("default");
    if (initial != null && definition.type().isPresent()) {
      ValueReview.of(field + ".default", initial, map, problems);
    }
  }

  private void judge(String field, Map<?, ?> definition, int depth) {
    if (depth > ValueReview.MAX_DEPTH) {
      problems.accept(field, "nests too deep");
      return;
    }
    definition.forEach((name, value) -> part(field + "." + name, String.valueOf(name), value));
    if (definition.get("items") instanceof Map<?, ?> items) {
      nested(field + ".items", items, depth);
    }
    if (definition.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach((name, member) -> {
        if (member instanceof Map<?, ?> map) {
          nested(field + ".properties." + name, map, depth);
        }
      });
    }
  }

  private void nested(String field, Map<?, ?> definition, int depth) {
    Object type = definition.get("type");
    if (type != null && !(type instanceof String name && PropertyType.named(name).isPresent())) {
      problems.accept(field + ".type", TYPES);
    }
    judge(field, definition, depth + 1);
  }

  private void part(String field, String name, @Nullable Object value) {
    if (COUNTS.contains(name) && !(value instanceof Integer count && count >= 0)) {
      problems.accept(field, "must be a whole number that is not negative");
    } else if (LIMITS.contains(name) && !(value instanceof Number)) {
      problems.accept(field, "must be a number");
    }
    switch (name) {
      case "format", "spec" -> text(field, value);
      case "pattern" ->
          (value instanceof String pattern
                  ? ValuePattern.problem(pattern)
                  : Optional.of("must be a text"))
              .ifPresent(problem -> problems.accept(field, problem));
      case "enum" -> {
        if (!(value instanceof List<?> choices && !choices.isEmpty())) {
          problems.accept(field, "must list at least one value");
        }
      }
      case "items" -> {
        if (!(value instanceof Map<?, ?>)) {
          problems.accept(field, "must be an object");
        }
      }
      default -> {
        // The portal's own.
      }
    }
  }

  private void text(String field, @Nullable Object value) {
    if (!(value instanceof String)) {
      problems.accept(field, "must be a text");
    }
  }
}
