package dev.portcullis.signin;

/** A browser's sign-in came to nothing. */
public sealed interface BrowserRefused extends StartOutcome, FinishOutcome {

  /** The application is told why, at an address that it has registered. */
  record ToApplication(String location) implements BrowserRefused {}

  /** Nobody can be told but the person. */
  record Page(BrowserRefusal refusal) implements BrowserRefused {}
}
