package dev.portcullis.permission;

/** What came of a condition that was evaluated before the request, outside of this room. */
public sealed interface Verdict {

  /** It could be evaluated. */
  enum Known implements Verdict {
    MET,
    UNMET
  }

  /**
   * It could not, and so grants nothing.
   *
   * @param problem what went wrong, to follow the condition's key in a sentence: {@code ran for
   *     longer than 50 ms}
   */
  record Failed(String problem) implements Verdict {
    public Failed {
      Required.text(problem, "a problem");
    }
  }

  static Verdict of(boolean isMet) {
    return isMet ? Known.MET : Known.UNMET;
  }
}
