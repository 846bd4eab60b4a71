package dev.portcullis.scim.patch;

import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import com.unboundid.scim2.common.types.AttributeDefinition;
import dev.portcullis.scim.filter.Equality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Filters that say no more than what is equal to what. */
final class Equalities {

  private Equalities() {}

  /** What a filter asks for, if it is {@code eq} and {@code and} alone and does not contradict. */
  static Optional<Map<String, Object>> of(Filter filter, AttributeDefinition attribute) {
    if (attribute.getType() != AttributeDefinition.Type.COMPLEX) {
      return Optional.empty();
    }
    Map<String, Object> wanted = new LinkedHashMap<>();
    for (Filter part : parts(filter, FilterType.AND)) {
      if (part.getFilterType() != FilterType.EQUAL) {
        return Optional.empty();
      }
      Object operand = scalar(Objects.requireNonNull(part.getComparisonValue()));
      Object before = wanted.putIfAbsent(ValueSelection.named(part, attribute).getName(), operand);
      if (before != null && !before.equals(operand)) {
        return Optional.empty();
      }
    }
    return wanted.containsValue(NOTHING) ? Optional.empty() : Optional.of(wanted);
  }

  private static final Object NOTHING = new Object();

  private static Object scalar(JsonNode operand) {
    if (operand.isBoolean()) {
      return operand.booleanValue();
    }
    if (operand.isNumber()) {
      return operand.numberValue();
    }
    return operand.isString() ? operand.stringValue() : NOTHING;
  }

  /**
   * The texts that a filter such as {@code value eq "a" or value eq "b"} names; empty if it is any
   * other. Such a filter selects members without knowing who they are.
   */
  static Optional<List<String>> valuesNamed(Filter filter) {
    Set<String> values = new LinkedHashSet<>();
    for (Filter part : parts(filter, FilterType.OR)) {
      Optional<String> value =
          Equality.of(part)
              .filter(equality -> equality.attribute().toString().equalsIgnoreCase("value"))
              .flatMap(equality -> equality.operand().stringValueOpt());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(List.copyOf(values));
  }

  /** The operands of a chain, which the parser repeats, and nests where it was written flat. */
  private static List<Filter> parts(Filter filter, FilterType joined) {
    List<Filter> parts = new ArrayList<>();
    List<Filter> open = new ArrayList<>(List.of(filter));
    while (!open.isEmpty()) {
      Filter next = open.removeLast();
      if (next.getFilterType() == joined) {
        open.addAll(Objects.requireNonNull(next.getCombinedFilters()).reversed());
      } else {
        parts.add(next);
      }
    }
    return parts;
  }
}
