package dev.portcullis.scim.filter;

import java.util.Arrays;
import java.util.Optional;

/** The operators of RFC 7644 §3.4.2.2 that compare with a value. */
public enum Operator {
  EQ,
  NE,
  CO,
  SW,
  EW,
  GT,
  GE,
  LT,
  LE;

  /** The operator of that name, in whatever case. */
  static Optional<Operator> named(String name) {
    return Arrays.stream(values()).filter(o -> o.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Whether it asks which value comes first. */
  boolean isOfOrder() {
    return switch (this) {
      case GT, GE, LT, LE -> true;
      case EQ, NE, CO, SW, EW -> false;
    };
  }

  /** Whether it asks for a part of a text. */
  boolean isOfTexts() {
    return switch (this) {
      case CO, SW, EW -> true;
      case EQ, NE, GT, GE, LT, LE -> false;
    };
  }
}
