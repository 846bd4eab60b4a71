package dev.portcullis.pattern;

import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes transitions by code points as transitions by UTF-16 units, which are what the automata
 * know; what lies beyond the first plane goes through a state between its two units.
 */
final class Utf16 {

  /** Trailing units from the first to the last, and where they lead. */
  private record Trail(char first, char last, State to) {}

  private static final int UNITS = 0x400;

  private final State from;
  private final Map<List<Trail>, State> between = new HashMap<>();
  private final List<Trail> trails = new ArrayList<>();
  private char lead;

  private Utf16(State from) {
    this.from = from;
  }

  /** Adds transitions, of which no two speak of the same character and none of a surrogate. */
  static void connect(State from, List<CodePointTransition> transitions, Steps steps) {
    steps.take(transitions.size());
    Utf16 units = new Utf16(from);
    transitions.stream()
        .sorted(Comparator.comparingInt(CodePointTransition::first))
        .forEach(units::add);
    units.endLead();
  }

  private void add(CodePointTransition transition) {
    int lastOfPlane = Math.min(transition.last(), Character.MAX_VALUE);
    if (transition.first() <= lastOfPlane) {
      from.addTransition(
          new Transition((char) transition.first(), (char) lastOfPlane, transition.to()));
    }
    int next = Math.max(transition.first(), Character.MIN_SUPPLEMENTARY_CODE_POINT);
    while (next <= transition.last()) {
      next = addPairs(next, transition.last(), transition.to());
    }
  }

  /** Adds as many pairs as one transition between leading units can; answers the one after them. */
  private int addPairs(int first, int last, State to) {
    boolean isWhole = Character.lowSurrogate(first) == Character.MIN_LOW_SURROGATE;
    int whole = (last + 1 - first) / UNITS;
    if (isWhole && whole > 0) {
      endLead();
      int end = first + whole * UNITS;
      char lastLead = Character.highSurrogate(end - 1);
      link(Character.highSurrogate(first), lastLead, List.of(all(to)));
      return end;
    }
    int end = Math.min(last, first | (UNITS - 1));
    if (lead != Character.highSurrogate(first)) {
      endLead();
      lead = Character.highSurrogate(first);
    }
    trails.add(new Trail(Character.lowSurrogate(first), Character.lowSurrogate(end), to));
    return end + 1;
  }

  private static Trail all(State to) {
    return new Trail(Character.MIN_LOW_SURROGATE, Character.MAX_LOW_SURROGATE, to);
  }

  private void endLead() {
    if (!trails.isEmpty()) {
      link(lead, lead, List.copyOf(trails));
      trails.clear();
    }
  }

  private void link(char firstLead, char lastLead, List<Trail> following) {
    State middle = between.computeIfAbsent(following, Utf16::middle);
    from.addTransition(new Transition(firstLead, lastLead, middle));
  }

  private static State middle(List<Trail> following) {
    State middle = new State();
    following.forEach(
        trail -> middle.addTransition(new Transition(trail.first(), trail.last(), trail.to())));
    return middle;
  }
}
