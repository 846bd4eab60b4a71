package dev.portcullis.jq;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How deep the reading of a program has come, so that the stack never decides. */
final class Depth {

  private static final int MAX_DEPTH = 200;

  private record Place(Expression expression, int depth) {}

  private int depth;

  void deepen() {
    if (++depth > MAX_DEPTH) {
      throw new SyntaxProblem("nests deeper than " + MAX_DEPTH + " levels");
    }
  }

  void rise() {
    depth--;
  }

  /** Refuses what became deep by the length of its chains, such as a sum of thousands. */
  static void check(Expression program) {
    Deque<Place> pending = new ArrayDeque<>(List.of(new Place(program, 1)));
    while (!pending.isEmpty()) {
      Place place = pending.pop();
      if (place.depth() > MAX_DEPTH) {
        throw new SyntaxProblem("chains more than " + MAX_DEPTH + " parts");
      }
      Parts.of(place.expression())
          .forEach(part -> pending.push(new Place(part, place.depth() + 1)));
    }
  }
}
