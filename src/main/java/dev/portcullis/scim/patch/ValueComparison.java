package dev.portcullis.scim.patch;

import com.unboundid.scim2.common.filters.FilterType;
import com.unboundid.scim2.common.types.AttributeDefinition;
import dev.portcullis.attribute.CaseFold;
import dev.portcullis.attribute.XsdDateTime;
import dev.portcullis.scim.message.ScimFault;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A comparison of one attribute with an operand (RFC 7644 §3.4.2.2), by the attribute's type and
 * {@code caseExact}. What has no value meets none.
 */
record ValueComparison(AttributeDefinition attribute, String name) {

  /**
   * The test of a value that is there.
   *
   * @throws ScimFault {@code invalidFilter} if values of this type do not compare so
   */
  Predicate<Object> with(FilterType operator, JsonNode operand) {
    return switch (attribute.getType()) {
      case STRING, REFERENCE, BINARY -> text(operator, operand);
      case BOOLEAN -> truth(operator, operand);
      case INTEGER, DECIMAL ->
          ordered(
              operator,
              operand.decimalValueOpt().orElseThrow(() -> unfit("is compared with a number")),
              ValueComparison::number);
      case DATETIME ->
          ordered(
              operator,
              operand
                  .stringValueOpt()
                  .flatMap(XsdDateTime::parse)
                  .orElseThrow(
                      () -> unfit("is compared with a date and time such as 2026-01-31T12:00:00Z")),
              ValueComparison::moment);
      case COMPLEX -> throw unfit("can only be asked for with `pr`");
    };
  }

  private Predicate<Object> text(FilterType operator, JsonNode operand) {
    String wanted =
        key(operand.stringValueOpt().orElseThrow(() -> unfit("is compared with a text")));
    Predicate<String> test =
        switch (operator) {
          case EQUAL -> wanted::equals;
          case CONTAINS -> value -> value.contains(wanted);
          case STARTS_WITH -> value -> value.startsWith(wanted);
          case ENDS_WITH -> value -> value.endsWith(wanted);
          default -> value -> holds(operator, value.compareTo(wanted));
        };
    return value -> value instanceof String text && test.test(key(text));
  }

  private String key(String text) {
    return attribute.isCaseExact() ? text : CaseFold.of(text);
  }

  private Predicate<Object> truth(FilterType operator, JsonNode operand) {
    boolean wanted = operand.booleanValueOpt().orElseThrow(() -> unfit("is true or false"));
    if (operator != FilterType.EQUAL) {
      throw unfit("is true or false, and has no order: use `eq` or `ne`");
    }
    return value -> value.equals(wanted);
  }

  private <T extends Comparable<T>> Predicate<Object> ordered(
      FilterType operator, T wanted, Function<Object, Optional<T>> valueOf) {
    if (operator == FilterType.CONTAINS
        || operator == FilterType.STARTS_WITH
        || operator == FilterType.ENDS_WITH) {
      throw unfit("is no text: compare it with `eq`, `gt`, `ge`, `lt` or `le`");
    }
    return value ->
        valueOf
            .apply(value)
            .filter(present -> holds(operator, present.compareTo(wanted)))
            .isPresent();
  }

  private static Optional<BigDecimal> number(Object value) {
    return value instanceof Number number
        ? Optional.of(new BigDecimal(number.toString()))
        : Optional.empty();
  }

  private static Optional<Instant> moment(Object value) {
    return value instanceof String text ? XsdDateTime.parse(text) : Optional.empty();
  }

  private static boolean holds(FilterType operator, int order) {
    return switch (operator) {
      case EQUAL -> order == 0;
      case GREATER_THAN -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case LESS_THAN -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      default -> throw new IllegalArgumentException("no comparison: " + operator);
    };
  }

  private ScimFault unfit(String what) {
    return ScimFault.invalidFilter("the filter in `path`: `" + name + "` " + what);
  }
}
