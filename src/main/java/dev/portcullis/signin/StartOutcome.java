package dev.portcullis.signin;

/** What a browser that wants to sign in is answered. */
public sealed interface StartOutcome
    permits StartOutcome.ToProvider, StartOutcome.Question, BrowserRefused {

  /**
   * It goes to the provider.
   *
   * @param location the provider's authorization endpoint with all that it needs to know
   * @param state by which the provider's answer is told from others
   * @param sealed what the browser must bring back with it
   */
  record ToProvider(String location, String state, String sealed) implements StartOutcome {

    @Override
    public String toString() {
      return "ToProvider[…]";
    }
  }

  /**
   * The person is signed in through another connection, and is asked first.
   *
   * @param consent what the same request must carry as {@link SignInRequest#CONSENT} to go on
   */
  record Question(String connection, String consent) implements StartOutcome {

    @Override
    public String toString() {
      return "Question[…]";
    }
  }
}
