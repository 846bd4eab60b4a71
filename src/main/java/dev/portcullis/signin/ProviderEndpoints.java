package dev.portcullis.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a discovery document says of signing in through a browser.
 *
 * @param clientAuthentications how clients with a secret may prove it at the token endpoint
 * @param namesIssuer whether its answers to browsers say whose they are (RFC 9207 §3)
 */
record ProviderEndpoints(
    Optional<String> authorization,
    Optional<String> token,
    Optional<String> userinfo,
    Optional<String> endSession,
    List<String> clientAuthentications,
    boolean namesIssuer) {

  /** What holds where the document does not say (OIDC Discovery §3). */
  private static final List<String> USUAL_AUTHENTICATIONS = List.of("client_secret_basic");

  static ProviderEndpoints of(Map<String, Object> document) {
    return new ProviderEndpoints(
        text(document, "authorization_endpoint"),
        text(document, "token_endpoint"),
        text(document, "userinfo_endpoint"),
        text(document, "end_session_endpoint"),
        ProviderMetadata.texts(document, "token_endpoint_auth_methods_supported")
            .orElse(USUAL_AUTHENTICATIONS),
        Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")));
  }

  private static Optional<String> text(Map<String, Object> document, String name) {
    return document.get(name) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }
}
