package dev.portcullis.signin;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A provider's discovery document (OIDC Discovery §3), as far as we use it.
 *
 * @param responseTypes empty where the provider does not say, as with the next
 */
record ProviderMetadata(
    String issuer,
    String jwksUri,
    Optional<List<String>> responseTypes,
    Optional<List<String>> codeChallengeMethods,
    ProviderEndpoints endpoints) {

  /** Where the document of an issuer stands (OIDC Discovery §4.1). */
  static String address(String issuer) {
    String bare = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    return bare + "/.well-known/openid-configuration";
  }

  static ProviderMetadata of(Map<String, Object> document) throws Refusal {
    return new ProviderMetadata(
        text(document, "issuer"),
        text(document, "jwks_uri"),
        texts(document, "response_types_supported"),
        texts(document, "code_challenge_methods_supported"),
        ProviderEndpoints.of(document));
  }

  /** Refuses a document that was meant for another issuer; compared as strings. */
  ProviderMetadata of(String expectedIssuer) throws Refusal {
    if (!issuer.equals(expectedIssuer)) {
      throw new Refusal(
          ReasonCode.ISSUER_MISMATCH,
          "the discovery document names another issuer than the connection; both must be equal,"
              + " character for character");
    }
    return this;
  }

  private static String text(Map<String, Object> document, String name) throws Refusal {
    if (document.get(name) instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new Refusal(
        ReasonCode.ISSUER_RESPONSE_MALFORMED, "the discovery document has no `" + name + "`");
  }

  static Optional<List<String>> texts(Map<String, Object> document, String name) {
    return document.get(name) instanceof List<?> list
        ? Optional.of(list.stream().filter(Objects::nonNull).map(Object::toString).toList())
        : Optional.empty();
  }
}
