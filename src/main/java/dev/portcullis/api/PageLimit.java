package dev.portcullis.api;

/** How many of a list a request wants at a time. */
final class PageLimit {

  /** The entries of a page where the request does not say how many. */
  static final int DEFAULT = 50;

  private PageLimit() {}

  /**
   * Reads the parameter {@code limit}.
   *
   * @param text blank if it is not given
   * @param most what it may be at most
   */
  static int of(String text, int most) {
    if (text.isEmpty()) {
      return DEFAULT;
    }
    int limit = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > most) {
      throw RequestFault.invalid("limit", "`limit` must be a number from 1 to " + most);
    }
    return limit;
  }
}
