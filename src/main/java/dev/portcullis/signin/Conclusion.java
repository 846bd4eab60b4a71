package dev.portcullis.signin;

import dev.portcullis.audit.RecordedSignIn.Claim;
import dev.portcullis.directory.SignInStatement;
import dev.portcullis.directory.SyncOutcome;
import java.util.Optional;

/**
 * How a sign-in ended, and how it came to that.
 *
 * @param heard what a verified token said; empty where none was verified
 */
record Conclusion(SignInOutcome outcome, Optional<Heard> heard) {

  /**
   * What the provider said of a person, and what the directory made of it.
   *
   * @param decision what was made of the groups claim before the directory saw it
   * @param source where the groups claim was read
   */
  record Heard(
      SignInStatement statement, ClaimDecision decision, Claim.Source source, SyncOutcome done) {}

  /** The same way to another end. */
  Conclusion endingWith(SignInOutcome other) {
    return new Conclusion(other, heard);
  }

  static Conclusion of(SignInOutcome outcome) {
    return new Conclusion(outcome, Optional.empty());
  }

  static Conclusion of(SignInOutcome outcome, Heard heard) {
    return new Conclusion(outcome, Optional.of(heard));
  }
}
