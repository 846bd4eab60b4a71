package dev.portcullis.api;

import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.OpenIdProvider;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class SignInsConversationTest {

  private static final String FILTER =
      ",\"groupFilter\":{\"type\":\"STARTS_WITH\",\"value\":\"eng-\"}";

  private final OpenIdProvider provider = new OpenIdProvider();
  private final PortcullisServer server;
  private final Tenant tenant;
  private final HttpCaller admin;

  SignInsConversationTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.tenant = server.tenant();
    this.admin = tenant.admin();
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private TestConnection connected(String more) {
    String duplicateFree = more.contains("groupFilter") ? more : more + FILTER;
    Reply made =
        admin.post(
            "/v1/connections",
            "{\"name\":\"okta\",\"issuer\":\"%s\",\"clientId\":\"client-1\"%s}"
                .formatted(provider.issuer(), duplicateFree));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    Reply token = admin.post("/v1/connections/okta/scim-tokens", "{}");
    String secret = token.at("/scimToken/token");
    return new TestConnection(
        tenant,
        "okta",
        made.at("/connection/id"),
        secret,
        server
            .anybody()
            .with("Authorization", "Bearer " + secret)
            .with("Content-Type", "application/scim+json"));
  }

  private Reply signIn(String token) {
    return admin.post("/v1/connections/okta/sign-ins", "{\"idToken\":\"" + token + "\"}");
  }

  private static Map<String, Object> ann(String... groups) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("preferred_username", "ann");
    claims.put("email", "Ann@acme.example");
    claims.put("email_verified", true);
    claims.put("given_name", "Ann");
    claims.put("groups", List.of(groups));
    return claims;
  }

  @Test
  void aPersonFirstSeenAtASignInBelongsToTheGroupsThatTheFilterLetsThrough() {
    TestConnection connection = connected("");
    Reply first = signIn(provider.token("00u1", ann("eng-a", "eng-b", "sales")));
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(first.json().at("/signIn/created").booleanValue()).isTrue();
    assertThat(first.at("/signIn/user/email")).isEqualTo("Ann@acme.example");
    assertThat(first.at("/signIn/user/status")).isEqualTo("ACTIVE");
    assertThat(first.at("/signIn/role")).isEqualTo("Member");
    assertThat(first.json().at("/signIn/moderatedBlueprints")).isEmpty();
    assertThat(first.json().at("/signIn/teams/added").toString())
        .isEqualTo("[\"eng-a\",\"eng-b\"]");
    assertThat(first.json().at("/signIn/groups/ignored").toString()).isEqualTo("[\"sales\"]");
    assertThat(first.at("/signIn/claim")).isEqualTo("PRESENT");

    Reply again = signIn(laterToken(1, ann("eng-b", "eng-c")));
    assertThat(again.json().at("/signIn/created").booleanValue()).isFalse();
    assertThat(again.json().at("/signIn/teams/added").toString()).isEqualTo("[\"eng-c\"]");
    assertThat(again.json().at("/signIn/teams/removed").toString()).isEqualTo("[\"eng-a\"]");
    assertThat(again.json().at("/signIn/teams/kept").toString()).isEqualTo("[\"eng-b\"]");
    assertThat(again.at("/signIn/user/id")).isEqualTo(first.at("/signIn/user/id"));
    assertThat(connection.scim().get("/scim/v2/Users").json().at("/totalResults").asInt())
        .isEqualTo(1);
  }

  private String laterToken(int seconds, Map<String, Object> more) {
    more.put("iat", Instant.now().getEpochSecond() + seconds);
    return provider.token("00u1", more);
  }

  @Test
  void anAbsentClaimHoldsAndAnEmptyOneTakesAway() {
    connected("");
    signIn(provider.token("00u1", ann("eng-a")));
    Map<String, Object> without = ann();
    without.remove("groups");
    Reply held = signIn(laterToken(1, without));
    assertThat(held.at("/signIn/claim")).isEqualTo("HELD");
    assertThat(held.json().at("/signIn/teams/kept").toString()).isEqualTo("[\"eng-a\"]");
    assertThat(held.at("/signIn/warnings/0")).contains("no claim `groups`");
    Reply empty = signIn(laterToken(2, ann()));
    assertThat(empty.at("/signIn/claim")).isEqualTo("EMPTY");
    assertThat(empty.json().at("/signIn/teams/removed").toString()).isEqualTo("[\"eng-a\"]");
    Reply stale = signIn(laterToken(-30, ann("eng-a")));
    assertThat(stale.at("/signIn/claim")).isEqualTo("STALE");
    assertThat(stale.json().at("/signIn/teams/added")).isEmpty();
  }

  @Test
  void aDeactivatedPersonIsRefusedWhateverTheTokenSays() {
    TestConnection connection = connected("");
    Reply pushed =
        connection
            .scim()
            .post(
                "/scim/v2/Users",
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                 "userName":"ann","externalId":"00u1","active":true}
                """);
    assertThat(pushed.status()).as(pushed.text()).isEqualTo(201);
    assertThat(signIn(provider.token("00u1", ann())).json().at("/signIn/created").booleanValue())
        .isFalse();
    connection
        .scim()
        .patch(
            "/scim/v2/Users/" + pushed.at("/id"),
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"replace","value":{"active":false}}]}
            """);
    Reply refused = signIn(provider.token("00u1", ann("eng-a")));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.at("/error")).isEqualTo("forbidden");
    assertThat(refused.at("/details/reason")).isEqualTo("user_deactivated");
  }

  @Test
  void whoNobodyHasPushedIsRefusedWhereScimAloneMakesPeople() {
    connected(",\"provisioning\":\"scim\"");
    Reply refused = signIn(provider.token("00u1", ann("eng-a")));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.at("/details/reason")).isEqualTo("user_not_provisioned");
  }

  @Test
  void aDisabledConnectionSignsNobodyIn() {
    connected(",\"enabled\":false");
    Reply refused = signIn(provider.token("00u1", ann("eng-a")));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.at("/details/reason")).isEqualTo("connection_disabled");
    assertThat(provider.keyFetches()).isZero();
  }

  @Test
  void aRefusedTokenChangesNothingAndIsToldWhy() throws Exception {
    TestConnection connection = connected("");
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put(provider.token(claims -> claims.put("aud", "other")), "wrong_audience");
    reasons.put(provider.token(claims -> claims.put("iss", "https://x.example")), "wrong_issuer");
    reasons.put(provider.token(claims -> claims.put("exp", 1)), "expired");
    reasons.put("eyJhbGciOiJub25lIn0.e30.", "algorithm_not_allowed");
    reasons.put(
        OpenIdProvider.signed(
            new JWSHeader.Builder(JWSAlgorithm.HS256),
            new OctetSequenceKey.Builder(provider.key().toPublicKey().getEncoded()).build(),
            provider.claims("00u1")),
        "algorithm_not_allowed");
    reasons.put(
        OpenIdProvider.signed(
            provider.header(JWSAlgorithm.RS256),
            OpenIdProvider.newKey(provider.key().getKeyID()),
            provider.claims("00u1")),
        "invalid_signature");
    reasons.put("garbage", "malformed_token");
    reasons.forEach((token, reason) -> {
      Reply refused = signIn(token);
      assertThat(refused.status()).as(reason).isEqualTo(401);
      assertThat(refused.at("/error")).isEqualTo(reason);
      assertThat(refused.at("/details/reason")).isEqualTo(reason);
      assertThat(refused.at("/message")).isNotBlank().doesNotContain(token);
    });
    assertThat(connection.scim().get("/scim/v2/Users").at("/totalResults")).isEqualTo("0");
    assertThat(connection.scim().get("/scim/v2/Groups").at("/totalResults")).isEqualTo("0");
  }

  @Test
  void anUnreadableRequestIsTold() {
    connected("");
    String path = "/v1/connections/okta/sign-ins";
    assertThat(admin.post(path, "{}").at("/details/field")).isEqualTo("idToken");
    assertThat(admin.post(path, "{\"idToken\":7}").status()).isEqualTo(422);
    assertThat(admin.post(path, "{\"idToken\":\"x\",\"nonce\":\"y\"}").status()).isEqualTo(422);
    assertThat(admin.post(path, "").status()).isEqualTo(422);
    assertThat(server.anybody().post(path, "{\"idToken\":\"x\"}").status()).isEqualTo(401);
    assertThat(admin.post("/v1/connections/none/sign-ins", "{\"idToken\":\"x\"}").status())
        .isEqualTo(404);
  }

  @Test
  void anOutageOfTheProviderAsksToComeAgain() {
    connected("");
    provider.discoveryAnswers(serverError());
    Reply later = signIn(provider.token("00u1", ann("eng-a")));
    assertThat(later.status()).isEqualTo(503);
    assertThat(later.at("/error")).isEqualTo("issuer_unreachable");
    assertThat(later.header("Retry-After")).isNotBlank();
  }

  @Test
  void oddClaimsNeverBreakTheServer() {
    connected("");
    Map<String, Object> odd = ann("eng-a\u0000", "eng-" + "x".repeat(400), "eng-ok");
    odd.put("preferred_username", "ann\u0000");
    odd.put("email", "a".repeat(1_000) + "@x.example");
    odd.put("given_name", List.of("Ann"));
    odd.put("family_name", "\u0000");
    Reply reply = signIn(provider.token("00u1", odd));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.json().at("/signIn/teams/added").toString()).isEqualTo("[\"eng-ok\"]");
    assertThat(reply.json().at("/signIn/warnings")).hasSize(1);
  }

  @Test
  void theActivityLogKnowsEverySignInAndNobodysName() {
    connected("");
    Reply good = signIn(provider.token("00u-canary", ann("eng-a")));
    Reply bad = signIn(provider.token(claims -> claims.put("aud", "canary")));
    Reply log = admin.get("/v1/activity?connection=okta&kind=SIGN_IN");
    assertThat(log.at("/activity/0/traceId")).isEqualTo(bad.header("X-Trace-Id"));
    assertThat(log.at("/activity/0/status")).isEqualTo("401");
    assertThat(log.at("/activity/0/detail")).isEqualTo("wrong_audience");
    assertThat(log.at("/activity/1/traceId")).isEqualTo(good.header("X-Trace-Id"));
    assertThat(log.at("/activity/1/detail")).isEqualTo("PRESENT");
    assertThat(log.at("/activity/1/target")).isEqualTo("/v1/connections/okta/sign-ins");
    assertThat(log.text()).doesNotContain("canary", "acme.example", "ann", "Ann");
    Reply one = admin.get("/v1/activity?trace=" + good.header("X-Trace-Id"));
    assertThat(one.json().at("/activity")).hasSize(1);
    assertThat(admin.get("/v1/activity?from=2100-01-01T00:00:00Z").json().at("/activity"))
        .isEmpty();
    assertThat(admin.get("/v1/activity?from=yesterday").at("/details/field")).isEqualTo("from");
    assertThat(admin.get("/v1/activity?kind=LOGIN").status()).isEqualTo(422);
    assertThat(admin.get("/v1/activity?kind=&trace=&from=").status()).isEqualTo(200);
    assertThat(server.tenant().admin().get("/v1/activity").json().at("/activity")).isEmpty();
  }

  @Test
  void verifyLooksAtEverythingAndSaysWhatToChange() {
    connected("");
    Reply good = admin.post("/v1/connections/okta/verify", "");
    assertThat(good.status()).as(good.text()).isEqualTo(200);
    assertThat(good.json().at("/ok").booleanValue()).as(good.text()).isTrue();
    assertThat(good.json().at("/checks").findValuesAsString("check"))
        .containsExactly(
            "discovery", "issuer", "keys", "code-flow", "pkce", "redirect-uri", "region");
    provider.discoveryNames(provider.issuer() + "/");
    Reply mismatch = admin.post("/v1/connections/okta/verify", "");
    assertThat(mismatch.json().at("/ok").booleanValue()).isFalse();
    assertThat(mismatch.at("/checks/1/ok")).isEqualTo("false");
    assertThat(mismatch.at("/checks/1/fix")).contains("issuer");
    provider.close();
    Reply dead = admin.post("/v1/connections/okta/verify", "");
    assertThat(dead.status()).isEqualTo(200);
    assertThat(dead.at("/checks/0/ok")).isEqualTo("false");
    assertThat(dead.at("/checks/0/fix")).isNotBlank();
    assertThat(dead.json().at("/ok").booleanValue()).isFalse();
  }
}
