package dev.portcullis.signin;

/** What became of the examination of an ID token. */
sealed interface IdTokenOutcome {

  /** It is genuine, meant for us and current. */
  record Verified(IdToken token) implements IdTokenOutcome {}

  /**
   * It is not, or that cannot be known.
   *
   * @param explanation for people: what is wrong and what to change
   */
  record Refused(ReasonCode reason, String explanation) implements IdTokenOutcome {}
}
