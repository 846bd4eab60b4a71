package dev.portcullis.jq;

/** Counts a text's code points onward from the place last asked for, not from its start. */
final class CodePoints {

  private final String text;
  private int at;
  private int before;

  CodePoints(String text) {
    this.text = text;
  }

  /** How many code points are before this place. */
  int before(int place) {
    before += place >= at ? text.codePointCount(at, place) : -text.codePointCount(place, at);
    at = place;
    return before;
  }
}
