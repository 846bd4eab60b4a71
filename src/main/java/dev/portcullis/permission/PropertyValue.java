package dev.portcullis.permission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The value of a property, or of a literal in a policy: what JSON can say, as plain values. */
public sealed interface PropertyValue {

  /** No value: the property is missing or null, which are the same to every operator. */
  enum Null implements PropertyValue {
    NULL
  }

  /** A text; dates are texts in ISO 8601, read as such where an operator asks for a date. */
  record Text(String text) implements PropertyValue {}

  /** A number; {@code 1} and {@code 1.0} are the same one. */
  record Number(BigDecimal number) implements PropertyValue {
    public Number {
      number = number.stripTrailingZeros();
    }
  }

  /** A boolean. */
  record Truth(boolean isTrue) implements PropertyValue {}

  /** An array; none, one and many are told apart by the operators. */
  record Many(List<PropertyValue> elements) implements PropertyValue {
    public Many {
      elements = List.copyOf(elements);
    }
  }

  /** An object. No operator compares it; it can say from when until when a range goes. */
  record Fields(Map<String, PropertyValue> fields) implements PropertyValue {
    public Fields {
      fields = Map.copyOf(fields);
    }
  }

  static PropertyValue of(String text) {
    return new Text(text);
  }

  static PropertyValue of(boolean isTrue) {
    return new Truth(isTrue);
  }

  static PropertyValue of(long number) {
    return new Number(BigDecimal.valueOf(number));
  }

  static PropertyValue of(BigDecimal number) {
    return new Number(number);
  }

  /** The texts as an array. */
  static PropertyValue ofTexts(List<String> texts) {
    return new Many(texts.stream().<PropertyValue>map(Text::new).toList());
  }

  /** The value that stands here where one is asked for: an array of one counts as its element. */
  default PropertyValue single() {
    return this instanceof Many(var elements) && elements.size() == 1 ? elements.getFirst() : this;
  }

  /** Whether it is nothing: missing, null, or an array without elements. */
  default boolean isEmpty() {
    return this == Null.NULL || (this instanceof Many(var elements) && elements.isEmpty());
  }
}
