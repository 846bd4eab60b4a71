package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;

/** Turns what came through a browser, which anybody may have written, into a verified identity. */
@Component
class ProviderIdentities {

  /** Why a provider lets somebody not through, as far as it is the person's own doing. */
  private static final Set<String> PERSONAL =
      Set.of(
          "access_denied",
          "login_required",
          "interaction_required",
          "consent_required",
          "account_selection_required");

  private final ProviderRegistrations registrations;
  private final ProviderCodes codes;
  private final IdTokens idTokens;
  private final ProviderClient provider;

  ProviderIdentities(
      ProviderRegistrations registrations,
      ProviderCodes codes,
      IdTokens idTokens,
      ProviderClient provider) {
    this.registrations = registrations;
    this.codes = codes;
    this.idTokens = idTokens;
    this.provider = provider;
  }

  ProviderIdentity of(
      Connection connection, PendingSignIn pending, String callback, ProviderResponse response)
      throws Refusal {
    if (!pending.leadsTo(connection)) {
      throw new Refusal(
          ReasonCode.CONNECTION_CHANGED,
          "the connection was changed while you were at the provider; start again");
    }
    ProviderEndpoints endpoints = registrations.endpoints(connection);
    checkIssuer(connection, endpoints, response);
    String code = code(response);
    ClientRegistration registration = registrations.of(connection, callback);
    OAuth2AccessTokenResponse tokens = codes.redeemed(registration, pending, code);
    String accessToken = tokens.getAccessToken().getTokenValue();
    String idToken = idToken(tokens);
    IdToken verified = idTokens.verified(connection, idToken, pending.nonce(), accessToken);
    Set<String> granted = tokens.getAccessToken().getScopes();
    return new ProviderIdentity(
        verified,
        idToken,
        new TokenOrigin.Browser(
            granted.isEmpty() ? registration.getScopes() : granted,
            userinfo(connection, endpoints, verified, accessToken)));
  }

  /** Another provider's answer must not be taken for this one's (RFC 9207 §2.4). */
  private static void checkIssuer(
      Connection connection, ProviderEndpoints endpoints, ProviderResponse response)
      throws Refusal {
    boolean missing = endpoints.namesIssuer() && response.issuer().isEmpty();
    String expected = connection.settings().issuer();
    if (missing || response.issuer().filter(named -> !named.equals(expected)).isPresent()) {
      throw new Refusal(
          ReasonCode.WRONG_RESPONSE_ISSUER,
          "the answer's `iss` is not the connection's issuer, character for character");
    }
  }

  private static String code(ProviderResponse response) throws Refusal {
    if (response.error().isPresent()) {
      // The error's text is anybody's and is not repeated.
      boolean personal = PERSONAL.contains(response.error().get());
      throw personal
          ? new Refusal(
              ReasonCode.PROVIDER_REFUSED,
              "the identity provider did not let you through; is the app assigned to you?")
          : new Refusal(
              ReasonCode.PROVIDER_FAILED,
              "the identity provider could not sign you in; its own log says why");
    }
    return response
        .code()
        .orElseThrow(() ->
            new Refusal(
                ReasonCode.PROVIDER_FAILED, "the identity provider answered without a `code`"));
  }

  private static String idToken(OAuth2AccessTokenResponse tokens) throws Refusal {
    if (tokens.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN) instanceof String text) {
      return text;
    }
    throw new Refusal(
        ReasonCode.ISSUER_RESPONSE_MALFORMED,
        "the provider's token response has no `id_token`; is `openid` among the scopes?");
  }

  /**
   * Okta's org server leaves groups and profile to userinfo when an access token comes along. What
   * the groups depend on must be had, or nobody knows whether they are absent or only not heard.
   */
  private Optional<Map<String, Object>> userinfo(
      Connection connection, ProviderEndpoints endpoints, IdToken token, String accessToken)
      throws Refusal {
    boolean hasGroups = token.claims().get(connection.settings().claim().name()) != null;
    boolean thin = !hasGroups || !token.claims().containsKey("email");
    if (!thin || endpoints.userinfo().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(provider.get(endpoints.userinfo().get(), accessToken).json());
    } catch (Refusal refusal) {
      if (hasGroups) {
        return Optional.empty();
      }
      throw refusal;
    }
  }
}
