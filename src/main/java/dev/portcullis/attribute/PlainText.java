package dev.portcullis.attribute;

/**
 * Text that both databases and every log line can hold: no control characters, no half of a
 * surrogate pair. Names, identifiers and search operands must be plain.
 */
public final class PlainText {

  private PlainText() {}

  /** Whether a text is plain. */
  public static boolean isPlain(String text) {
    return text.codePoints().noneMatch(PlainText::unfit);
  }

  private static boolean unfit(int codePoint) {
    int kind = Character.getType(codePoint);
    return kind == Character.CONTROL
        || kind == Character.SURROGATE
        || kind == Character.LINE_SEPARATOR
        || kind == Character.PARAGRAPH_SEPARATOR;
  }
}
