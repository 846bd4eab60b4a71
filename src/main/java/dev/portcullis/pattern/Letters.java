package dev.portcullis.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which code points there are for the analysis of patterns. What Unicode and the matcher's own
 * tables say of them is asked of the matcher, so that no second table can differ from its.
 */
final class Letters {

  /** Those that a name may hold; all others match no pattern. */
  static final CodePoints LEGIBLE = legible();

  /** Those that {@code \b} takes for part of a word. */
  static final CodePoints WORD =
      new CodePoints.Builder().add('0', '9').add('A', 'Z').add('a', 'z').add('_', '_').build();

  /** By flag and name, such as {@code (?i)\p{Greek}}. There are some hundred names, not more. */
  private static final Map<String, CodePoints> NAMED = new ConcurrentHashMap<>();

  private Letters() {}

  /**
   * The legible code points of a named class.
   *
   * @param name as RE2 spells it where a single character is expected, such as {@code \d}, {@code
   *     [[:alpha:]]} or {@code \p{Greek}}
   */
  static CodePoints named(String name, boolean foldsCase) {
    return NAMED.computeIfAbsent((foldsCase ? "(?i)" : "") + name, Letters::asked);
  }

  /** Has the matcher find its way through every legible code point there is. */
  private static CodePoints asked(String expression) {
    CodePoints.Builder found = new CodePoints.Builder();
    String everything = everything();
    Matcher runs = Pattern.compile(expression + "+").matcher(everything);
    while (runs.find()) {
      everything
          .substring(runs.start(), runs.end())
          .codePoints()
          .forEach(each -> found.add(each, each));
    }
    return found.build();
  }

  private static String everything() {
    StringBuilder text = new StringBuilder();
    for (int range = 0; range < LEGIBLE.ranges(); range++) {
      for (int each = LEGIBLE.first(range); each <= LEGIBLE.last(range); each++) {
        text.appendCodePoint(each);
      }
    }
    return text.toString();
  }

  private static CodePoints legible() {
    CodePoints.Builder legible = new CodePoints.Builder();
    for (int each = 0; each <= Character.MAX_CODE_POINT; each++) {
      if (Legibility.isPrintable(each)) {
        legible.add(each, each);
      }
    }
    return legible.build();
  }
}
