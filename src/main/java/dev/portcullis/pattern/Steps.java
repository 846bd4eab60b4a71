package dev.portcullis.pattern;

/**
 * How much an analysis may still do. Steps are counted and not time, so that it ends alike
 * anywhere.
 */
final class Steps {

  private long left;

  Steps(long most) {
    left = most;
  }

  void take(long steps) {
    left -= steps;
    if (left < 0) {
      throw new NotAnalysable("the analysis would take too many steps");
    }
  }
}
