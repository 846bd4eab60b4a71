package dev.portcullis.pattern;

import java.util.Arrays;
import java.util.Optional;

/** Okta's four kinds of group filter; the constants' names are the type names on the wire. */
public enum PatternType {
  /** The name begins with the value. */
  STARTS_WITH,
  /** The name is the value. */
  EQUALS,
  /** The value occurs in the name. */
  CONTAINS,
  /** The whole name matches the value, a regular expression in RE2's syntax. */
  MATCHES_REGEX;

  /** The type of exactly this name; case counts. */
  public static Optional<PatternType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
