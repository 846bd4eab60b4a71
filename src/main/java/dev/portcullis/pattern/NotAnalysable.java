package dev.portcullis.pattern;

/**
 * Ends an analysis that would take too much, or whose expression it does not know. It never leaves
 * this package: {@link NameAnalysis} answers it as an outcome.
 */
final class NotAnalysable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * For a reason.
   *
   * @param reason a lower-case fragment that follows the name of what was to be analysed
   */
  NotAnalysable(String reason) {
    super(reason, null, false, false);
  }

  static NotAnalysable unknownSyntax() {
    return new NotAnalysable("its syntax is not known to the analysis");
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
