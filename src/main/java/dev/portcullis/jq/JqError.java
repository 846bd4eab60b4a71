package dev.portcullis.jq;

import org.jspecify.annotations.Nullable;

/** An error that the program itself may catch. */
final class JqError extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;

  private final transient @Nullable Object value;

  JqError(@Nullable Object value) {
    super(null, null, false, false);
    this.value = value;
  }

  /** What {@code catch} hands on. */
  @Nullable Object value() {
    return value;
  }

  /** The error in words, without more of the data than its beginning. */
  String text() {
    return value instanceof String text ? cut(text) : cut(JsonText.of(value)) + " (not a string)";
  }

  private static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
