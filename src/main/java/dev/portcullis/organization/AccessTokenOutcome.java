package dev.portcullis.organization;

/** What became of a request for an access token. */
public sealed interface AccessTokenOutcome {

  /**
   * The client's live token.
   *
   * @param expiresInSeconds how long it is still good for
   */
  record Issued(String accessToken, long expiresInSeconds) implements AccessTokenOutcome {}

  /** No client of that id has that secret. Which of the two was wrong is not said. */
  record InvalidCredentials() implements AccessTokenOutcome {}
}
