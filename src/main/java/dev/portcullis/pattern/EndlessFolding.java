package dev.portcullis.pattern;

/**
 * Finds the expressions that RE2/J would never be done with compiling.
 *
 * <p>To ignore case it goes from a letter to the next one that is the same until it is back. From
 * nine letters of old Cyrillic it never comes back: the Java platform leads from them to modern
 * ones, and its own older tables do not lead back from there.
 */
final class EndlessFolding {

  private static final int FIRST = 0x1C80;
  private static final int LAST = 0x1C88;

  /** A range from before the first of these two to behind the second is not folded at all. */
  private static final int FIRST_FOLDED = 'A';

  private static final int LAST_FOLDED = 0x1044F;

  private final RegexText text;
  private boolean isFound;

  private EndlessFolding(String regex) {
    text = new RegexText(regex);
  }

  /** Whether it ignores case somewhere, and names one of these letters or a range that has them. */
  static boolean isIn(String regex) {
    return regex.contains("(?") && regex.contains("i") && new EndlessFolding(regex).search();
  }

  static boolean isOneOf(int codePoint) {
    return FIRST <= codePoint && codePoint <= LAST;
  }

  private boolean search() {
    while (!text.isAtEnd()) {
      if (text.skip("\\Q")) {
        text.until("\\E").codePoints().forEach(each -> note(each, each));
      } else if (text.skip("[")) {
        characterClass();
      } else {
        int plain = character();
        note(plain, plain);
      }
    }
    return isFound;
  }

  private void characterClass() {
    text.skip("^");
    do {
      if (text.isAt("[:") && text.isFollowedBy(":]")) {
        text.until(":]");
      } else {
        range();
      }
    } while (!text.isAtEnd() && !text.skip("]"));
  }

  private void range() {
    int first = character();
    boolean isRange = !text.isAt("-]") && text.skip("-");
    note(first, isRange ? character() : first);
  }

  /**
   * The next character, or -1 where the expression ends; of escapes only those matter that say it.
   */
  private int character() {
    if (text.skip("\\x{") && text.isFollowedBy("}")) {
      String digits = text.until("}");
      return digits.matches("0*[0-9A-Fa-f]{1,6}") ? Integer.parseInt(digits, 16) : -1;
    }
    text.skip("\\");
    return text.isAtEnd() ? -1 : text.next();
  }

  private void note(int first, int last) {
    boolean isWhole = first <= FIRST_FOLDED && last >= LAST_FOLDED;
    isFound |= first <= LAST && last >= FIRST && !isWhole;
  }
}
