package dev.portcullis.directory.query;

import dev.portcullis.attribute.CaseFold;

/** Texts as they are kept for comparisons. */
final class Texts {

  /** The most characters of a text that comparisons see. */
  static final int MAX_LENGTH = 1_000_000;

  private static final int REPLACEMENT = 0xFFFD;

  private Texts() {}

  /** The beginning of a text; what PostgreSQL cannot hold, NUL and half pairs, is replaced. */
  static String storable(String text) {
    String cut = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    return cut.codePoints().anyMatch(Texts::unfit)
        ? cut.codePoints()
            .map(point -> unfit(point) ? REPLACEMENT : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
        : cut;
  }

  /** The key under which a text compares without regard to case. */
  static String folded(String text) {
    return storable(CaseFold.of(storable(text)));
  }

  private static boolean unfit(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }
}
