package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import java.util.Optional;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/**
 * A connection in Spring Security's terms, from the provider's own discovery document and never
 * without its issuer. The document is kept with the provider's keys, by connection and version.
 */
@Component
class ProviderRegistrations {

  private final IssuerKeys issuerKeys;
  private final Connections connections;
  private final ProviderClient provider;

  ProviderRegistrations(IssuerKeys issuerKeys, Connections connections, ProviderClient provider) {
    this.issuerKeys = issuerKeys;
    this.connections = connections;
    this.provider = provider;
  }

  /** What the provider says of itself. */
  ProviderEndpoints endpoints(Connection connection) throws Refusal {
    return metadata(connection).endpoints();
  }

  private ProviderMetadata metadata(Connection connection) throws Refusal {
    return issuerKeys.of(connection).current().metadata();
  }

  ClientRegistration of(Connection connection, String redirectUri) throws Refusal {
    ProviderMetadata metadata = metadata(connection);
    checkPkce(metadata);
    ProviderEndpoints endpoints = metadata.endpoints();
    Optional<String> secret =
        connection.hasClientSecret() ? connections.clientSecret(connection) : Optional.empty();
    return ClientRegistration.withRegistrationId(connection.id().toString())
        .issuerUri(metadata.issuer())
        .clientId(connection.settings().clientId())
        .clientSecret(secret.orElse(""))
        .clientAuthenticationMethod(authentication(secret, endpoints))
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(redirectUri)
        .scope(connection.settings().scopes())
        .authorizationUri(address(endpoints.authorization(), "authorization_endpoint"))
        .tokenUri(address(endpoints.token(), "token_endpoint"))
        .build();
  }

  private String address(Optional<String> endpoint, String name) throws Refusal {
    String address =
        endpoint.orElseThrow(() ->
            new Refusal(
                ReasonCode.ISSUER_RESPONSE_MALFORMED,
                "the discovery document has no `" + name + "`"));
    return provider.allowed(address).toString();
  }

  private static ClientAuthenticationMethod authentication(
      Optional<String> secret, ProviderEndpoints endpoints) {
    if (secret.isEmpty()) {
      return ClientAuthenticationMethod.NONE;
    }
    boolean basic = endpoints.clientAuthentications().contains("client_secret_basic");
    boolean post = endpoints.clientAuthentications().contains("client_secret_post");
    return post && !basic
        ? ClientAuthenticationMethod.CLIENT_SECRET_POST
        : ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
  }

  /** A provider that knows the plain challenge alone would guard its code by nothing. */
  private static void checkPkce(ProviderMetadata metadata) throws Refusal {
    if (metadata.codeChallengeMethods().filter(known -> !known.contains("S256")).isPresent()) {
      throw new Refusal(
          ReasonCode.PKCE_NOT_OFFERED,
          "the provider offers PKCE without `S256`; let it offer that (RFC 7636)");
    }
  }
}
