package dev.portcullis.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.portcullis.pattern.ParsedPattern.Accepted;
import dev.portcullis.pattern.ParsedPattern.Rejected;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Turns type and value into a pattern, or says what to change. */
final class PatternParser {

  /** As much of an unknown type as a problem text repeats, in UTF-16 units. */
  private static final int MAX_ECHO = 64;

  private static final String TYPES =
      Arrays.stream(PatternType.values())
          .map(type -> "`" + type + "`")
          .collect(Collectors.joining(", "));

  private PatternParser() {}

  static ParsedPattern parse(String type, String value) {
    return PatternType.named(type)
        .map(known -> parse(known, value))
        .orElseGet(() -> new Rejected(unknown(type)));
  }

  private static ParsedPattern parse(PatternType type, String value) {
    if (value.isEmpty()) {
      return new Rejected(
          "the value of `%s` is empty; name something, or use `MATCHES_REGEX` with `.*` for all groups"
              .formatted(type));
    }
    if (!Legibility.isShort(value)) {
      return new Rejected(
          "the value of `%s` is longer than %s characters; shorten it"
              .formatted(type, GroupPattern.MAX_LENGTH));
    }
    if (!Legibility.isPrintable(value)) {
      return new Rejected(
          "the value of `%s` holds a control character or line break, which no group name may; remove it"
              .formatted(type));
    }
    return switch (type) {
      case STARTS_WITH -> new Accepted(new StartsWith(value));
      case EQUALS -> new Accepted(new EqualsName(value));
      case CONTAINS -> new Accepted(new Contains(value));
      case MATCHES_REGEX -> regex(value);
    };
  }

  private static ParsedPattern regex(String value) {
    if (!Repetitions.areBounded(value)) {
      return new Rejected(
          "the regular expression `%s` repeats too much: its counts multiply to more than %s steps; lower them or use `*`"
              .formatted(value, Repetitions.MAX_STEPS));
    }
    if (EndlessFolding.isIn(value)) {
      return new Rejected(
          "the regular expression `%s` ignores case for a letter from U+1C80 to U+1C88, for which matching cannot; write it without `(?i)`"
              .formatted(value));
    }
    try {
      return new Accepted(new MatchesRegex(Pattern.compile(value)));
    } catch (PatternSyntaxException refusal) {
      return new Rejected(RegexProblem.explain(value, refusal));
    }
  }

  private static String unknown(String type) {
    String shown = type.length() <= MAX_ECHO ? type : type.substring(0, MAX_ECHO) + "…";
    return "unknown pattern type `%s`; use one of %s".formatted(shown, TYPES);
  }
}
