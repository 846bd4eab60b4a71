package dev.portcullis.pattern;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A deterministic automaton that accepts exactly certain names. */
final class NameAutomaton {

  private final State start;
  private final Map<State, List<Transition>> transitions = new HashMap<>();

  NameAutomaton(Automaton automaton) {
    automaton.expandSingleton();
    start = automaton.getInitialState();
  }

  static NameAutomaton ofNames(Collection<String> names) {
    return new NameAutomaton(Automaton.makeStringUnion(names.toArray(CharSequence[]::new)));
  }

  State start() {
    return start;
  }

  /** In order of their units, no two of which overlap. */
  List<Transition> from(State state) {
    return transitions.computeIfAbsent(state, each -> each.getSortedTransitions(false));
  }
}
