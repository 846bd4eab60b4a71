package dev.portcullis.scim.filter;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Bounds a filter or path before it is read. */
public final class FilterText {

  /** The most characters. */
  public static final int MAX_LENGTH = 8_192;

  /** The most parentheses and brackets within each other. */
  public static final int MAX_DEPTH = 32;

  private FilterText() {}

  static void requireFilter(String text) {
    require(text, "`filter`", PositionedFault.FILTER);
  }

  static void requirePath(String text) {
    require(text, "`path`", PositionedFault.PATH);
  }

  private static void require(String text, String name, PositionedFault fault) {
    if (text.isBlank()) {
      throw fault.of(name + " is empty: leave it out, or write a condition in it");
    }
    if (text.length() > MAX_LENGTH) {
      throw fault.of(name + " must have at most " + MAX_LENGTH + " characters");
    }
    OptionalInt control =
        IntStream.range(0, text.length())
            .filter(i -> Character.isISOControl(text.charAt(i)))
            .findFirst();
    if (control.isPresent()) {
      throw fault.at(
          text.codePointCount(0, control.getAsInt()) + 1,
          "control characters must be written as escapes within a text, such as \\n");
    }
  }

  /**
   * The path of a patch operation, if it is within bounds; for whoever reads it otherwise than by
   * {@link FilterParser}.
   */
  public static String boundedPath(String text) {
    requirePath(text);
    if (depth(text) > MAX_DEPTH) {
      throw PositionedFault.PATH.of(
          "`path` must not be nested deeper than " + MAX_DEPTH + " levels");
    }
    return text;
  }

  /** The deepest nesting; brackets within quotes do not count. */
  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\\' -> i += quoted ? 1 : 0;
        case '"' -> quoted = !quoted;
        case '(', '[' -> depth += quoted ? 0 : 1;
        case ')', ']' -> depth -= quoted ? 0 : 1;
        default -> {}
      }
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }
}
