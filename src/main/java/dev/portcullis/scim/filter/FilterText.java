package dev.portcullis.scim.filter;

import dev.portcullis.scim.message.ScimFault;
import java.util.Optional;
import java.util.function.Function;

/**
 * Bounds a filter or path before it is parsed, for the parser recurses, and ends at a NUL as if the
 * text ended there.
 */
public final class FilterText {

  /** The most characters. */
  public static final int MAX_LENGTH = 8_192;

  /** The most parentheses and brackets within each other. */
  public static final int MAX_DEPTH = 32;

  private FilterText() {}

  /** The filter, if it is within bounds. */
  public static String boundedFilter(String text) {
    return bounded(text, "`filter`", ScimFault::invalidFilter);
  }

  /** The path of a patch operation, if it is within bounds. */
  public static String boundedPath(String text) {
    return bounded(text, "`path`", ScimFault::invalidPath);
  }

  private static String bounded(String text, String name, Function<String, ScimFault> fault) {
    Optional<String> problem = problem(text);
    if (problem.isPresent()) {
      throw fault.apply(name + problem.get());
    }
    return text;
  }

  private static Optional<String> problem(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.of(" must have at most " + MAX_LENGTH + " characters");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      return Optional.of(" must not contain control characters");
    }
    return depth(text) > MAX_DEPTH
        ? Optional.of(" must not be nested deeper than " + MAX_DEPTH + " levels")
        : Optional.empty();
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
