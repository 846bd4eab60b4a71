package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import dev.portcullis.signin.NewSession;
import dev.portcullis.signin.OpenSession;
import dev.portcullis.signin.SignedInWorld;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.OpenIdProvider;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Okta's Universal Logout (draft-parecki-oauth-global-token-revocation). */
@OnBothDatabases
class GlobalTokenRevocationTest {

  private static final OpenIdProvider PROVIDER = new OpenIdProvider();

  private final SignedInWorld world;
  private final String ada;

  GlobalTokenRevocationTest(TestDatabase database) {
    this.world = new SignedInWorld(database, PROVIDER.issuer(), "");
    this.ada = world.pushed("ada");
  }

  @AfterAll
  static void stop() {
    PROVIDER.close();
  }

  private String path() {
    return "/global-token-revocation/" + world.okta.id();
  }

  private Map<String, Object> claims() {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", PROVIDER.issuer());
    claims.put("sub", OpenIdProvider.CLIENT_ID);
    claims.put("aud", world.server.base() + path());
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("iat", now);
    claims.put("nbf", now - 300);
    claims.put("exp", now + 300);
    return claims;
  }

  private String token(Consumer<Map<String, Object>> change) {
    Map<String, Object> claims = claims();
    change.accept(claims);
    return typed("global-token-revocation+jwt", claims);
  }

  private String typed(String type, Map<String, Object> claims) {
    JWSHeader.Builder header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(PROVIDER.key().getKeyID())
            .type(new JOSEObjectType(type));
    return OpenIdProvider.signed(header, PROVIDER.key(), claims);
  }

  private Reply sent(String token, String body) {
    return world.server.anybody().with("Authorization", "Bearer " + token).post(path(), body);
  }

  private Reply revoked(String body) {
    return sent(token(_ -> {}), body);
  }

  private static String email(String email) {
    return "{\"subject\":{\"format\":\"email\",\"email\":\"%s\"}}".formatted(email);
  }

  private static String issuerSubject(String member, String issuer, String subject) {
    return "{\"%s\":{\"format\":\"iss_sub\",\"iss\":\"%s\",\"sub\":\"%s\"}}"
        .formatted(member, issuer, subject);
  }

  private void assertEndsEverything(String body) {
    OpenSession session = world.signedIn(ada);
    String token = world.token(session);
    NewSession underWay = world.asked(ada);
    Reply reply = revoked(body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(204);
    assertThat(reply.text()).isEmpty();
    assertThat(reply.header("Cache-Control")).contains("no-store");
    assertThat(world.stands(session)).isFalse();
    assertThat(world.caller(token)).isEmpty();
    assertThat(world.sessions.open(underWay)).isEmpty();
  }

  @Test
  void everythingOfThePersonEndsHoweverTheyAreNamed() {
    assertEndsEverything(email("ada@acme.test"));
    assertEndsEverything(email("ADA@ACME.test"));
    assertEndsEverything(issuerSubject("subject", PROVIDER.issuer(), "00u-ada"));
    assertEndsEverything(issuerSubject("sub_id", PROVIDER.issuer(), "00u-ada"));
    assertEndsEverything(issuerSubject("sub_id", world.server.base().toString(), ada));
    assertThat(world.audited("user").getLast())
        .isEqualTo("UPDATE " + ada + " by identity-provider");
  }

  @Test
  void othersStaySignedIn() {
    OpenSession grace = world.signedIn(world.pushed("grace"));
    assertEndsEverything(email("ada@acme.test"));
    assertThat(world.stands(grace)).isTrue();
  }

  @Test
  void nobodyIsFoundThatTheConnectionDoesNotKnow() {
    world.tenant.connection("other", PROVIDER.issuer(), "");
    for (String body :
        List.of(
            email("nobody@acme.test"),
            issuerSubject("subject", PROVIDER.issuer(), "00u-nobody"),
            issuerSubject("subject", world.server.base().toString(), UUID.randomUUID().toString()),
            issuerSubject("subject", world.server.base().toString(), "nonsense"))) {
      Reply reply = revoked(body);
      assertThat(reply.status()).as(body).isEqualTo(404);
      assertThat(reply.at("/error")).isEqualTo("not_found");
    }
  }

  @Test
  void anotherIssuersPeopleAreNotItsOwn() {
    Reply reply = revoked(issuerSubject("subject", "https://other.okta.example", "00u-ada"));
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.at("/error")).isEqualTo("foreign_subject");
  }

  @Test
  void whatCannotBeReadIsABadRequest() {
    for (String body :
        List.of(
            "",
            "nonsense",
            "[]",
            "{}",
            "{\"subject\":\"ada\"}",
            "{\"subject\":{\"format\":\"opaque\",\"id\":\"x\"}}",
            "{\"subject\":{\"format\":\"email\"}}",
            "{\"subject\":{\"format\":\"email\",\"email\":7}}",
            "{\"subject\":{\"format\":\"email\",\"email\":\"a\\u0000b\"}}",
            "{\"subject\":{\"format\":\"iss_sub\",\"sub\":\"00u-ada\"}}",
            email("x".repeat(2000)))) {
      Reply reply = revoked(body);
      assertThat(reply.status()).as(body).isEqualTo(400);
      assertThat(reply.at("/error")).isEqualTo("invalid_request");
    }
  }

  @Test
  void onlyTheProviderMayAsk() {
    OpenSession session = world.signedIn(ada);
    long now = Instant.now().getEpochSecond();
    Map<Consumer<Map<String, Object>>, String> bad = new LinkedHashMap<>();
    bad.put(claims -> claims.put("iss", "https://evil.example"), "wrong_issuer");
    bad.put(claims -> claims.put("aud", OpenIdProvider.CLIENT_ID), "wrong_audience");
    bad.put(claims -> claims.put("aud", "https://other.example" + path()), "wrong_audience");
    bad.put(claims -> claims.remove("exp"), "missing_claim");
    bad.put(claims -> claims.put("exp", now - 3600), "expired");
    bad.put(claims -> claims.put("exp", now + 86_400), "invalid_claim");
    bad.put(claims -> claims.remove("iat"), "missing_claim");
    bad.put(claims -> claims.put("iat", now - 86_400), "expired");
    bad.put(claims -> claims.put("iat", now + 3600), "issued_in_future");
    bad.put(claims -> claims.put("nbf", now + 3600), "issued_in_future");
    bad.put(claims -> claims.remove("jti"), "missing_claim");
    bad.put(claims -> claims.put("events", Map.of()), "wrong_token_type");
    bad.forEach(
        (change, reason) -> assertRefused(sent(token(change), email("ada@acme.test")), reason));
    assertRefused(sent(typed("logout+jwt", claims()), email("ada@acme.test")), "wrong_token_type");
    assertRefused(
        sent(PROVIDER.token("00u-ada", Map.of("jti", "x")), email("ada@acme.test")),
        "wrong_audience");
    assertRefused(sent(world.token(session), email("ada@acme.test")), "wrong_token_type");
    assertRefused(sent("nonsense", email("ada@acme.test")), "malformed_token");
    assertRefused(
        sent(
            OpenIdProvider.signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(PROVIDER.key().getKeyID()),
                OpenIdProvider.newKey("key-1"),
                claims()),
            email("ada@acme.test")),
        "invalid_signature");
    assertRefused(world.server.anybody().post(path(), email("ada@acme.test")), "malformed_token");
    assertThat(world.stands(session)).isTrue();
  }

  private static void assertRefused(Reply reply, String reason) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(401);
    assertThat(reply.at("/error")).isEqualTo(reason);
    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(reply.header("Cache-Control")).contains("no-store");
  }

  @Test
  void aTokenCountsOnce() {
    String token = token(_ -> {});
    assertThat(sent(token, email("ada@acme.test")).status()).isEqualTo(204);
    OpenSession later = world.signedIn(ada);
    assertRefused(sent(token, email("ada@acme.test")), "replayed");
    assertThat(world.stands(later)).isTrue();
  }

  @Test
  void whereNoConnectionIsThereIsNothing() {
    String token = token(_ -> {});
    for (String id : List.of(UUID.randomUUID().toString(), "nonsense")) {
      Reply reply =
          world
              .server
              .anybody()
              .with("Authorization", "Bearer " + token)
              .post("/global-token-revocation/" + id, email("ada@acme.test"));
      assertThat(reply.status()).isEqualTo(404);
    }
  }
}
