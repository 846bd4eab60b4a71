package dev.portcullis.signin;

/** What an application that redeems a code is answered. */
public sealed interface RedemptionOutcome {

  /** The person's access token. */
  record Redeemed(String accessToken, long expiresInSeconds) implements RedemptionOutcome {

    @Override
    public String toString() {
      return "Redeemed[…]";
    }
  }

  /** No application has that client id. */
  record UnknownApplication() implements RedemptionOutcome {}

  /** The code is none, or not this application's, or used, too old, or of somebody signed out. */
  record Invalid(String explanation) implements RedemptionOutcome {}
}
