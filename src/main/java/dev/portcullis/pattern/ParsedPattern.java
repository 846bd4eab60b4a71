package dev.portcullis.pattern;

/** What became of a pattern that came from outside. */
public sealed interface ParsedPattern {

  /** The pattern is well-formed. */
  record Accepted(GroupPattern pattern) implements ParsedPattern {}

  /**
   * The pattern is refused.
   *
   * @param problem a lower-case fragment for the person who wrote the pattern: what is wrong and
   *     what to change
   */
  record Rejected(String problem) implements ParsedPattern {}

  /**
   * The pattern, where it was accepted before, as when it is read back from a store.
   *
   * @throws IllegalStateException if it is refused now
   */
  default GroupPattern orElseThrow() {
    return switch (this) {
      case Accepted(GroupPattern pattern) -> pattern;
      case Rejected(String problem) -> throw new IllegalStateException(problem);
    };
  }
}
