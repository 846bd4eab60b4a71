package dev.portcullis.organization;

/** What an access token turned out to be good for. */
public sealed interface TokenVerdict {

  /** Whoever brought it may act. */
  record Accepted(Caller caller) implements TokenVerdict {}

  /** It is malformed, or nothing of ours. */
  record Unknown() implements TokenVerdict {}

  /**
   * It was good once.
   *
   * @param ofSignIn whether a person got it by signing in
   */
  record Expired(boolean ofSignIn) implements TokenVerdict {}

  /**
   * It was ended before its time: its app, secret, session or person is no more.
   *
   * @param ofSignIn whether a person got it by signing in
   */
  record Ended(boolean ofSignIn) implements TokenVerdict {}
}
