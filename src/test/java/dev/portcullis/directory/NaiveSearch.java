package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeKey;
import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.attribute.CaseFold;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.DirectoryQuery.Comparison;
import dev.portcullis.attribute.Operand;
import dev.portcullis.attribute.Sorting;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a search means, said a second time: over trees of plain values as a client would see them,
 * without any SQL. A tree is a map by attribute name.
 */
final class NaiveSearch {

  private NaiveSearch() {}

  static boolean meets(Map<?, ?> tree, DirectoryQuery query) {
    return meets(tree, query, "");
  }

  /**
   * Whether a tree meets a query.
   *
   * @param above the path of the tree within its resource, with the point behind it
   */
  private static boolean meets(Map<?, ?> tree, DirectoryQuery query, String above) {
    return switch (query) {
      case DirectoryQuery.All _ -> true;
      case DirectoryQuery.None _ -> false;
      case DirectoryQuery.And(var parts) ->
          parts.stream().allMatch(part -> meets(tree, part, above));
      case DirectoryQuery.Or(var parts) ->
          parts.stream().anyMatch(part -> meets(tree, part, above));
      case DirectoryQuery.Not(var part) -> !meets(tree, part, above);
      case DirectoryQuery.Present(var key) ->
          at(tree, key, above).anyMatch(value -> !value.equals(Map.of()));
      case DirectoryQuery.Compare(var key, var comparison, var operand) ->
          at(tree, key, above).anyMatch(value -> compares(key, value, comparison, operand));
      case DirectoryQuery.Element(var key, var condition) ->
          at(tree, key, above)
              .map(element -> (Map<?, ?>) element)
              .filter(element -> !element.isEmpty())
              .anyMatch(element -> meets(element, condition, key.path() + "."));
    };
  }

  /** Every value under a path. */
  private static Stream<?> at(Map<?, ?> tree, AttributeKey key, String above) {
    String path = key.path().substring(above.length());
    if (above.isEmpty() && path.startsWith("urn:")) {
      int end = path.lastIndexOf(':');
      return below(Stream.of(tree), path.substring(0, end))
          .flatMap(part -> below(Stream.of(part), path.substring(end + 1).split("\\.")));
    }
    return below(Stream.of(tree), path.split("\\."));
  }

  private static Stream<?> below(Stream<?> trees, String... names) {
    Stream<?> found = trees;
    for (String name : names) {
      found =
          found.flatMap(tree ->
              ((Map<?, ?>) tree)
                  .entrySet().stream()
                      .filter(entry -> ((String) entry.getKey()).equalsIgnoreCase(name))
                      .flatMap(entry -> elements(entry.getValue())));
    }
    return found;
  }

  private static Stream<?> elements(Object value) {
    return value instanceof List<?> list ? list.stream() : Stream.of(value);
  }

  private static boolean compares(
      AttributeKey key, Object value, Comparison comparison, Operand operand) {
    return switch (operand) {
      case Operand.Text(String text) when key.kind() == Kind.TEXT ->
          texts(CaseFold.of(value.toString()), comparison, CaseFold.of(text));
      case Operand.Text(String text) -> texts(value.toString(), comparison, text);
      case Operand.Truth(boolean truth) -> value.equals(truth);
      case Operand.Number(BigDecimal number) ->
          value instanceof Number
              && holds(comparison, new BigDecimal(value.toString()).compareTo(number));
      case Operand.Moment(Instant moment) when value instanceof Instant shown ->
          holds(comparison, shown.compareTo(moment));
      case Operand.Moment(Instant moment) ->
          moment(value)
              .map(shown ->
                  holds(comparison, shown.compareTo(moment.truncatedTo(ChronoUnit.MICROS))))
              .orElse(false);
    };
  }

  private static boolean texts(String value, Comparison comparison, String text) {
    return switch (comparison) {
      case CONTAINS -> value.contains(text);
      case STARTS_WITH -> value.startsWith(text);
      case ENDS_WITH -> value.endsWith(text);
      default -> holds(comparison, value.compareTo(text));
    };
  }

  private static boolean holds(Comparison comparison, int order) {
    return switch (comparison) {
      case EQUAL -> order == 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case CONTAINS, STARTS_WITH, ENDS_WITH -> throw new AssertionError(comparison);
    };
  }

  private static Optional<Instant> moment(Object value) {
    try {
      return Optional.of(Instant.parse(value.toString()).truncatedTo(ChronoUnit.MICROS));
    } catch (java.time.DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The order of trees; ties are by id. */
  static Comparator<Map<?, ?>> order(Sorting users, Sorting groups) {
    Comparator<Optional<Comparable<Object>>> ascending =
        Comparator.comparing((Optional<Comparable<Object>> value) -> value.isEmpty())
            .thenComparing(
                value -> value.orElse(null), Comparator.nullsLast(Comparator.naturalOrder()));
    Comparator<Map<?, ?>> byValue =
        Comparator.comparing(
            tree -> sortValue(tree, isUser(tree) ? users : groups),
            users.descending() ? ascending.reversed() : ascending);
    return byValue.thenComparing(tree -> (String) tree.get("id"));
  }

  static boolean isUser(Map<?, ?> tree) {
    return tree.get("meta") instanceof Map<?, ?> meta && "User".equals(meta.get("resourceType"));
  }

  private static Optional<Comparable<Object>> sortValue(Map<?, ?> tree, Sorting sorting) {
    return sorting.by().flatMap(key -> leading(tree, key).flatMap(value -> sortable(key, value)));
  }

  @SuppressWarnings("unchecked")
  private static Optional<Comparable<Object>> sortable(AttributeKey key, Object value) {
    Optional<?> sortable =
        switch (key.kind()) {
          case TEXT -> Optional.of(CaseFold.of(value.toString()));
          case EXACT_TEXT, BOOLEAN -> Optional.of(value.toString());
          case NUMBER -> Optional.of(new BigDecimal(value.toString()));
          case INSTANT -> value instanceof Instant ? Optional.of(value) : moment(value);
          case COMPLEX -> Optional.empty();
        };
    return sortable.map(one -> (Comparable<Object>) one);
  }

  /** The value of the primary element, else the first; of what the server lists, the least. */
  private static Optional<?> leading(Map<?, ?> tree, AttributeKey key) {
    String parent = key.path().replaceFirst("\\.[^.:]*$", "");
    if (parent.equals("groups") || parent.equals("members")) {
      return at(tree, key, "")
          .map(value -> foldedIfText(key, value))
          .min(Comparator.naturalOrder());
    }
    Predicate<Object> isPrimary =
        element -> element instanceof Map<?, ?> parts && Boolean.TRUE.equals(parts.get("primary"));
    Stream<?> primary =
        parent.equals(key.path())
            ? Stream.of()
            : at(tree, new AttributeKey(parent, Kind.COMPLEX), "")
                .filter(isPrimary)
                .flatMap(one -> at((Map<?, ?>) one, key, parent + "."));
    return Stream.concat(primary, at(tree, key, "")).findFirst();
  }

  private static String foldedIfText(AttributeKey key, Object value) {
    return key.kind() == Kind.TEXT ? CaseFold.of(value.toString()) : value.toString();
  }
}
