package dev.portcullis.pattern;

import dev.portcullis.pattern.RegexStates.Done;
import dev.portcullis.pattern.RegexStates.Fork;
import dev.portcullis.pattern.RegexStates.Pass;
import dev.portcullis.pattern.RegexStates.Take;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a deterministic automaton of an expression. That may take exponentially many states, so
 * they are counted on the way; the library's own way has no bound.
 */
final class Determinized {

  /** The most states of one automaton. */
  static final int MAX_STATES = 4_000;

  /** What stood before a place, or stands behind it. */
  private enum Beside {
    NOTHING,
    WORD,
    OTHER
  }

  /** A state of the automaton: where the expression may be, and what was read last. */
  private record Where(BitSet states, Beside before) {}

  /** That a character from here to there leads on to these states. */
  private record Span(int first, int last, BitSet next) {}

  private final RegexStates regex;
  private final Steps steps;
  private final Map<Beside, CodePoints> alphabets;
  private final Map<Where, State> made = new HashMap<>();
  private final Deque<Where> open = new ArrayDeque<>();

  private Determinized(RegexStates regex, Steps steps) {
    this.regex = regex;
    this.steps = steps;
    this.alphabets =
        regex.knowsWords()
            ? Map.of(Beside.WORD, Letters.WORD, Beside.OTHER, Letters.LEGIBLE.without(Letters.WORD))
            : Map.of(Beside.OTHER, Letters.LEGIBLE);
  }

  static Automaton of(Regex regex, Steps steps) {
    return new Determinized(new RegexStates(regex, steps), steps).automaton();
  }

  private Automaton automaton() {
    BitSet start = new BitSet();
    start.set(regex.start());
    Automaton automaton = new Automaton();
    automaton.setInitialState(state(new Where(start, Beside.NOTHING)));
    while (!open.isEmpty()) {
      complete(open.remove());
    }
    automaton.setDeterministic(true);
    automaton.removeDeadTransitions();
    return automaton;
  }

  private State state(Where where) {
    return made.computeIfAbsent(where, this::newState);
  }

  private State newState(Where where) {
    if (made.size() >= MAX_STATES) {
      throw new NotAnalysable("its automaton has more than %d states".formatted(MAX_STATES));
    }
    open.add(where);
    return new State();
  }

  private void complete(Where where) {
    State state = state(where);
    state.setAccept(reached(where, Beside.NOTHING).stream().anyMatch(this::isDone));
    List<CodePointTransition> transitions = new ArrayList<>();
    alphabets.forEach((next, alphabet) -> {
      for (Span span : spans(reached(where, next), alphabet)) {
        transitions.add(
            new CodePointTransition(
                span.first(), span.last(), state(new Where(span.next(), next))));
      }
    });
    Utf16.connect(state, transitions, steps);
  }

  private boolean isDone(int reached) {
    return regex.move(reached) instanceof Done;
  }

  /** Where the expression may be once it went on without taking a character. */
  private BitSet reached(Where where, Beside next) {
    BitSet reached = new BitSet();
    Deque<Integer> waiting = new ArrayDeque<>(where.states().stream().boxed().toList());
    while (!waiting.isEmpty()) {
      int each = waiting.pop();
      steps.take(1);
      if (!reached.get(each)) {
        reached.set(each);
        switch (regex.move(each)) {
          case Fork(List<Integer> all) -> waiting.addAll(all);
          case Pass(Regex.Place place, int on) -> {
            if (isAt(place, where.before(), next)) {
              waiting.add(on);
            }
          }
          case Take _, Done _ -> {}
        }
      }
    }
    return reached;
  }

  private static boolean isAt(Regex.Place place, Beside before, Beside next) {
    return switch (place) {
      case BEGIN -> before == Beside.NOTHING;
      case END -> next == Beside.NOTHING;
      case WORD_BOUNDARY -> (before == Beside.WORD) != (next == Beside.WORD);
      case NO_WORD_BOUNDARY -> (before == Beside.WORD) == (next == Beside.WORD);
    };
  }

  /** The characters that lead on, cut where one leads elsewhere than the one before. */
  private List<Span> spans(BitSet reached, CodePoints alphabet) {
    TreeMap<Integer, List<Take>> begins = new TreeMap<>();
    TreeMap<Integer, List<Take>> ends = new TreeMap<>();
    reached.stream()
        .forEach(each -> {
          if (regex.move(each) instanceof Take take) {
            CodePoints taken = take.characters().and(alphabet);
            steps.take(1L + taken.ranges());
            for (int range = 0; range < taken.ranges(); range++) {
              begins.computeIfAbsent(taken.first(range), _ -> new ArrayList<>()).add(take);
              ends.computeIfAbsent(taken.last(range) + 1, _ -> new ArrayList<>()).add(take);
            }
          }
        });
    return sweep(begins, ends);
  }

  private static List<Span> sweep(
      TreeMap<Integer, List<Take>> begins, TreeMap<Integer, List<Take>> ends) {
    List<Span> spans = new ArrayList<>();
    List<Take> current = new ArrayList<>();
    TreeMap<Integer, Boolean> cuts = new TreeMap<>();
    begins.keySet().forEach(cut -> cuts.put(cut, true));
    ends.keySet().forEach(cut -> cuts.put(cut, true));
    int from = 0;
    for (int cut : cuts.keySet()) {
      if (!current.isEmpty()) {
        spans.add(new Span(from, cut - 1, next(current)));
      }
      ends.getOrDefault(cut, List.of()).forEach(current::remove);
      current.addAll(begins.getOrDefault(cut, List.of()));
      from = cut;
    }
    return spans;
  }

  private static BitSet next(List<Take> takes) {
    BitSet next = new BitSet();
    takes.forEach(take -> next.set(take.next()));
    return next;
  }
}
