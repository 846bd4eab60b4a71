package dev.portcullis.signin;

/** Ends the examination of a token or of a provider; caught at the room's doorways. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final ReasonCode reason;
  private final String explanation;

  /**
   * @param explanation what is wrong and what to change, without anything of the token or of the
   *     provider's answer
   */
  Refusal(ReasonCode reason, String explanation) {
    super(explanation, null, false, false);
    this.reason = reason;
    this.explanation = explanation;
  }

  /** The same as the end of a sign-in. */
  SignInOutcome outcome() {
    return reason.isOutage()
        ? new SignInOutcome.ProviderUnreachable(reason, explanation)
        : new SignInOutcome.Refused(reason, explanation);
  }

  ReasonCode reason() {
    return reason;
  }

  String explanation() {
    return explanation;
  }
}
