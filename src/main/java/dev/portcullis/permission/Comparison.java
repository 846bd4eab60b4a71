package dev.portcullis.permission;

import dev.portcullis.permission.PropertyValue.Fields;
import dev.portcullis.permission.PropertyValue.Many;
import dev.portcullis.permission.PropertyValue.Null;
import dev.portcullis.permission.PropertyValue.Number;
import dev.portcullis.permission.PropertyValue.Text;
import dev.portcullis.permission.PropertyValue.Truth;
import java.util.Arrays;
import java.util.Optional;

/**
 * An operator that compares two values. A negated one is true exactly where its positive is not, a
 * missing property included.
 */
public enum Comparison {
  EQUALS("="),
  NOT_EQUALS("!="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  CONTAINS("contains"),
  DOES_NOT_CONTAIN("doesNotContains"),
  CONTAINS_ANY("containsAny"),
  BEGINS_WITH("beginsWith"),
  DOES_NOT_BEGIN_WITH("doesNotBeginsWith"),
  ENDS_WITH("endsWith"),
  DOES_NOT_END_WITH("doesNotEndsWith"),
  IN("in"),
  NOT_IN("notIn");

  private final String operator;

  Comparison(String operator) {
    this.operator = operator;
  }

  /** Port's spelling. */
  public String operator() {
    return operator;
  }

  /** The comparison that Port spells so; case counts. */
  public static Optional<Comparison> spelled(String operator) {
    return Arrays.stream(values()).filter(each -> each.operator.equals(operator)).findFirst();
  }

  /** Whether a policy may compare with this literal; any other could never match. */
  public boolean takes(PropertyValue literal) {
    return switch (this) {
      case EQUALS, NOT_EQUALS -> literal == Null.NULL || isScalar(literal) || isScalars(literal);
      case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL -> isOrdered(literal);
      case CONTAINS,
          DOES_NOT_CONTAIN,
          BEGINS_WITH,
          DOES_NOT_BEGIN_WITH,
          ENDS_WITH,
          DOES_NOT_END_WITH ->
          literal instanceof Text;
      case CONTAINS_ANY, IN, NOT_IN -> isScalar(literal) || isScalars(literal);
    };
  }

  boolean isNegated() {
    return switch (this) {
      case NOT_EQUALS, DOES_NOT_CONTAIN, DOES_NOT_BEGIN_WITH, DOES_NOT_END_WITH, NOT_IN -> true;
      case EQUALS,
          GREATER,
          GREATER_OR_EQUAL,
          LESS,
          LESS_OR_EQUAL,
          CONTAINS,
          CONTAINS_ANY,
          BEGINS_WITH,
          ENDS_WITH,
          IN ->
          false;
    };
  }

  private static boolean isScalars(PropertyValue literal) {
    return literal instanceof Many(var elements)
        && elements.stream().allMatch(Comparison::isScalar);
  }

  private static boolean isScalar(PropertyValue literal) {
    return switch (literal) {
      case Text _, Number _, Truth _ -> true;
      case Null _, Many _, Fields _ -> false;
    };
  }

  private static boolean isOrdered(PropertyValue literal) {
    return literal instanceof Number
        || (literal instanceof Text(String text) && IsoDate.parse(text).isPresent());
  }
}
