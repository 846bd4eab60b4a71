package dev.portcullis.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects a part of what a search finds, and knows when it is full. */
final class PageBuilder {

  private final int limit;
  private final int mostLookedAt;
  private final List<String> found = new ArrayList<>();
  private int lookedAt;
  private Optional<String> last = Optional.empty();

  /**
   * A part.
   *
   * @param mostLookedAt how many candidates it may take to fill it; then it ends as it is
   */
  PageBuilder(int limit, int mostLookedAt) {
    this.limit = limit;
    this.mostLookedAt = mostLookedAt;
  }

  boolean isFull() {
    return found.size() >= limit || lookedAt >= mostLookedAt;
  }

  /** Notes a candidate at a place, and whether it is among what is searched. */
  void lookedAt(String place, boolean isFound, String shown) {
    lookedAt++;
    last = Optional.of(place);
    if (isFound) {
      found.add(shown);
    }
  }

  List<String> found() {
    return found;
  }

  /** The part, after which there may be more. */
  SearchPage more(List<String> shown) {
    return new SearchPage(shown, last);
  }

  /** The last part. */
  SearchPage end(List<String> shown) {
    return new SearchPage(shown, Optional.empty());
  }
}
