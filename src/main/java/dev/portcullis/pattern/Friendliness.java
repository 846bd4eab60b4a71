package dev.portcullis.pattern;

/** Which of several characters a person would rather see in an example. */
final class Friendliness {

  private static final char[][] RANGES = {
    {'a', 'z'}, {'0', '9'}, {'A', 'Z'}, {'-', '-'}, {'_', '_'}, {'!', '~'}, {' ', ' '}
  };

  private Friendliness() {}

  /** The friendliest from the first to the last. */
  static int best(int first, int last) {
    for (char[] range : RANGES) {
      int best = Math.max(first, range[0]);
      if (best <= Math.min(last, range[1])) {
        return best;
      }
    }
    return first;
  }

  /** Less for what is friendlier. */
  static int rank(int character) {
    for (int rank = 0; rank < RANGES.length; rank++) {
      if (RANGES[rank][0] <= character && character <= RANGES[rank][1]) {
        return rank;
      }
    }
    return RANGES.length;
  }
}
