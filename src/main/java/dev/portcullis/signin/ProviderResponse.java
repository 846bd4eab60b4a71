package dev.portcullis.signin;

import java.util.Optional;

/**
 * What a provider answered through the browser (OIDC Core §3.1.2.5, RFC 9207).
 *
 * @param sealed what this browser kept for that state
 * @param session who is signed in in it
 */
public record ProviderResponse(
    Optional<String> sealed,
    Optional<String> state,
    Optional<String> code,
    Optional<String> error,
    Optional<String> issuer,
    Optional<OpenSession> session,
    String traceId) {

  @Override
  public String toString() {
    return "ProviderResponse[…]";
  }
}
