package dev.portcullis.pattern;

/** What names and pattern values may look like: short, and free of characters nobody can see. */
final class Legibility {

  private Legibility() {}

  static boolean isShort(String text) {
    return text.length() <= GroupPattern.MAX_LENGTH
        || (text.length() <= 2 * GroupPattern.MAX_LENGTH
            && text.codePointCount(0, text.length()) <= GroupPattern.MAX_LENGTH);
  }

  static boolean isPrintable(String text) {
    return text.codePoints().allMatch(Legibility::isPrintable);
  }

  /** A lone surrogate counts as unprintable: a store would write another character in its place. */
  static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
