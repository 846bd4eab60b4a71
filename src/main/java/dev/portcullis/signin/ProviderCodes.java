package dev.portcullis.signin;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.RestClient;

/** Redeems the provider's codes at its token endpoint, with the caution due to strangers. */
@Component
class ProviderCodes {

  /** RFC 6749 §5.2; any other text is the provider's own and is not repeated. */
  private static final Set<String> ERRORS =
      Set.of(
          "invalid_request",
          "invalid_client",
          "invalid_grant",
          "unauthorized_client",
          "unsupported_grant_type",
          "invalid_scope");

  private final RestClientAuthorizationCodeTokenResponseClient client =
      new RestClientAuthorizationCodeTokenResponseClient();

  ProviderCodes(ProviderClient provider) {
    client.setRestClient(
        RestClient.builder()
            .requestFactory((_, _) -> {
              throw new IOException("every exchange goes through the bounded client");
            })
            .requestInterceptor(new BoundedExchange(provider))
            .configureMessageConverters(converters ->
                converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
  }

  OAuth2AccessTokenResponse redeemed(
      ClientRegistration provider, PendingSignIn pending, String code) throws Refusal {
    OAuth2AuthorizationRequest asked =
        AuthorizationRequests.of(provider, pending, Optional.empty());
    OAuth2AuthorizationResponse answered =
        OAuth2AuthorizationResponse.success(code)
            .redirectUri(Objects.requireNonNull(provider.getRedirectUri()))
            .state(pending.state())
            .build();
    try {
      return client.getTokenResponse(
          new OAuth2AuthorizationCodeGrantRequest(
              provider, new OAuth2AuthorizationExchange(asked, answered)));
    } catch (OAuth2AuthorizationException e) {
      throw refusal(e);
    }
  }

  private static Refusal refusal(OAuth2AuthorizationException failure) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof BoundedExchange.Refused refused) {
        return refused.refusal();
      }
      if (cause instanceof HttpStatusCodeException answered) {
        return answered.getStatusCode().is4xxClientError()
            ? refused("status " + answered.getStatusCode().value())
            : FetchFailures.refusal(answered.getStatusCode().value());
      }
    }
    String error = failure.getError().getErrorCode();
    return ERRORS.contains(error)
        ? refused("`" + error + "`")
        : new Refusal(
            ReasonCode.ISSUER_RESPONSE_MALFORMED,
            "the provider's token response cannot be understood");
  }

  private static Refusal refused(String answer) {
    return new Refusal(
        ReasonCode.CODE_REFUSED,
        "the provider refuses its own code with %s; look at the connection's `clientId` and `clientSecret`"
            .formatted(answer));
  }
}
