package dev.portcullis.signin;

import java.util.List;

/** Judges a discovery document. */
final class ProviderFindings {

  private ProviderFindings() {}

  static Finding issuer(ProviderMetadata metadata, String expected) {
    return metadata.issuer().equals(expected)
        ? new Finding("issuer", true, "the discovery document names the same issuer", "")
        : new Finding(
            "issuer",
            false,
            "issuer_mismatch: the discovery document names another issuer than the connection",
            "set `issuer` to the document's `issuer`, character for character");
  }

  static Finding codeFlow(ProviderMetadata metadata) {
    List<String> advertised = metadata.responseTypes().orElse(List.of("code"));
    ProviderEndpoints endpoints = metadata.endpoints();
    if (endpoints.authorization().isEmpty() || endpoints.token().isEmpty()) {
      return new Finding(
          "code-flow",
          false,
          "the discovery document lacks `authorization_endpoint` or `token_endpoint`",
          "browsers cannot sign in before the provider publishes both; the login hook works");
    }
    return advertised.contains("code")
        ? new Finding("code-flow", true, "the authorization code flow is offered", "")
        : new Finding(
            "code-flow",
            false,
            "the provider does not offer the authorization code flow",
            "allow the grant type `Authorization Code` for the client");
  }

  static Finding pkce(ProviderMetadata metadata) {
    if (metadata.codeChallengeMethods().isEmpty()) {
      return new Finding("pkce", true, "the provider does not say which PKCE methods it knows", "");
    }
    return metadata.codeChallengeMethods().get().contains("S256")
        ? new Finding("pkce", true, "PKCE with S256 is offered", "")
        : new Finding(
            "pkce",
            false,
            "the provider offers PKCE without S256",
            "let the provider offer the code challenge method `S256` (RFC 7636)");
  }
}
