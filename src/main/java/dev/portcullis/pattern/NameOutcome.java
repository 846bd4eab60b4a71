package dev.portcullis.pattern;

/** What became of the search for a name. */
public sealed interface NameOutcome {

  /** There is such a name, and this is one of the shortest. */
  record Found(String name) implements NameOutcome {}

  /** No name that a group could have is such. */
  record None() implements NameOutcome {}

  /**
   * The search was given up; there may be such a name or not.
   *
   * @param reason a lower-case fragment that says why
   */
  record NotAnalysed(String reason) implements NameOutcome {}
}
