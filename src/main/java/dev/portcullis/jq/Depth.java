package dev.portcullis.jq;

/** How deep the reading of a program has come, so that the stack never decides. */
final class Depth {

  private static final int MAX_DEPTH = 200;

  private int depth;

  void deepen() {
    if (++depth > MAX_DEPTH) {
      throw new SyntaxProblem("nests deeper than " + MAX_DEPTH + " levels");
    }
  }

  void rise() {
    depth--;
  }
}
