package dev.portcullis.pattern;

import com.google.re2j.PatternSyntaxException;

/** Words for the person whose regular expression RE2 refuses. */
final class RegexProblem {

  private static final String LOOK_AROUND = "(?s)\\(\\?(?:=|!|<=|<!|>).*";
  private static final String BACK_REFERENCE = "\\\\[1-9k]|\\(\\?P";

  private RegexProblem() {}

  static String explain(String regex, PatternSyntaxException refusal) {
    String fragment = refusal.getPattern();
    if (fragment.matches(LOOK_AROUND)) {
      return "the regular expression `%s` uses look-around at `%s`, which linear-time matching lacks; exclude names with `except`"
          .formatted(regex, fragment);
    }
    if (fragment.matches(BACK_REFERENCE)) {
      return "the regular expression `%s` uses a back-reference at `%s`, which linear-time matching lacks; write the alternatives out"
          .formatted(regex, fragment);
    }
    String where = fragment.isEmpty() ? "" : " at `%s`".formatted(fragment);
    return "the regular expression `%s` is malformed%s: %s; correct it in RE2's syntax"
        .formatted(regex, where, refusal.getDescription());
  }
}
