package dev.portcullis.pattern;

import dev.portcullis.pattern.Regex.Choice;
import dev.portcullis.pattern.Regex.OneOf;
import dev.portcullis.pattern.Regex.Place;
import dev.portcullis.pattern.Regex.Repeated;
import dev.portcullis.pattern.Regex.Sequence;
import java.util.ArrayList;
import java.util.List;

/** A regular expression as states of which several may be current at a time (Thompson's way). */
final class RegexStates {

  /** What a state does. */
  sealed interface Move {}

  /** Takes one of the characters and goes on. */
  record Take(CodePoints characters, int next) implements Move {}

  /** Goes on to each of the others at once. */
  record Fork(List<Integer> next) implements Move {}

  /** Goes on if this is such a place. */
  record Pass(Place place, int next) implements Move {}

  /** The expression matches if nothing follows. */
  record Done() implements Move {}

  private final List<Move> moves = new ArrayList<>();
  private final Steps steps;
  private final int start;

  RegexStates(Regex regex, Steps steps) {
    this.steps = steps;
    this.start = add(regex, add(new Done()));
  }

  int start() {
    return start;
  }

  Move move(int state) {
    return moves.get(state);
  }

  /** Whether it makes a difference which characters make words. */
  boolean knowsWords() {
    return moves.stream()
        .anyMatch(move ->
            move instanceof Pass(Place place, _)
                && (place == Place.WORD_BOUNDARY || place == Place.NO_WORD_BOUNDARY));
  }

  private int add(Move move) {
    steps.take(1);
    moves.add(move);
    return moves.size() - 1;
  }

  /** Adds states that match the expression and go on to another; answers the first of them. */
  private int add(Regex regex, int next) {
    return switch (regex) {
      case OneOf(CodePoints characters) -> add(new Take(characters, next));
      case Sequence(List<Regex> parts) -> addAll(parts, next);
      case Choice(List<Regex> parts) ->
          add(new Fork(parts.stream().map(part -> add(part, next)).toList()));
      case Repeated repeated -> add(repeated, next);
      case Place place -> add(new Pass(place, next));
    };
  }

  private int addAll(List<Regex> parts, int next) {
    int first = next;
    for (Regex part : parts.reversed()) {
      first = add(part, first);
    }
    return first;
  }

  private int add(Repeated repeated, int next) {
    int first = next;
    if (repeated.most() == Repeated.ENDLESS) {
      first = addLoop(repeated.part(), next);
    }
    for (int i = repeated.least(); i < repeated.most(); i++) {
      first = add(new Fork(List.of(add(repeated.part(), first), next)));
    }
    for (int i = 0; i < repeated.least(); i++) {
      first = add(repeated.part(), first);
    }
    return first;
  }

  private int addLoop(Regex part, int next) {
    int loop = add(new Done()); // its place is taken below, once it is known where it leads
    moves.set(loop, new Fork(List.of(add(part, loop), next)));
    return loop;
  }
}
