package dev.portcullis.scim.message;

/** What a client sent, short enough to be quoted in a refusal. */
public final class Excerpt {

  /** The most characters of one value that a refusal quotes. */
  public static final int MAX_LENGTH = 100;

  private Excerpt() {}

  /** The value, or its first characters and an ellipsis. */
  public static String of(String value) {
    return value.codePointCount(0, value.length()) <= MAX_LENGTH
        ? value
        : value.substring(0, value.offsetByCodePoints(0, MAX_LENGTH)) + "…";
  }
}
