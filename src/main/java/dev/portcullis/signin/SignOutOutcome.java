package dev.portcullis.signin;

/** Where somebody who signs out goes. */
public sealed interface SignOutOutcome {

  /** To the provider, which ends its own session, or back to the application. */
  record To(String location) implements SignOutOutcome {

    @Override
    public String toString() {
      return "To[…]";
    }
  }

  /** Nowhere: a page says that they are signed out. */
  record Page() implements SignOutOutcome {}

  /** They stay signed in, for the address that they were to return to is nobody's. */
  record Refused(BrowserRefusal refusal) implements SignOutOutcome {}
}
