package dev.portcullis.signin;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/** What a browser takes to the provider: code flow, PKCE with S256, state and nonce, always. */
final class AuthorizationRequests {

  private AuthorizationRequests() {}

  static OAuth2AuthorizationRequest of(
      ClientRegistration provider, PendingSignIn pending, Optional<String> loginHint) {
    return OAuth2AuthorizationRequest.authorizationCode()
        .clientId(provider.getClientId())
        .authorizationUri(
            Objects.requireNonNull(provider.getProviderDetails().getAuthorizationUri()))
        .redirectUri(provider.getRedirectUri())
        .scopes(provider.getScopes())
        .state(pending.state())
        .attributes(Map.of(PkceParameterNames.CODE_VERIFIER, pending.verifier()))
        .additionalParameters(parameters -> {
          parameters.put("response_mode", "query");
          parameters.put(OidcParameterNames.NONCE, pending.nonce());
          parameters.put(PkceParameterNames.CODE_CHALLENGE, Sha256.of(pending.verifier()));
          parameters.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
          loginHint.ifPresent(hint -> parameters.put("login_hint", hint));
        })
        .build();
  }
}
