package dev.portcullis.pattern;

import dev.portcullis.pattern.NameOutcome.Found;
import dev.portcullis.pattern.NameOutcome.None;
import dev.portcullis.pattern.NameOutcome.NotAnalysed;
import dk.brics.automaton.Automaton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers questions about all names that there could ever be, by finite automata: which name do
 * these filters match and those not?
 *
 * <p>A name is one that a group could have: not empty, and fit to be matched by {@link
 * GroupPattern}. The answers are exact; where finding one takes more than {@value #MAX_STEPS} steps
 * in all, or an automaton of more than {@link Determinized#MAX_STATES} states, the answer is that
 * it was given up. Not for use by several threads.
 */
public final class PatternAnalysis {

  /** The most steps of one analysis: a second or so. */
  public static final long MAX_STEPS = 5_000_000;

  private final Steps steps = new Steps(MAX_STEPS);
  private final Map<GroupFilter, NameAutomaton> automata = new HashMap<>();
  private final Map<GroupFilter, NotAnalysable> refused = new HashMap<>();

  /**
   * A shortest name that all of some filters match and none of others.
   *
   * @param matching at least one
   * @param otherThan names that are not meant even so
   */
  public NameOutcome find(
      Collection<GroupFilter> matching,
      Collection<GroupFilter> notMatching,
      Set<String> otherThan) {
    try {
      List<NameAutomaton> without = new ArrayList<>();
      notMatching.forEach(filter -> without.add(automaton(filter)));
      if (!otherThan.isEmpty()) {
        without.add(NameAutomaton.ofNames(otherThan));
      }
      return new NameSearch(matching.stream().map(this::automaton).toList(), without, steps)
          .shortest()
          .map(name -> checked(name, matching, notMatching))
          .orElseGet(None::new);
    } catch (NotAnalysable failure) {
      return new NotAnalysed(failure.reason());
    }
  }

  /** What is shown to a person must be true of the matcher itself. */
  private static NameOutcome checked(
      String name, Collection<GroupFilter> matching, Collection<GroupFilter> notMatching) {
    boolean isSuch =
        matching.stream().allMatch(filter -> filter.matches(name))
            && notMatching.stream().noneMatch(filter -> filter.matches(name));
    return isSuch ? new Found(name) : new NotAnalysed("the matcher reads it otherwise");
  }

  private NameAutomaton automaton(GroupFilter filter) {
    NotAnalysable earlier = refused.get(filter);
    if (earlier != null) {
      throw earlier;
    }
    NameAutomaton known = automata.get(filter);
    if (known == null) {
      known = made(filter);
      automata.put(filter, known);
    }
    return known;
  }

  private NameAutomaton made(GroupFilter filter) {
    try {
      Automaton pattern = Determinized.of(Regex.of(filter.pattern()), steps);
      return new NameAutomaton(
          filter
              .except()
              .map(except -> without(pattern, Determinized.of(Regex.of(except), steps)))
              .orElse(pattern));
    } catch (NotAnalysable failure) {
      refused.put(filter, failure);
      throw failure;
    }
  }

  private Automaton without(Automaton pattern, Automaton except) {
    steps.take((long) pattern.getNumberOfStates() * except.getNumberOfStates());
    return pattern.minus(except);
  }
}
