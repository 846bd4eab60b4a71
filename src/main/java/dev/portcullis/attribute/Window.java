package dev.portcullis.attribute;

/**
 * Which part of a result is wanted (RFC 7644 §3.4.2.4).
 *
 * @param startIndex of the first element, counted from 1
 * @param count the most elements, 0 for the total alone
 */
public record Window(long startIndex, int count) {

  public Window {
    if (startIndex < 1 || count < 0) {
      throw new IllegalArgumentException("a window starts at 1 or later and is not negative");
    }
  }

  /** How many elements come before it. */
  public long offset() {
    return startIndex - 1;
  }
}
