package dev.portcullis.permission;

import dev.portcullis.permission.Operand.Contextual;
import dev.portcullis.permission.Operand.Literal;
import dev.portcullis.permission.Operand.Sought;
import dev.portcullis.permission.PropertyValue.Many;
import java.util.List;

/** Refuses a policy that would be too large to evaluate, or that could never be evaluated. */
final class PolicyBounds {

  private PolicyBounds() {}

  static void check(List<Policy> rules) {
    if (depth(rules) > Policy.MAX_DEPTH) {
      throw new IllegalArgumentException(
          "a policy must not nest deeper than " + Policy.MAX_DEPTH + " groups");
    }
    if (size(rules) > Policy.MAX_SIZE) {
      throw new IllegalArgumentException(
          "a policy must not have more than " + Policy.MAX_SIZE + " groups and rules");
    }
  }

  static void check(Comparison comparison, Sought sought) {
    switch (sought) {
      case Literal(PropertyValue value) -> check(comparison, value);
      case Contextual _ -> {}
    }
  }

  private static void check(Comparison comparison, PropertyValue value) {
    if (!comparison.takes(value)) {
      throw new IllegalArgumentException(
          "`" + comparison.operator() + "` cannot compare with a value of this kind");
    }
    if (value instanceof Many(var elements) && elements.size() > Policy.MAX_VALUES) {
      throw new IllegalArgumentException(
          "a rule must not compare with more than " + Policy.MAX_VALUES + " values");
    }
  }

  static int depth(List<Policy> rules) {
    return 1 + rules.stream().mapToInt(Policy::depth).max().orElse(0);
  }

  static int size(List<Policy> rules) {
    return 1 + rules.stream().mapToInt(Policy::size).sum();
  }
}
