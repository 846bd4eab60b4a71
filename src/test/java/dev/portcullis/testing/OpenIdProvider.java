package dev.portcullis.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An OpenID provider that tells and signs whatever a test wants. */
public final class OpenIdProvider implements AutoCloseable {

  public static final String CLIENT_ID = "client-1";

  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final String KEYS = "/keys";

  private final WireMockServer server = new WireMockServer(options().dynamicPort());
  private RSAKey key;

  public OpenIdProvider() {
    this("key-1");
  }

  /** A provider whose key has that id and is its own. */
  public OpenIdProvider(String keyId) {
    server.start();
    key = newKey(keyId);
    discoveryNames(issuer());
    publishes(key);
  }

  public String issuer() {
    return server.baseUrl();
  }

  public RSAKey key() {
    return key;
  }

  /** From now on it signs with another key, which it also publishes. */
  public void rotatesTo(String keyId) {
    key = newKey(keyId);
    publishes(key);
  }

  public void publishes(JWK... keys) {
    answers(KEYS, okJson(new JWKSet(List.of(keys)).toString()));
  }

  public void discoveryNames(String issuer) {
    answers(DISCOVERY, okJson(discovery(issuer, "")));
  }

  /** From now on it says that it knows these challenges, as a JSON list. */
  public void discoveryOffersPkce(String methods) {
    answers(DISCOVERY, okJson(discovery(issuer(), "").replace("[\"S256\"]", methods)));
  }

  /**
   * From now on its discovery document says more.
   *
   * @param more JSON members, each with a leading comma
   */
  public void discoveryAdds(String more) {
    answers(DISCOVERY, okJson(discovery(issuer(), more)));
  }

  private String discovery(String issuer, String more) {
    return """
    {"issuer":"%1$s","jwks_uri":"%2$s/keys","response_types_supported":["code"],
     "authorization_endpoint":"%2$s/authorize","token_endpoint":"%2$s/token",
     "userinfo_endpoint":"%2$s/userinfo","code_challenge_methods_supported":["S256"]%3$s}
    """
        .formatted(issuer, issuer(), more);
  }

  /** From now on any code is redeemed for this ID token. */
  public void redeems(String idToken) {
    tokenAnswers(
        okJson(
            """
            {"access_token":"at-1","token_type":"Bearer","expires_in":3600,"id_token":"%s"}
            """
                .formatted(idToken)));
  }

  public void tokenAnswers(ResponseDefinitionBuilder reply) {
    server.stubFor(post(urlEqualTo("/token")).willReturn(reply));
  }

  public void userinfoAnswers(ResponseDefinitionBuilder reply) {
    answers("/userinfo", reply);
  }

  /** The forms with which codes were redeemed, in order. */
  public List<LoggedRequest> redemptions() {
    return server.findAll(postRequestedFor(urlEqualTo("/token")));
  }

  public void discoveryAnswers(ResponseDefinitionBuilder reply) {
    answers(DISCOVERY, reply);
  }

  public void keysAnswer(ResponseDefinitionBuilder reply) {
    answers(KEYS, reply);
  }

  /** What stands at a path from now on. */
  public void answers(String path, ResponseDefinitionBuilder reply) {
    MappingBuilder mapping = get(urlEqualTo(path)).willReturn(reply);
    server.stubFor(mapping);
  }

  public int hitsOf(String path) {
    return server.findAll(getRequestedFor(urlEqualTo(path))).size();
  }

  public int keyFetches() {
    return hitsOf(KEYS);
  }

  /** The claims of a good ID token that was issued just now. */
  public Map<String, Object> claims(String subject) {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer());
    claims.put("aud", CLIENT_ID);
    claims.put("sub", subject);
    claims.put("iat", now);
    claims.put("exp", now + 300);
    return claims;
  }

  /** A good ID token with these claims besides. */
  public String token(String subject, Map<String, ?> more) {
    Map<String, Object> claims = claims(subject);
    claims.putAll(more);
    return signed(claims);
  }

  /** A token with whatever the test does to the claims of a good one. */
  public String token(Consumer<Map<String, Object>> change) {
    Map<String, Object> claims = claims("00u1");
    change.accept(claims);
    return signed(claims);
  }

  public String signed(Map<String, Object> claims) {
    return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()), key, claims);
  }

  /** A token of any header, signed with any key. */
  public static String signed(JWSHeader.Builder header, JWK key, Map<String, Object> claims) {
    try {
      JWSObject token = new JWSObject(header.build(), new Payload(claims));
      token.sign(new DefaultJWSSignerFactory().createJWSSigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A header as the provider writes it, for tests that add to it. */
  public JWSHeader.Builder header(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).type(JOSEObjectType.JWT);
  }

  public static RSAKey newKey(String keyId) {
    try {
      return new RSAKeyGenerator(2048).keyID(keyId).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
