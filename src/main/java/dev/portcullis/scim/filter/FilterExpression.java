package dev.portcullis.scim.filter;

import java.util.List;

/**
 * A filter as it is written (RFC 7644 §3.4.2.2), before anybody asks which attributes there are.
 * Chains of the same operator are one node, so that its depth is that of the parentheses.
 */
public sealed interface FilterExpression {

  /** All of these hold; there are at least two. */
  record And(List<FilterExpression> parts) implements FilterExpression {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** One of these holds; there are at least two. */
  record Or(List<FilterExpression> parts) implements FilterExpression {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** This does not hold. */
  record Not(FilterExpression part) implements FilterExpression {}

  /** {@code attribute pr}. */
  record Present(AttributeReference attribute) implements FilterExpression {}

  /**
   * {@code attribute operator value}.
   *
   * @param position of the operator, counted from 1
   */
  record Compare(
      AttributeReference attribute, Operator operator, ComparisonValue value, int position)
      implements FilterExpression {}

  /** {@code attribute[condition]}, where the condition names sub-attributes. */
  record ValuePath(AttributeReference attribute, FilterExpression condition)
      implements FilterExpression {}
}
