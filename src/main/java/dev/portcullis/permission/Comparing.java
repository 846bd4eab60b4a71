package dev.portcullis.permission;

import dev.portcullis.permission.PropertyValue.Fields;
import dev.portcullis.permission.PropertyValue.Many;
import dev.portcullis.permission.PropertyValue.Null;
import dev.portcullis.permission.PropertyValue.Number;
import dev.portcullis.permission.PropertyValue.Text;
import dev.portcullis.permission.PropertyValue.Truth;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiPredicate;

/** How two values compare. Values of kinds that an operator does not know never match. */
final class Comparing {

  /** From so many pairs of elements on, hashing them costs less than comparing each. */
  private static final int MANY_PAIRS = 64;

  private Comparing() {}

  static boolean holds(PropertyValue tested, Comparison comparison, PropertyValue sought) {
    return comparison.isNegated() != matches(tested, comparison, sought);
  }

  /**
   * The same without negation, for a property that is known by its schema only: there an array
   * contains its elements, as a text contains its parts.
   */
  static boolean isAsked(PropertyValue tested, Comparison comparison, PropertyValue sought) {
    return matches(tested, comparison, sought)
        || (comparison == Comparison.CONTAINS && share(tested, sought));
  }

  private static boolean matches(
      PropertyValue tested, Comparison comparison, PropertyValue sought) {
    return switch (comparison) {
      case EQUALS, NOT_EQUALS -> equal(tested, sought);
      case GREATER -> order(tested, sought).orElse(0) > 0;
      case GREATER_OR_EQUAL -> order(tested, sought).orElse(-1) >= 0;
      case LESS -> order(tested, sought).orElse(0) < 0;
      case LESS_OR_EQUAL -> order(tested, sought).orElse(1) <= 0;
      case CONTAINS, DOES_NOT_CONTAIN -> texts(tested, sought, String::contains);
      case BEGINS_WITH, DOES_NOT_BEGIN_WITH -> texts(tested, sought, String::startsWith);
      case ENDS_WITH, DOES_NOT_END_WITH -> texts(tested, sought, String::endsWith);
      case CONTAINS_ANY, IN, NOT_IN -> share(tested, sought);
    };
  }

  /**
   * An array equals a scalar if it has exactly that one element, and an array element by element.
   */
  static boolean equal(PropertyValue some, PropertyValue other) {
    if (some instanceof Many(var these) && other instanceof Many(var those)) {
      return equal(these, those);
    }
    return equalScalars(some.single(), other.single());
  }

  private static boolean equal(List<PropertyValue> these, List<PropertyValue> those) {
    if (these.size() != those.size()) {
      return false;
    }
    for (int i = 0; i < these.size(); i++) {
      if (!equalScalars(these.get(i), those.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Port's examples compare a flag with the text {@code "true"}. */
  private static boolean equalScalars(PropertyValue some, PropertyValue other) {
    return switch (some) {
      case Truth(boolean isTrue) when other instanceof Text(String text) -> spells(text, isTrue);
      case Text(String text) when other instanceof Truth(boolean isTrue) -> spells(text, isTrue);
      case Many _, Fields _ -> false;
      case Null _, Text _, Number _, Truth _ -> some.equals(other);
    };
  }

  private static boolean spells(String text, boolean isTrue) {
    return text.equals(String.valueOf(isTrue));
  }

  /** Numbers in their order, dates in theirs; empty for all else. */
  private static OptionalInt order(PropertyValue some, PropertyValue other) {
    PropertyValue left = some.single();
    PropertyValue right = other.single();
    if (left instanceof Number(var number) && right instanceof Number(var bound)) {
      return OptionalInt.of(number.compareTo(bound));
    }
    return left instanceof Text(String text) && right instanceof Text(String bound)
        ? orderDates(text, bound)
        : OptionalInt.empty();
  }

  private static OptionalInt orderDates(String some, String other) {
    var moment = IsoDate.parse(some);
    var bound = IsoDate.parse(other);
    return moment.isPresent() && bound.isPresent()
        ? OptionalInt.of(moment.get().compareTo(bound.get()))
        : OptionalInt.empty();
  }

  private static boolean texts(
      PropertyValue some, PropertyValue other, BiPredicate<String, String> test) {
    return some.single() instanceof Text(String text)
        && other.single() instanceof Text(String sought)
        && test.test(text, sought);
  }

  /** Whether two have an element in common; a scalar counts as an array of one. */
  private static boolean share(PropertyValue some, PropertyValue other) {
    List<PropertyValue> these = elements(some);
    List<PropertyValue> those = elements(other);
    return (long) these.size() * those.size() > MANY_PAIRS
        ? shareByHash(these, those)
        : sharePairwise(these, those);
  }

  private static boolean sharePairwise(List<PropertyValue> these, List<PropertyValue> those) {
    for (int i = 0; i < these.size(); i++) {
      for (int j = 0; j < those.size(); j++) {
        if (equalScalars(these.get(i), those.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The same in time that grows with the sum of the lengths. */
  private static boolean shareByHash(List<PropertyValue> these, List<PropertyValue> those) {
    Set<PropertyValue> known = new HashSet<>();
    these.forEach(value -> known.add(canonical(value)));
    return those.stream()
        .filter(value -> !(value instanceof Many) && !(value instanceof Fields))
        .anyMatch(value -> known.contains(canonical(value)));
  }

  /** Equal scalars have the same canonical form: a flag that of the text that spells it. */
  private static PropertyValue canonical(PropertyValue scalar) {
    return scalar instanceof Truth(boolean isTrue) ? new Text(String.valueOf(isTrue)) : scalar;
  }

  private static List<PropertyValue> elements(PropertyValue value) {
    return switch (value) {
      case Many(var elements) -> elements;
      case Null _ -> List.of();
      default -> List.of(value);
    };
  }
}
