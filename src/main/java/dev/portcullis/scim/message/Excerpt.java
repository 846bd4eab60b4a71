package dev.portcullis.scim.message;

/** What a client sent, short enough to be quoted in a refusal. */
public final class Excerpt {

  /** The most characters of one value that a refusal quotes. */
  public static final int MAX_LENGTH = 100;

  private Excerpt() {}

  /** The value, or its first characters and an ellipsis. */
  public static String of(String value) {
    return of(value, MAX_LENGTH);
  }

  static String of(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length)) + "…";
  }
}
