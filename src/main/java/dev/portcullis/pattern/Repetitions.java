package dev.portcullis.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Bounds the program that a regular expression unfolds to.
 *
 * <p>RE2/J copies what is counted, so {@code ((a{100}){100}){100}} makes a million states, and a
 * few braces more exhaust memory or the stack while compiling. Its own limit of 1,000 holds for
 * each count alone. The estimate here errs on the high side: every count of a group multiplies all
 * of the expression.
 */
final class Repetitions {

  /** Keeps one match against the longest name at well under a million steps of the machine. */
  static final int MAX_STEPS = 2_000;

  private static final Pattern COUNT = Pattern.compile("(\\))?\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

  private Repetitions() {}

  static boolean areBounded(String regex) {
    long ofCharacters = regex.length();
    long ofGroups = 1;
    for (Matcher count = COUNT.matcher(regex); count.find() && ofGroups <= MAX_STEPS; ) {
      if (count.group(1) == null) {
        ofCharacters += copies(count);
      } else {
        ofGroups *= copies(count);
      }
    }
    return ofGroups <= MAX_STEPS && ofCharacters * ofGroups <= MAX_STEPS;
  }

  private static long copies(Matcher count) {
    String highest = count.group(3);
    boolean open = highest == null || highest.isEmpty();
    return Math.max(1, Long.parseLong(open ? count.group(2) : highest));
  }
}
