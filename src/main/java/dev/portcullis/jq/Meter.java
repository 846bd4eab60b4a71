package dev.portcullis.jq;

/** Counts what a run costs and ends it where it costs too much. */
final class Meter {

  /** The deepest nesting of evaluations, so that the stack never decides. */
  private static final int MAX_DEPTH = 500;

  /** How many steps pass between two looks at the clock. */
  private static final int STEPS_BETWEEN_LOOKS = 64;

  private final JqBounds bounds;
  private final long startedAt = System.nanoTime();
  private long steps;
  private long size;
  private int depth;

  Meter(JqBounds bounds) {
    this.bounds = bounds;
  }

  void enter() {
    if (++depth > MAX_DEPTH) {
      throw new Exhausted("it nests deeper than " + MAX_DEPTH + " levels");
    }
    if (++steps > bounds.steps()) {
      throw new Exhausted("it takes more than " + bounds.steps() + " steps");
    }
    if (steps % STEPS_BETWEEN_LOOKS == 0) {
      look();
    }
  }

  void leave() {
    depth--;
  }

  /** To be called before something of this size is made. */
  void make(long units) {
    size += units;
    if (units < 0 || size > bounds.size()) {
      throw new Exhausted("it makes more than " + bounds.size() + " values and characters");
    }
    if (units > STEPS_BETWEEN_LOOKS) {
      look();
    }
  }

  /** To be called before another result is kept. */
  void result(int kept) {
    if (kept >= bounds.results()) {
      throw new Exhausted("it emits more than " + bounds.results() + " results");
    }
  }

  /** To be called before work whose length depends on the input. */
  void look() {
    if (System.nanoTime() - startedAt > bounds.time().toNanos()) {
      throw new Exhausted("it takes longer than " + bounds.time().toMillis() + " ms");
    }
  }
}
