package dev.portcullis.signin;

/** What a browser that comes back from the provider is answered. */
public sealed interface FinishOutcome permits FinishOutcome.SignedIn, BrowserRefused {

  /**
   * The person is signed in.
   *
   * @param location where the browser goes: with what the application asked for, or our own page
   */
  record SignedIn(OpenSession session, String location) implements FinishOutcome {

    @Override
    public String toString() {
      return "SignedIn[…]";
    }
  }
}
