package dev.portcullis.catalog;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds in what a value does not fit its definition: the part of JSON Schema that Port's properties
 * use. Pure; what a definition says wrongly judges nothing, for the definition's own review has
 * refused it.
 */
final class ValueReview {

  /** The deepest nesting of definitions that is followed. */
  static final int MAX_DEPTH = 20;

  private final BiConsumer<String, String> problems;

  private ValueReview(BiConsumer<String, String> problems) {
    this.problems = problems;
  }

  /**
   * Judges a value.
   *
   * @param problems takes the place and what it must be
   */
  static void of(
      String field, Object value, Map<?, ?> definition, BiConsumer<String, String> problems) {
    new ValueReview(problems).judge(field, value, definition, 0);
  }

  private void judge(String field, @Nullable Object value, Map<?, ?> definition, int depth) {
    Optional<PropertyType> type =
        definition.get("type") instanceof String name ? PropertyType.named(name) : Optional.empty();
    if (type.isPresent() && (value == null || !type.get().admits(value))) {
      problems.accept(field, "must be of type `" + type.get().wireName() + "`");
      return;
    }
    choice(field, value, definition);
    switch (value) {
      case String text -> text(field, text, definition);
      case Number number -> number(field, number, definition);
      case List<?> list -> list(field, list, definition, depth);
      case Map<?, ?> map -> members(field, map, definition, depth);
      case null, default -> {
        // true and false have no more to them.
      }
    }
  }

  private void choice(String field, @Nullable Object value, Map<?, ?> definition) {
    if (definition.get("enum") instanceof List<?> choices
        && choices.stream().noneMatch(choice -> isSame(choice, value))) {
      problems.accept(field, "must be one of the values that are listed");
    }
  }

  private void text(String field, String text, Map<?, ?> definition) {
    int length = text.codePointCount(0, text.length());
    bound(field, definition, "minLength", least -> length >= least, "at least %s characters");
    bound(field, definition, "maxLength", most -> length <= most, "at most %s characters");
    if (definition.get("pattern") instanceof String pattern
        && !ValuePattern.matches(pattern, text)) {
      problems.accept(field, "must match `" + pattern + "`");
    }
    if (definition.get("format") instanceof String format && !ValueFormat.fits(format, text)) {
      problems.accept(field, "must be " + ValueFormat.inWords(format));
    }
  }

  private void bound(
      String field, Map<?, ?> definition, String key, IntPredicate holds, String words) {
    if (definition.get(key) instanceof Integer bound && !holds.test(bound)) {
      problems.accept(field, "must have " + words.formatted(bound));
    }
  }

  private void number(String field, Number number, Map<?, ?> definition) {
    BigDecimal value = exact(number);
    limit(field, definition, "minimum", least -> value.compareTo(least) >= 0, "at least");
    limit(field, definition, "maximum", most -> value.compareTo(most) <= 0, "at most");
    limit(field, definition, "exclusiveMinimum", low -> value.compareTo(low) > 0, "more than");
    limit(field, definition, "exclusiveMaximum", high -> value.compareTo(high) < 0, "less than");
  }

  private void limit(
      String field,
      Map<?, ?> definition,
      String key,
      java.util.function.Predicate<BigDecimal> holds,
      String words) {
    if (definition.get(key) instanceof Number bound && !holds.test(exact(bound))) {
      problems.accept(field, "must be " + words + " " + bound);
    }
  }

  private void list(String field, List<?> list, Map<?, ?> definition, int depth) {
    int size = list.size();
    bound(field, definition, "minItems", least -> size >= least, "at least %s items");
    bound(field, definition, "maxItems", most -> size <= most, "at most %s items");
    if (Boolean.TRUE.equals(definition.get("uniqueItems")) && repeats(list)) {
      problems.accept(field, "must not repeat an item");
    }
    if (definition.get("items") instanceof Map<?, ?> items && depth < MAX_DEPTH) {
      for (int i = 0; i < size; i++) {
        judge(field + "[" + i + "]", list.get(i), items, depth + 1);
      }
    }
  }

  private static boolean repeats(List<?> list) {
    Set<@Nullable Object> seen = new HashSet<>();
    return list.stream()
        .map(item -> item instanceof Number number ? exact(number).stripTrailingZeros() : item)
        .anyMatch(item -> !seen.add(item));
  }

  private void members(String field, Map<?, ?> map, Map<?, ?> definition, int depth) {
    if (definition.get("required") instanceof List<?> required) {
      required.stream()
          .filter(name -> map.get(name) == null)
          .forEach(name -> problems.accept(field + "." + name, "is required"));
    }
    if (definition.get("properties") instanceof Map<?, ?> properties && depth < MAX_DEPTH) {
      properties.forEach((name, member) -> {
        if (map.get(name) != null && member instanceof Map<?, ?> nested) {
          judge(field + "." + name, map.get(name), nested, depth + 1);
        }
      });
    }
  }

  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    return one instanceof Number number && other instanceof Number value
        ? exact(number).compareTo(exact(value)) == 0
        : Objects.equals(one, other);
  }

  private static BigDecimal exact(Number number) {
    return new BigDecimal(number.toString());
  }
}
