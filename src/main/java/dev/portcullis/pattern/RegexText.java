package dev.portcullis.pattern;

/** Reads the text of a regular expression from left to right, by code points. */
final class RegexText {

  private final String text;
  private int position;

  RegexText(String text) {
    this.text = text;
  }

  boolean isAtEnd() {
    return position == text.length();
  }

  boolean isAt(String expected) {
    return text.startsWith(expected, position);
  }

  /** Goes on if what is expected comes next. */
  boolean skip(String expected) {
    boolean isHere = isAt(expected);
    if (isHere) {
      position += expected.length();
    }
    return isHere;
  }

  int next() {
    if (isAtEnd()) {
      throw NotAnalysable.unknownSyntax();
    }
    int codePoint = text.codePointAt(position);
    position += Character.charCount(codePoint);
    return codePoint;
  }

  /** What stands before the next such mark, which is passed over; the rest if there is none. */
  String until(String mark) {
    int end = text.indexOf(mark, position);
    String found = end < 0 ? text.substring(position) : text.substring(position, end);
    position = end < 0 ? text.length() : end + mark.length();
    return found;
  }

  boolean isFollowedBy(String mark) {
    return text.indexOf(mark, position) >= 0;
  }

  int position() {
    return position;
  }

  void returnTo(int earlier) {
    position = earlier;
  }
}
