package dev.portcullis.jq;

/** That a text is no program. */
final class SyntaxProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String problem;

  SyntaxProblem(String problem) {
    super(problem, null, false, false);
    this.problem = problem;
  }

  String problem() {
    return problem;
  }
}
