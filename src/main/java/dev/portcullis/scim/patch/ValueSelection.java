package dev.portcullis.scim.patch;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import com.unboundid.scim2.common.types.AttributeDefinition;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.ResourceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Which values of a multi-valued attribute a filter in a path selects (RFC 7644 §3.5.2), as a test
 * of one value. A value without sub-attributes is known to the filter as {@code value}.
 *
 * @param equalities what a value must consist of that the filter selects, if the filter is nothing
 *     but comparisons with {@code eq} joined by {@code and}: so an {@code add} can make that value
 */
record ValueSelection(Predicate<Object> test, Optional<Map<String, Object>> equalities) {

  private static final String VALUE = "value";

  /**
   * The selection of a filter.
   *
   * @throws ScimFault {@code invalidFilter} if the attribute has no such sub-attribute, or its
   *     values do not compare so
   */
  static ValueSelection of(Filter filter, AttributeDefinition attribute) {
    return new ValueSelection(test(filter, attribute), Equalities.of(filter, attribute));
  }

  boolean selects(Object value) {
    return test.test(value);
  }

  private static Predicate<Object> test(Filter filter, AttributeDefinition attribute) {
    return switch (filter.getFilterType()) {
      case AND -> all(parts(filter, attribute));
      case OR -> any(parts(filter, attribute));
      case NOT -> test(Objects.requireNonNull(filter.getInvertedFilter()), attribute).negate();
      case PRESENT -> present(named(filter, attribute));
      case NOT_EQUAL -> comparison(filter, FilterType.EQUAL, attribute).negate();
      case COMPLEX_VALUE ->
          throw ScimFault.invalidFilter("the filter in `path` must not have a filter within it");
      case EQUAL,
          CONTAINS,
          STARTS_WITH,
          ENDS_WITH,
          GREATER_THAN,
          GREATER_OR_EQUAL,
          LESS_THAN,
          LESS_OR_EQUAL ->
          comparison(filter, filter.getFilterType(), attribute);
    };
  }

  private static List<Predicate<Object>> parts(Filter filter, AttributeDefinition attribute) {
    List<Predicate<Object>> parts = new ArrayList<>();
    for (Filter part : Objects.requireNonNull(filter.getCombinedFilters())) {
      parts.add(test(part, attribute));
    }
    return parts;
  }

  private static Predicate<Object> all(List<Predicate<Object>> parts) {
    return value -> parts.stream().allMatch(part -> part.test(value));
  }

  private static Predicate<Object> any(List<Predicate<Object>> parts) {
    return value -> parts.stream().anyMatch(part -> part.test(value));
  }

  private static Predicate<Object> present(AttributeDefinition part) {
    return value -> part(value, part.getName()).isPresent();
  }

  private static Predicate<Object> comparison(
      Filter filter, FilterType operator, AttributeDefinition attribute) {
    AttributeDefinition part = named(filter, attribute);
    JsonNode operand = Objects.requireNonNull(filter.getComparisonValue());
    if (operand.isNull() && operator == FilterType.EQUAL) {
      return present(part).negate();
    }
    String name = attribute.getName() + "." + part.getName();
    Predicate<Object> test = new ValueComparison(part, name).with(operator, operand);
    return value -> part(value, part.getName()).filter(test).isPresent();
  }

  /** What a filter's attribute is: a sub-attribute, or the value itself under that name. */
  static AttributeDefinition named(Filter filter, AttributeDefinition attribute) {
    Path path = Objects.requireNonNull(filter.getAttributePath());
    if (path.size() != 1 || path.getSchemaUrn() != null) {
      throw unknown(path.toString(), attribute);
    }
    String name = path.getElement(0).getAttribute();
    boolean simple = attribute.getType() != AttributeDefinition.Type.COMPLEX;
    Optional<AttributeDefinition> part =
        simple
            ? Optional.of(attribute).filter(_ -> name.equalsIgnoreCase(VALUE))
            : ResourceSchema.subAttribute(attribute, name);
    return part.orElseThrow(() -> unknown(name, attribute));
  }

  private static Optional<Object> part(Object value, String name) {
    return value instanceof Map<?, ?> parts
        ? Optional.ofNullable(parts.get(name))
        : Optional.of(value);
  }

  private static ScimFault unknown(String name, AttributeDefinition attribute) {
    return ScimFault.invalidFilter(
        "the filter in `path`: `" + attribute.getName() + "` has no sub-attribute " + name);
  }
}
