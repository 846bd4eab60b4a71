package dev.portcullis.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which entities a query can match at all, as far as its outermost rules say so; what they do not
 * say, every rule will.
 *
 * @param blueprints empty for all
 * @param identifiers empty for all
 */
record CandidateFilter(Optional<Set<String>> blueprints, Optional<Set<String>> identifiers) {

  /** Of a query as a tree of JDK values. */
  static CandidateFilter ofJson(@Nullable Object json) {
    List<?> rules =
        json instanceof Map<?, ?> group
                && "and".equals(group.get("combinator"))
                && group.get("rules") instanceof List<?> list
            ? list
            : List.of();
    return new CandidateFilter(named(rules, "$blueprint"), named(rules, "$identifier"));
  }

  private static Optional<Set<String>> named(List<?> rules, String property) {
    return rules.stream()
        .filter(Map.class::isInstance)
        .map(Map.class::cast)
        .filter(rule -> property.equals(rule.get("property")))
        .flatMap(rule -> values(rule.get("operator"), rule.get("value")).stream())
        .reduce((one, other) ->
            one.stream().filter(other::contains).collect(Collectors.toUnmodifiableSet()));
  }

  private static Optional<Set<String>> values(@Nullable Object operator, @Nullable Object value) {
    if ("=".equals(operator) && value instanceof String text) {
      return Optional.of(Set.of(text));
    }
    if ("in".equals(operator)
        && value instanceof Collection<?> texts
        && texts.stream().allMatch(String.class::isInstance)) {
      return Optional.of(
          texts.stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet()));
    }
    return Optional.empty();
  }
}
