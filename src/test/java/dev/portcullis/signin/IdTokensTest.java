package dev.portcullis.signin;

import static com.nimbusds.jose.JWSAlgorithm.ES256;
import static com.nimbusds.jose.JWSAlgorithm.ES384;
import static com.nimbusds.jose.JWSAlgorithm.PS256;
import static com.nimbusds.jose.JWSAlgorithm.RS256;
import static com.nimbusds.jose.JWSAlgorithm.RS384;
import static com.nimbusds.jose.JWSAlgorithm.RS512;
import static dev.portcullis.testing.OpenIdProvider.newKey;
import static dev.portcullis.testing.OpenIdProvider.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.portcullis.connection.Connection;
import dev.portcullis.testing.OpenIdProvider;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every hostile token beside its good twin: one change apart, and only the twin gets in. */
class IdTokensTest {

  private final OpenIdProvider provider = new OpenIdProvider();
  private final ProviderClient client = new ProviderClient(new IssuerBounds(true));
  private final Connection connection = TestConnections.to(provider.issuer());
  private final IdTokens idTokens =
      new IdTokens(
          new ProviderSignatures(
              new IssuerKeys(new Discovery(client, Clock.systemUTC()), Clock.systemUTC())),
          Clock.systemUTC());

  @AfterEach
  void stop() throws Exception {
    client.close();
    provider.close();
  }

  private static long in(long seconds) {
    return Clock.systemUTC().instant().getEpochSecond() + seconds;
  }

  /** What is done to the claims of a good token, and the reason for which the result is refused. */
  private record Forgery(String what, String claim, Object value, ReasonCode reason) {}

  private Stream<Forgery> forgeries() {
    String issuer = provider.issuer();
    return Stream.of(
        new Forgery("another issuer", "iss", "https://evil.example", ReasonCode.WRONG_ISSUER),
        new Forgery("a trailing slash", "iss", issuer + "/", ReasonCode.WRONG_ISSUER),
        new Forgery("upper case", "iss", issuer.toUpperCase(Locale.ROOT), ReasonCode.WRONG_ISSUER),
        new Forgery("user info", "iss", issuer.replace("//", "//u@"), ReasonCode.WRONG_ISSUER),
        new Forgery("an issuer list", "iss", List.of(issuer), ReasonCode.WRONG_ISSUER),
        new Forgery("another audience", "aud", "client-2", ReasonCode.WRONG_AUDIENCE),
        new Forgery("audience in capitals", "aud", "CLIENT-1", ReasonCode.WRONG_AUDIENCE),
        new Forgery("more audiences", "aud", List.of("client-1", "api"), ReasonCode.WRONG_AUDIENCE),
        new Forgery(
            "audience twice", "aud", List.of("client-1", "client-1"), ReasonCode.WRONG_AUDIENCE),
        new Forgery(
            "nested audience", "aud", List.of(List.of("client-1")), ReasonCode.WRONG_AUDIENCE),
        new Forgery("no audience at all", "aud", List.of(), ReasonCode.WRONG_AUDIENCE),
        new Forgery("audience in an object", "aud", Map.of("a", 1), ReasonCode.WRONG_AUDIENCE),
        new Forgery("another party", "azp", "client-2", ReasonCode.WRONG_AUTHORIZED_PARTY),
        new Forgery("a party list", "azp", List.of("client-1"), ReasonCode.WRONG_AUTHORIZED_PARTY),
        new Forgery("expired", "exp", in(-61), ReasonCode.EXPIRED),
        new Forgery("expired long ago", "exp", 0, ReasonCode.EXPIRED),
        new Forgery("expiry as text", "exp", "" + in(300), ReasonCode.INVALID_CLAIM),
        new Forgery("expiry without end", "exp", 1e300, ReasonCode.INVALID_CLAIM),
        new Forgery("issued in future", "iat", in(75), ReasonCode.ISSUED_IN_FUTURE),
        new Forgery("issued before time", "iat", -1, ReasonCode.INVALID_CLAIM),
        new Forgery("not valid yet", "nbf", in(75), ReasonCode.ISSUED_IN_FUTURE),
        new Forgery("blank subject", "sub", " ", ReasonCode.INVALID_CLAIM),
        new Forgery("numeric subject", "sub", 7, ReasonCode.INVALID_CLAIM),
        new Forgery("NUL in the subject", "sub", "00u\u0000", ReasonCode.INVALID_CLAIM),
        new Forgery("endless subject", "sub", "u".repeat(256), ReasonCode.INVALID_CLAIM),
        new Forgery("logout token", "events", Map.of("x", 1), ReasonCode.WRONG_TOKEN_TYPE));
  }

  @TestFactory
  Stream<DynamicTest> aTokenWithAForgedClaimIsRefusedForItsReason() {
    return forgeries()
        .map(forgery ->
            DynamicTest.dynamicTest(
                forgery.what(),
                () -> {
                  assertAccepted(provider.token(_ -> {}));
                  assertRefused(
                      provider.token(claims -> claims.put(forgery.claim(), forgery.value())),
                      forgery.reason());
                }));
  }

  @TestFactory
  Stream<DynamicTest> aTokenWithoutAClaimThatMustBeThereIsRefused() {
    Map<String, ReasonCode> reasons =
        Map.of(
            "iss", ReasonCode.WRONG_ISSUER,
            "aud", ReasonCode.WRONG_AUDIENCE,
            "sub", ReasonCode.MISSING_CLAIM,
            "exp", ReasonCode.MISSING_CLAIM,
            "iat", ReasonCode.MISSING_CLAIM);
    return reasons.entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                "without " + entry.getKey(),
                () ->
                    assertRefused(
                        provider.token(claims -> claims.remove(entry.getKey())),
                        entry.getValue())));
  }

  @Test
  void clocksMayDifferByAMinute() {
    assertAccepted(provider.token(claims -> claims.put("exp", in(-50))));
    assertAccepted(provider.token(claims -> claims.put("iat", in(50))));
    assertAccepted(provider.token(claims -> claims.put("iat", in(-5) + 0.75)));
  }

  @Test
  void theOneAudienceMayStandInAListAndThePartyMayBeNamed() {
    assertAccepted(provider.token(claims -> claims.put("aud", List.of("client-1"))));
    assertAccepted(provider.token(claims -> claims.put("azp", "client-1")));
  }

  @Test
  void anUnsignedTokenIsRefused() {
    String payload = Base64URL.encode("{\"alg\":\"none\"}") + "." + body(provider.token(_ -> {}));
    assertRefused(payload + ".", ReasonCode.ALGORITHM_NOT_ALLOWED);
    assertRefused(
        new PlainJWT(new JWTClaimsSet.Builder().build()).serialize(),
        ReasonCode.ALGORITHM_NOT_ALLOWED);
    for (String none : List.of("None", "NONE", "nOnE")) {
      String header = Base64URL.encode("{\"alg\":\"" + none + "\"}").toString();
      assertRefused(
          header + "." + body(provider.token(_ -> {})) + ".AAAA", ReasonCode.ALGORITHM_NOT_ALLOWED);
    }
  }

  @Test
  void thePublicKeyIsNoSharedSecret() throws Exception {
    List<byte[]> secrets =
        List.of(
            provider.key().toPublicKey().getEncoded(),
            provider
                .key()
                .toPublicJWK()
                .toJSONString()
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    for (byte[] secret : secrets) {
      OctetSequenceKey hmac = new OctetSequenceKey.Builder(secret).build();
      for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384)) {
        String forged = signed(provider.header(algorithm), hmac, provider.claims("00u1"));
        assertRefused(forged, ReasonCode.ALGORITHM_NOT_ALLOWED);
      }
    }
  }

  @Test
  void anotherKeyOpensNothing() {
    JWK sameId = newKey(provider.key().getKeyID());
    assertRefused(
        signed(provider.header(RS256), sameId, provider.claims("00u1")),
        ReasonCode.INVALID_SIGNATURE);
    assertRefused(
        signed(new JWSHeader.Builder(RS256), newKey("x"), provider.claims("00u1")),
        ReasonCode.INVALID_SIGNATURE);
    assertRefused(
        signed(new JWSHeader.Builder(RS256).keyID("x"), newKey("x"), provider.claims("00u1")),
        ReasonCode.UNKNOWN_KEY);
    assertAccepted(signed(new JWSHeader.Builder(RS256), provider.key(), provider.claims("00u1")));
  }

  @Test
  void keysThatATokenBringsAlongAreIgnored() {
    JWK own = newKey("mine");
    provider.answers("/canary", com.github.tomakehurst.wiremock.client.WireMock.okJson("{}"));
    URI canary = URI.create(provider.issuer() + "/canary");
    List<JWSHeader.Builder> headers =
        List.of(
            provider.header(RS256).jwkURL(canary),
            provider.header(RS256).x509CertURL(canary),
            provider.header(RS256).jwk(own.toPublicJWK()));
    headers.forEach(header ->
        assertRefused(signed(header, own, provider.claims("00u1")), ReasonCode.INVALID_SIGNATURE));
    assertThat(provider.hitsOf("/canary")).isZero();
  }

  @Test
  void anotherKindOfTokenIsRefused() {
    for (String type : List.of("at+jwt", "logout+jwt", "application/at+jwt", "secevent+jwt")) {
      assertRefused(
          signed(
              provider.header(RS256).type(new JOSEObjectType(type)),
              provider.key(),
              provider.claims("00u1")),
          ReasonCode.WRONG_TOKEN_TYPE);
    }
    assertAccepted(
        signed(
            provider.header(RS256).type(new JOSEObjectType("jwt")),
            provider.key(),
            provider.claims("00u1")));
  }

  @Test
  void unknownCriticalExtensionsAreRefused() {
    JWSHeader.Builder header =
        provider.header(RS256).customParam("x-admin", true).criticalParams(Set.of("x-admin"));
    assertRefused(
        signed(header, provider.key(), provider.claims("00u1")), ReasonCode.MALFORMED_TOKEN);
  }

  @Test
  void everyFlippedBitOfTheSignatureIsNoticed() {
    String good = provider.token(_ -> {});
    int start = good.lastIndexOf('.') + 1;
    for (int at = start; at < good.length() - 1; at += 17) {
      char flipped = good.charAt(at) == 'A' ? 'B' : 'A';
      assertRefused(
          good.substring(0, at) + flipped + good.substring(at + 1), ReasonCode.INVALID_SIGNATURE);
    }
    assertRefused(good.substring(0, start), ReasonCode.MALFORMED_TOKEN);
  }

  @Test
  void aChangedPayloadUnderAGoodSignatureIsRefused() {
    String good = provider.token(_ -> {});
    String other = body(provider.token(claims -> claims.put("sub", "admin")));
    assertRefused(part(good, 0) + "." + other + "." + part(good, 2), ReasonCode.INVALID_SIGNATURE);
  }

  @Test
  void whatIsNoTokenIsRefused() {
    String header = part(provider.token(_ -> {}), 0);
    String nested = Base64URL.encode("{\"a\":" + "[".repeat(20_000)).toString();
    Stream.of(
            List.of("", ".", "..", "a.b.c", "e30.e30.e30", "x".repeat(100), "\u0000"),
            List.of("bnVsbA.e30.AAAA", "a.b.c.d.e", header + ".bnVsbA.AAAA"),
            List.of(nested + ".e30.AAAA", header + "." + nested + ".AAAA", header + ".e30."))
        .flatMap(List::stream)
        .forEach(text ->
            assertThat(reason(text)).as("%.60s", text).isEqualTo(ReasonCode.MALFORMED_TOKEN));
    assertRefused("x".repeat(IssuerBounds.MAX_TOKEN_LENGTH + 1), ReasonCode.MALFORMED_TOKEN);
    assertRefused(
        provider.token(claims -> claims.put("pad", "x".repeat(IssuerBounds.MAX_TOKEN_LENGTH))),
        ReasonCode.MALFORMED_TOKEN);
  }

  @Test
  void everyAllowedAlgorithmWorksWithItsKindOfKeyOnly() throws Exception {
    ECKey p256 = new ECKeyGenerator(Curve.P_256).keyID("p256").generate();
    ECKey p384 = new ECKeyGenerator(Curve.P_384).keyID("p384").generate();
    provider.publishes(provider.key(), p256, p384);
    Map<JWSAlgorithm, JWK> keys = new HashMap<>();
    Stream.of(RS256, RS384, RS512, PS256).forEach(rsa -> keys.put(rsa, provider.key()));
    keys.put(ES256, p256);
    keys.put(ES384, p384);
    keys.forEach((algorithm, key) ->
        assertAccepted(
            signed(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()),
                key,
                provider.claims("00u1"))));
    assertRefused(
        signed(new JWSHeader.Builder(ES256).keyID("p384"), p256, provider.claims("00u1")),
        ReasonCode.INVALID_SIGNATURE);
    assertRefused(
        signed(
            new JWSHeader.Builder(ES256).keyID(provider.key().getKeyID()),
            p256,
            provider.claims("00u1")),
        ReasonCode.UNKNOWN_KEY);
    assertRefused(
        signed(provider.header(JWSAlgorithm.PS512), provider.key(), provider.claims("00u1")),
        ReasonCode.ALGORITHM_NOT_ALLOWED);
  }

  @Test
  void weakAndForeignKeysOfAProviderAreNotUsed() throws Exception {
    JWK weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
    JWK encrypting =
        new RSAKeyGenerator(2048)
            .keyID("enc")
            .keyUse(com.nimbusds.jose.jwk.KeyUse.ENCRYPTION)
            .generate();
    provider.publishes(weak, encrypting);
    assertRefused(provider.token(_ -> {}), ReasonCode.ISSUER_KEYS_UNUSABLE);
  }

  private static String body(String token) {
    return part(token, 1);
  }

  private static String part(String token, int index) {
    return List.of(token.split("\\.", -1)).get(index);
  }

  private @Nullable ReasonCode reason(String token) {
    return idTokens.verify(connection, token) instanceof IdTokenOutcome.Refused refused
        ? refused.reason()
        : null;
  }

  private void assertRefused(String token, ReasonCode reason) {
    assertThat(idTokens.verify(connection, token))
        .isInstanceOfSatisfying(
            IdTokenOutcome.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.explanation()).isNotBlank();
            });
  }

  private void assertAccepted(String token) {
    assertThat(idTokens.verify(connection, token)).isInstanceOf(IdTokenOutcome.Verified.class);
  }
}
