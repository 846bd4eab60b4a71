package dev.portcullis.catalog;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * The regular expression that a property's values must match somewhere, in RE2's syntax: a value is
 * judged in time linear in its length, whatever the expression.
 */
final class ValuePattern {

  /** The longest expression, in UTF-16 units. */
  static final int MAX_LENGTH = 1_000;

  /** The most instructions that an expression may compile to; each costs a step a character. */
  static final int MAX_INSTRUCTIONS = 2_000;

  /** The longest value that is judged by an expression, in UTF-16 units. */
  static final int MAX_JUDGED = 20_000;

  private ValuePattern() {}

  /** What is wrong with an expression. */
  static Optional<String> problem(String expression) {
    if (expression.length() > MAX_LENGTH) {
      return Optional.of("must have at most " + MAX_LENGTH + " characters");
    }
    try {
      return Pattern.compile(expression).programSize() > MAX_INSTRUCTIONS
          ? Optional.of("is too large; repeat less")
          : Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(
          "is no regular expression in RE2's syntax, which has neither look-around nor"
              + " back-references; correct it near `%s`".formatted(e.getPattern()));
    }
  }

  /** Whether some part of a value matches; an expression that is wrong in itself judges nothing. */
  static boolean matches(String expression, String value) {
    if (problem(expression).isPresent()) {
      return true;
    }
    return value.length() <= MAX_JUDGED && Pattern.compile(expression).matcher(value).find();
  }
}
