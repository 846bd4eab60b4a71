package dev.portcullis.pattern;

import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Walks several automata at once, breadth first, to the nearest name that all of some accept and
 * none of the others. Their product is never made; only as much of it as is walked.
 */
final class NameSearch {

  /** Stands for a state from which nothing is accepted. */
  private static final State LOST = new State();

  /**
   * What was read so far.
   *
   * @param length in code points
   */
  private record Read(List<State> states, char unit, int length, @Nullable Read before) {}

  /** That any unit from the first to the last leads all automata to these states. */
  private record Joint(char first, char last, List<State> states) {

    char friendliest() {
      return (char) Friendliness.best(first, last);
    }
  }

  private final List<NameAutomaton> automata;
  private final int accepting;
  private final Steps steps;

  NameSearch(List<NameAutomaton> accepting, List<NameAutomaton> others, Steps steps) {
    this.automata = Stream.concat(accepting.stream(), others.stream()).toList();
    this.accepting = accepting.size();
    this.steps = steps;
  }

  Optional<String> shortest() {
    List<State> starts = automata.stream().map(NameAutomaton::start).toList();
    // Not marked as seen: the empty name does not count, but a name may lead back here.
    Deque<Read> open = new ArrayDeque<>(List.of(new Read(starts, '\0', 0, null)));
    Set<List<State>> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Read read = open.poll();
      if (read.before() != null && !seen.add(read.states())) {
        continue;
      }
      if (read.before() != null && isFound(read.states())) {
        return Optional.of(text(read));
      }
      next(read)
          .forEach(each -> {
            if (each.length() == read.length()) {
              open.addFirst(each); // the second unit of a pair lengthens nothing
            } else if (each.length() <= GroupPattern.MAX_LENGTH) {
              open.addLast(each);
            }
          });
    }
    return Optional.empty();
  }

  private boolean isFound(List<State> states) {
    return IntStream.range(0, states.size())
        .allMatch(i -> states.get(i).isAccept() == i < accepting);
  }

  private Stream<Read> next(Read read) {
    List<Joint> joints = List.of(new Joint('\0', Character.MAX_VALUE, List.of()));
    for (int i = 0; i < automata.size(); i++) {
      List<Transition> transitions = automata.get(i).from(read.states().get(i));
      joints = i < accepting ? joined(joints, transitions) : split(joints, transitions);
      steps.take(1L + transitions.size() + joints.size());
    }
    return joints.stream()
        .sorted(Comparator.comparingInt(joint -> Friendliness.rank(joint.friendliest())))
        .map(joint -> {
          char unit = joint.friendliest();
          int length = read.length() + (Character.isLowSurrogate(unit) ? 0 : 1);
          return new Read(joint.states(), unit, length, read);
        });
  }

  /** What both allow. */
  private static List<Joint> joined(List<Joint> joints, List<Transition> transitions) {
    List<Joint> both = new ArrayList<>();
    int from = 0;
    for (Joint joint : joints) {
      while (from < transitions.size() && transitions.get(from).getMax() < joint.first()) {
        from++;
      }
      for (int i = from;
          i < transitions.size() && transitions.get(i).getMin() <= joint.last();
          i++) {
        Transition each = transitions.get(i);
        both.add(
            part(
                joint,
                Math.max(joint.first(), each.getMin()),
                Math.min(joint.last(), each.getMax()),
                each.getDest()));
      }
    }
    return both;
  }

  /** What the former allow, wherever it leads the other automaton. */
  private static List<Joint> split(List<Joint> joints, List<Transition> transitions) {
    List<Joint> parts = new ArrayList<>();
    int from = 0;
    for (Joint joint : joints) {
      while (from < transitions.size() && transitions.get(from).getMax() < joint.first()) {
        from++;
      }
      int next = joint.first();
      for (int i = from;
          i < transitions.size() && transitions.get(i).getMin() <= joint.last();
          i++) {
        Transition each = transitions.get(i);
        if (next < each.getMin()) {
          parts.add(part(joint, next, each.getMin() - 1, LOST));
        }
        int last = Math.min(joint.last(), each.getMax());
        parts.add(part(joint, Math.max(next, each.getMin()), last, each.getDest()));
        next = last + 1;
      }
      if (next <= joint.last()) {
        parts.add(part(joint, next, joint.last(), LOST));
      }
    }
    return parts;
  }

  private static Joint part(Joint joint, int first, int last, State state) {
    List<State> states = new ArrayList<>(joint.states());
    states.add(state);
    return new Joint((char) first, (char) last, states);
  }

  private static String text(Read end) {
    StringBuilder backwards = new StringBuilder();
    for (Read read = end; read != null && read.before() != null; read = read.before()) {
      backwards.insert(0, read.unit());
    }
    return backwards.toString();
  }
}
