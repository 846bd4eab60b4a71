package dev.portcullis.pattern;

/**
 * Says which group names are meant, by one of Okta's four filter kinds.
 *
 * <p>The whole name is judged and case counts. A name longer than {@value #MAX_LENGTH} characters
 * (code points), one that holds a control character or line separator, and one that is not
 * well-formed Unicode match no pattern at all, so that neither {@code .} nor {@code $} can be led
 * astray by a newline. Two patterns are equal when type and value are.
 */
public sealed interface GroupPattern permits StartsWith, EqualsName, Contains, MatchesRegex {

  /** The longest pattern value, and the longest name that can match, in code points. */
  int MAX_LENGTH = 256;

  /** The text that the pattern was made of. */
  String value();

  /**
   * Reads a pattern as it came from outside.
   *
   * @param type one of the names of {@link PatternType}
   * @param value 1 to {@value #MAX_LENGTH} code points without control characters; for {@code
   *     MATCHES_REGEX} an expression in RE2's syntax, which has neither look-around nor
   *     back-references
   */
  static ParsedPattern parse(String type, String value) {
    return PatternParser.parse(type, value);
  }

  default PatternType type() {
    return switch (this) {
      case StartsWith _ -> PatternType.STARTS_WITH;
      case EqualsName _ -> PatternType.EQUALS;
      case Contains _ -> PatternType.CONTAINS;
      case MatchesRegex _ -> PatternType.MATCHES_REGEX;
    };
  }

  /** Whether this whole name is meant; takes time linear in the name's length. */
  default boolean matches(String name) {
    if (!Legibility.isShort(name) || !Legibility.isPrintable(name)) {
      return false;
    }
    return switch (this) {
      case StartsWith(String prefix) -> name.startsWith(prefix);
      case EqualsName(String whole) -> name.equals(whole);
      case Contains(String part) -> name.contains(part);
      case MatchesRegex(var program) -> program.matches(name);
    };
  }
}
