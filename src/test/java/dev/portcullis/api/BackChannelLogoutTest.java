package dev.portcullis.api;

import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import dev.portcullis.signin.NewSession;
import dev.portcullis.signin.OpenSession;
import dev.portcullis.signin.SignedInWorld;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.OpenIdProvider;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The provider says that somebody signed out (OIDC Back-Channel Logout 1.0). */
@OnBothDatabases
class BackChannelLogoutTest {

  private static final Map<String, Object> LOGOUT =
      Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

  private static final OpenIdProvider PROVIDER = new OpenIdProvider();

  private final TestDatabase database;
  private final SignedInWorld world;
  private final String ada;
  private final HttpCaller form;

  BackChannelLogoutTest(TestDatabase database) {
    this.database = database;
    this.world = new SignedInWorld(database, PROVIDER.issuer(), "");
    this.ada = world.pushed("ada");
    this.form = world.server.anybody().with("Content-Type", "application/x-www-form-urlencoded");
  }

  @AfterAll
  static void stop() {
    PROVIDER.close();
  }

  private Map<String, Object> claims() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", PROVIDER.issuer());
    claims.put("aud", OpenIdProvider.CLIENT_ID);
    claims.put("iat", Instant.now().getEpochSecond());
    claims.put("exp", Instant.now().plusSeconds(120).getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("events", LOGOUT);
    claims.put("sub", "00u-ada");
    return claims;
  }

  private String token(Consumer<Map<String, Object>> change) {
    Map<String, Object> claims = claims();
    change.accept(claims);
    return typed("logout+jwt", claims);
  }

  private String typed(String type, Map<String, Object> claims) {
    JWSHeader.Builder header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(PROVIDER.key().getKeyID())
            .type(new JOSEObjectType(type));
    return OpenIdProvider.signed(header, PROVIDER.key(), claims);
  }

  private String path() {
    return "/logout/backchannel/" + world.okta.id();
  }

  private Reply sent(String token) {
    return form.post(path(), "logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
  }

  private void assertAccepted(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Cache-Control")).contains("no-store");
  }

  private void assertRefused(Reply reply, String reason) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.at("/error")).isEqualTo(reason);
    assertThat(reply.at("/error_description")).isNotBlank().doesNotContain("ada");
    assertThat(reply.header("Cache-Control")).contains("no-store");
  }

  @Test
  void aTokenThatNamesAPersonEndsAllOfTheirs() {
    OpenSession one = world.signedIn(ada, "sid-1");
    OpenSession other = world.signedIn(ada, "sid-2");
    OpenSession grace = world.signedIn(world.pushed("grace"), "sid-3");
    String token = world.token(one);
    assertAccepted(sent(token(_ -> {})));
    assertThat(world.stands(one)).isFalse();
    assertThat(world.stands(other)).isFalse();
    assertThat(world.caller(token)).isEmpty();
    assertThat(world.stands(grace)).isTrue();
    assertThat(world.audited("user").getLast())
        .isEqualTo("UPDATE " + ada + " by identity-provider");
  }

  @Test
  void aTokenThatNamesASessionEndsThatOne() {
    OpenSession one = world.signedIn(ada, "sid-1");
    OpenSession other = world.signedIn(ada, "sid-2");
    assertAccepted(sent(token(claims -> claims.put("sid", "sid-1"))));
    assertThat(world.stands(one)).isFalse();
    assertThat(world.stands(other)).isTrue();
    assertAccepted(
        sent(
            token(claims -> {
              claims.remove("sub");
              claims.put("sid", "sid-2");
            })));
    assertThat(world.stands(other)).isFalse();
  }

  @Test
  void aTokenThatNamesAPersonTooEndsNobodyElsesSession() {
    OpenSession grace = world.signedIn(world.pushed("grace"), "sid-3");
    assertAccepted(sent(token(claims -> claims.put("sid", "sid-3"))));
    assertThat(world.stands(grace)).isTrue();
  }

  @Test
  void aSignInOfAnEndedSessionThatIsUnderWayOpensNothing() {
    NewSession underWay =
        new NewSession(world.user(ada), world.connection(), Optional.of("sid-1"), Instant.now());
    assertAccepted(sent(token(claims -> claims.put("sid", "sid-1"))));
    assertThat(world.sessions.open(underWay)).isEmpty();
    assertThat(world.stands(world.signedIn(ada, "sid-2"))).isTrue();
  }

  @Test
  void whoIsNotSignedInOrNotKnownIsSignedOutAlready() {
    assertAccepted(sent(token(_ -> {})));
    assertAccepted(sent(token(claims -> claims.put("sub", "00u-nobody"))));
    assertAccepted(sent(token(claims -> claims.put("sid", "sid-nobody"))));
  }

  @Test
  void aTokenCountsOnce() {
    String token = token(_ -> {});
    assertAccepted(sent(token));
    OpenSession later = world.signedIn(ada);
    assertRefused(sent(token), "replayed");
    assertThat(world.stands(later)).isTrue();
  }

  @Test
  void eachOfTheseIsRefusedAndNobodySignedOut() {
    OpenSession session = world.signedIn(ada, "sid-1");
    long now = Instant.now().getEpochSecond();
    Map<Consumer<Map<String, Object>>, String> bad = new LinkedHashMap<>();
    bad.put(claims -> claims.put("iss", "https://evil.example"), "wrong_issuer");
    bad.put(claims -> claims.put("aud", "client-2"), "wrong_audience");
    bad.put(claims -> claims.put("aud", List.of("client-1", "client-2")), "wrong_audience");
    bad.put(claims -> claims.remove("aud"), "wrong_audience");
    bad.put(claims -> claims.remove("iat"), "missing_claim");
    bad.put(claims -> claims.put("iat", now - 3600), "expired");
    bad.put(claims -> claims.put("iat", now + 3600), "issued_in_future");
    bad.put(claims -> claims.put("nbf", now + 3600), "issued_in_future");
    bad.put(claims -> claims.put("iat", "soon"), "invalid_claim");
    bad.put(claims -> claims.put("exp", now - 3600), "expired");
    bad.put(claims -> claims.remove("jti"), "missing_claim");
    bad.put(claims -> claims.put("jti", ""), "invalid_claim");
    bad.put(claims -> claims.put("jti", "x".repeat(257)), "invalid_claim");
    bad.put(claims -> claims.remove("events"), "wrong_token_type");
    bad.put(claims -> claims.put("events", Map.of("other", Map.of())), "wrong_token_type");
    bad.put(claims -> claims.put("events", List.of("x")), "wrong_token_type");
    bad.put(claims -> claims.put("nonce", "n"), "wrong_token_type");
    bad.put(claims -> claims.remove("sub"), "missing_claim");
    bad.put(claims -> claims.put("sub", 7), "invalid_claim");
    bad.put(claims -> claims.put("sid", 7), "invalid_claim");
    bad.put(claims -> claims.put("sid", "x".repeat(257)), "invalid_claim");
    bad.forEach((change, reason) -> assertRefused(sent(token(change)), reason));
    assertRefused(sent(typed("at+jwt", claims())), "wrong_token_type");
    assertRefused(sent(PROVIDER.token("00u-ada", Map.of())), "wrong_token_type");
    assertRefused(sent("nonsense"), "malformed_token");
    assertRefused(sent("eyJhbGciOiJub25lIn0.e30."), "algorithm_not_allowed");
    assertRefused(
        sent(
            OpenIdProvider.signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(PROVIDER.key().getKeyID()),
                OpenIdProvider.newKey("key-1"),
                claims())),
        "invalid_signature");
    assertThat(world.stands(session)).isTrue();
  }

  @Test
  void theTypeMayBeMissingOrPlain() {
    assertAccepted(sent(PROVIDER.signed(claims())));
    assertAccepted(sent(typed("JWT", claims())));
    assertAccepted(sent(token(claims -> claims.remove("exp"))));
  }

  @Test
  void onlyOneTokenInAFormCounts() {
    String token = token(_ -> {});
    for (String body : List.of("", "other=x", "logout_token=" + token + "&logout_token=" + token)) {
      assertRefused(form.post(path(), body), "invalid_request");
    }
    assertRefused(form.post(path() + "?logout_token=" + token, ""), "invalid_request");
    assertRefused(
        world.server.anybody().post(path(), "{\"logout_token\":\"%s\"}".formatted(token)),
        "invalid_request");
    assertThat(form.get(path()).status()).isEqualTo(405);
    assertAccepted(sent(token));
  }

  @Test
  void aConnectionSpeaksForItsOwnPeopleAlone() {
    OpenSession session = world.signedIn(ada, "sid-1");
    SignedInWorld other = new SignedInWorld(database, PROVIDER.issuer(), "");
    String token = token(claims -> claims.put("sid", "sid-1"));
    assertThat(
            form.post("/logout/backchannel/" + other.okta.id(), "logout_token=" + token).status())
        .isEqualTo(200);
    assertThat(world.stands(session)).isTrue();
    assertAccepted(sent(token));
    assertThat(world.stands(session)).as("the same token at its own connection").isFalse();
  }

  @Test
  void whereNoConnectionIsThereIsNothing() {
    for (String id : List.of(UUID.randomUUID().toString(), "nonsense")) {
      Reply reply = form.post("/logout/backchannel/" + id, "logout_token=x");
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.at("/error")).isEqualTo("not_found");
    }
  }

  @Test
  void aProviderThatDoesNotAnswerIsNoRefusal() {
    try (OpenIdProvider silent = new OpenIdProvider()) {
      silent.discoveryAnswers(serverError());
      String id = world.tenant.connection("silent", silent.issuer(), "").id();
      String token = token(claims -> claims.put("iss", silent.issuer()));
      Reply reply = form.post("/logout/backchannel/" + id, "logout_token=" + token);
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.at("/error")).isEqualTo("issuer_unreachable");
      assertThat(reply.header("Retry-After")).isNotBlank();
    }
  }

  @Test
  void theActivityLogHasWhatTheProviderSent() {
    Reply good = sent(token(_ -> {}));
    Reply forged = sent("nonsense");
    Reply log = world.tenant.admin().get("/v1/activity?kind=LOGOUT");
    assertThat(log.json().get("activity")).hasSize(1);
    assertThat(log.at("/activity/0/traceId")).isEqualTo(good.header("X-Trace-Id"));
    assertThat(log.at("/activity/0/connection")).isEqualTo("okta");
    assertThat(log.text()).doesNotContain("ada").doesNotContain(forged.header("X-Trace-Id"));
  }

  @Test
  void whatIsTooOldToCountIsForgotten() {
    assertAccepted(sent(token(_ -> {})));
    world.ageSpentTokens(Duration.ofHours(2));
    assertAccepted(sent(token(_ -> {})));
    assertThat(world.spentTokens()).isEqualTo(1);
  }

  @Test
  void aConnectionSaysWhereToSendThem() {
    Reply connection = world.tenant.admin().get("/v1/connections/okta");
    assertThat(connection.at("/connection/backChannelLogoutUri"))
        .isEqualTo(world.server.base() + path());
    assertThat(connection.at("/connection/globalTokenRevocationUri"))
        .isEqualTo(world.server.base() + "/global-token-revocation/" + world.okta.id());
  }
}
