package dev.portcullis.attribute;

import java.util.List;

/**
 * What a search asks of users or groups, free of the language that it was written in.
 *
 * <p>A comparison of an attribute with several values holds if it holds for one of them. What has
 * no value meets no comparison; there is no comparison for <i>not equal</i>, which is {@link Not}
 * of {@link Comparison#EQUAL}, so that what has no value meets it.
 */
public sealed interface DirectoryQuery {

  /** Everything. */
  record All() implements DirectoryQuery {}

  /** Nothing. */
  record None() implements DirectoryQuery {}

  /** What meets all of these. */
  record And(List<DirectoryQuery> parts) implements DirectoryQuery {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** What meets one of these. */
  record Or(List<DirectoryQuery> parts) implements DirectoryQuery {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** What does not meet this. */
  record Not(DirectoryQuery part) implements DirectoryQuery {}

  /** What has a value of this attribute, or of one of its sub-attributes. */
  record Present(AttributeKey attribute) implements DirectoryQuery {}

  /** What has a value that compares so. */
  record Compare(AttributeKey attribute, Comparison comparison, Operand operand)
      implements DirectoryQuery {}

  /**
   * What has one element of a multi-valued attribute that by itself meets all of the condition,
   * whose keys are the attribute's sub-attributes under their whole path.
   *
   * @param attribute the path of the multi-valued attribute, such as {@code emails}
   */
  record Element(AttributeKey attribute, DirectoryQuery condition) implements DirectoryQuery {}

  /** The operators of RFC 7644 §3.4.2.2 that compare with an operand. */
  enum Comparison {
    EQUAL,
    CONTAINS,
    STARTS_WITH,
    ENDS_WITH,
    GREATER,
    GREATER_OR_EQUAL,
    LESS,
    LESS_OR_EQUAL
  }
}
