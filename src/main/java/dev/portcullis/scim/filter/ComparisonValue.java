package dev.portcullis.scim.filter;

import java.math.BigDecimal;

/** What an attribute is compared with (RFC 7644 §3.4.2.2, {@code compValue}). */
public sealed interface ComparisonValue {

  /** Where it begins, counted from 1. */
  int position();

  /** A text, without its quotes and escapes. */
  record Text(String value, int position) implements ComparisonValue {}

  /** A number. */
  record Number(BigDecimal value, int position) implements ComparisonValue {}

  /** True or false. */
  record Truth(boolean value, int position) implements ComparisonValue {}

  /** No value. */
  record Null(int position) implements ComparisonValue {}
}
