package dev.portcullis.connection;

/** What became of a wish for a SCIM token or for its end. */
public sealed interface ScimTokenOutcome {

  /** It works from now on; {@code secret} is the token itself, which nobody can be shown again. */
  record Minted(ScimToken token, String secret) implements ScimTokenOutcome {
    @Override
    public String toString() {
      return "Minted[" + token.id() + "]";
    }
  }

  /** It is refused from the next request on, on every node. */
  record Revoked() implements ScimTokenOutcome {}

  /** There is no such connection, or no such token of it. */
  record NotFound() implements ScimTokenOutcome {}

  /** It cannot be made so. */
  record Rejected(String problem) implements ScimTokenOutcome {}
}
