package dev.portcullis.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signer of our own for machines without npm: discovery, keys, and ID tokens as Okta would issue
 * them, without a login page.
 */
final class OwnProvider implements OpenIdProvider {

  private static final int TOKEN_SECONDS = 600;
  private static final String AUTHORIZE = "/authorize";
  private static final String KEYS = "/keys";

  private final HttpServer server;
  private final RSAKey key;
  private final String clientId;
  private final String reason;

  private OwnProvider(HttpServer server, RSAKey key, String clientId, String reason) {
    this.server = server;
    this.key = key;
    this.clientId = clientId;
    this.reason = reason;
  }

  /**
   * Starts it on loopback.
   *
   * @param reason why it stands in for the real provider
   */
  static OwnProvider start(String clientId, String reason) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    OwnProvider provider = new OwnProvider(server, newKey(), clientId, reason);
    server.createContext(
        "/.well-known/openid-configuration",
        exchange -> answer(exchange, JsonMapper.shared().writeValueAsString(provider.discovery())));
    server.createContext(
        KEYS, exchange -> answer(exchange, new JWKSet(provider.key.toPublicJWK()).toString()));
    server.start();
    return provider;
  }

  @Override
  public String description() {
    return "a signer of our own, because " + reason;
  }

  @Override
  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public String idToken(Account account) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(clientId)
            .subject(account.sub())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(TOKEN_SECONDS)))
            .claim("name", account.name())
            .claim("preferred_username", account.login())
            .claim("email", account.email())
            .claim("email_verified", true);
    if (!account.groups().isEmpty()) {
      claims.claim("groups", account.groups());
    }
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
            claims.build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("the JDK signs with RSA", e);
    }
    return token.serialize();
  }

  private Map<String, ?> discovery() {
    return Map.of(
        "issuer", issuer(),
        "authorization_endpoint", issuer() + AUTHORIZE,
        "token_endpoint", issuer() + "/token",
        "jwks_uri", issuer() + KEYS,
        "response_types_supported", List.of("code"),
        "subject_types_supported", List.of("public"),
        "id_token_signing_alg_values_supported", List.of("RS256"));
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("the JDK makes RSA keys", e);
    }
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
