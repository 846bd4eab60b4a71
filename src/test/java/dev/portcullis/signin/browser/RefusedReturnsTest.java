package dev.portcullis.signin.browser;

import static com.github.tomakehurst.wiremock.client.WireMock.badRequest;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static dev.portcullis.signin.browser.SignInWorld.ann;
import static dev.portcullis.signin.browser.SignInWorld.authorize;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import dev.portcullis.testing.Visitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers of the provider, or of somebody else, that must let nobody in. */
@OnBothDatabases
class RefusedReturnsTest {

  private final SignInWorld world;
  private final Visitor visitor;

  RefusedReturnsTest(TestDatabase database) {
    this.world = new SignInWorld(database);
    this.visitor = world.visitor();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static void assertTold(Reply reply, String error, String code) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(303);
    assertThat(reply.header("Location")).startsWith(SignInWorld.PORTAL + "?error=" + error + "&");
    assertThat(Visitor.parameters(reply))
        .containsEntry("state", "the portal's own")
        .hasEntrySatisfying("error_description", text -> assertThat(text).startsWith(code + ": "));
  }

  private static void assertNobodys(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.text()).contains("<code>unknown_sign_in</code>");
    assertThat(reply.header("Location")).isEmpty();
  }

  private Map<String, String> sent() {
    return world.sentToProvider(visitor, authorize(world.asked()));
  }

  private Reply claiming(String claim, Object value) {
    Map<String, Object> claims = ann("team-a");
    claims.put(claim, value);
    return world.comesBack(visitor, sent(), claims);
  }

  private Reply tokenAnswering(ResponseDefinitionBuilder answer) {
    Map<String, String> sent = sent();
    world.provider().tokenAnswers(answer);
    return visitor.get("/login/callback?code=c-1&state=" + sent.get("state"));
  }

  @Test
  void theProviderIsAskedAsItMustBe() {
    Map<String, String> sent = sent();
    assertThat(sent)
        .containsEntry("response_type", "code")
        .containsEntry("response_mode", "query")
        .containsEntry("client_id", "client-1")
        .containsEntry("scope", "openid profile email groups")
        .containsEntry("redirect_uri", world.server().base() + "/login/callback")
        .containsEntry("code_challenge_method", "S256");
    assertThat(sent.get("nonce")).hasSizeBetween(32, 64);
    assertThat(sent.get("state")).hasSizeGreaterThan(32).isNotEqualTo(sent.get("nonce"));
    assertThat(world.comesBack(visitor, sent, ann("team-a")).status()).isEqualTo(303);
    String form = world.provider().redemptions().getFirst().getBodyAsString();
    assertThat(form).contains("grant_type=authorization_code", "code=c-1", "client_id=client-1");
    assertThat(form).contains("code_verifier=").doesNotContain("client_secret");
    Map<String, String> next = sent();
    assertThat(next.get("state")).isNotEqualTo(sent.get("state"));
    assertThat(next.get("nonce")).isNotEqualTo(sent.get("nonce"));
    assertThat(next.get("code_challenge")).isNotEqualTo(sent.get("code_challenge"));
  }

  @Test
  void anAnswerComesBackOnceAndToTheBrowserThatAsked() {
    Map<String, String> sent = sent();
    Map<String, String> cookies = new LinkedHashMap<>(visitor.cookies());
    assertNobodys(world.comesBack(world.visitor(), sent, ann("team-a")));
    assertThat(world.comesBack(visitor, sent, ann("team-a")).header("Location"))
        .contains("#access_token=");
    assertNobodys(world.comesBack(visitor, sent, ann("team-a")));
    // Nor with a copy of the cookies as they were.
    Visitor copy = world.visitor();
    copy.cookies().putAll(cookies);
    assertNobodys(world.comesBack(copy, sent, ann("team-a")));
    assertThat(world.provider().redemptions()).hasSize(1);
  }

  @Test
  void ofManyAnswersAtOnceOneCounts() throws Exception {
    Map<String, String> sent = sent();
    Map<String, Object> claims = ann("team-a");
    claims.put("nonce", sent.get("nonce"));
    world.provider().redeems(world.provider().token("00u1", claims));
    try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> answers =
          IntStream.range(0, 8)
              .<Callable<Integer>>mapToObj(_ ->
                  () -> {
                    Visitor copy = world.visitor();
                    copy.cookies().putAll(visitor.cookies());
                    return copy.get("/login/callback?code=c-1&state=" + sent.get("state")).status();
                  })
              .toList();
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : tabs.invokeAll(answers)) {
        statuses.add(answer.get());
      }
      assertThat(statuses).containsOnlyOnce(303).containsOnly(303, 400);
    }
    assertThat(world.provider().redemptions()).hasSize(1);
  }

  @Test
  void twoTabsDoNotDisturbEachOther() {
    Map<String, String> first = sent();
    Map<String, String> second = world.sentToProvider(visitor, authorize(world.askedForCode()));
    assertThat(world.comesBack(visitor, first, ann("team-a")).header("Location"))
        .contains("#access_token=");
    assertThat(world.comesBack(visitor, second, ann("team-a")).header("Location"))
        .contains("?code=");
  }

  @Test
  void oneBrowserHasFiveSignInsUnderWayAtMost() {
    Map<String, String> oldest = sent();
    for (int i = 0; i < 5; i++) {
      sent();
    }
    assertThat(visitor.cookies()).hasSize(5);
    assertNobodys(world.comesBack(visitor, oldest, ann("team-a")));
  }

  @Test
  void cookiesThatWeDidNotMakeAreWorthNothing() {
    Map<String, String> sent = sent();
    visitor.cookies().replaceAll((_, value) -> value.substring(0, value.length() - 6) + "AAAAA=");
    assertNobodys(world.comesBack(visitor, sent, ann("team-a")));
    assertNobodys(visitor.get("/login/callback"));
    assertNobodys(visitor.get("/login/callback?code=c&state="));
    assertNobodys(visitor.get("/login/callback?code=c&state=%F0%9F%92%A5%3B%0A"));
  }

  @Test
  void anAnswerOfAnotherIssuerIsNotTakenForThisOnes() {
    Map<String, String> sent = sent();
    String callback = "/login/callback?code=c-1&state=" + sent.get("state");
    assertTold(
        visitor.get(callback + "&iss=https://other.example"),
        "access_denied",
        "wrong_response_issuer");
    assertThat(world.provider().redemptions()).isEmpty();
  }

  @Test
  void anIssuerThatNamesItselfMustDoSoInEachAnswer() {
    world.provider().discoveryAdds(",\"authorization_response_iss_parameter_supported\":true");
    assertTold(world.comesBack(visitor, sent(), ann()), "access_denied", "wrong_response_issuer");
    Map<String, String> sent = sent();
    Map<String, Object> claims = ann("team-a");
    claims.put("nonce", sent.get("nonce"));
    world.provider().redeems(world.provider().token("00u1", claims));
    Reply good =
        visitor.get(
            "/login/callback?code=c-1&state="
                + sent.get("state")
                + "&iss="
                + world.provider().issuer());
    assertThat(good.header("Location")).contains("#access_token=");
  }

  @Test
  void aRefusalOfTheProviderIsHandedOn() {
    String state = "&state=";
    assertTold(
        visitor.get("/login/callback?error=access_denied" + state + sent().get("state")),
        "access_denied",
        "provider_refused");
    Reply odd =
        visitor.get(
            "/login/callback?error=canary&error_description=canary" + state + sent().get("state"));
    assertTold(odd, "server_error", "provider_failed");
    assertThat(odd.header("Location")).doesNotContain("canary");
    assertTold(
        visitor.get("/login/callback?x=1" + state + sent().get("state")),
        "server_error",
        "provider_failed");
    Map<String, String> tile = world.sentToProvider(visitor, world.tile());
    Reply page = visitor.get("/login/callback?error=access_denied&state=" + tile.get("state"));
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text()).contains("<code>provider_refused</code>");
  }

  @Test
  void aTokenMustBeTheAnswerToThisSignIn() {
    assertTold(claiming("nonce", "another"), "access_denied", "wrong_nonce");
    assertTold(claiming("nonce", List.of()), "access_denied", "wrong_nonce");
    assertTold(claiming("aud", List.of("client-1", "other")), "access_denied", "wrong_audience");
    assertTold(claiming("iss", "https://other.example"), "access_denied", "wrong_issuer");
    assertTold(claiming("azp", "other"), "access_denied", "wrong_authorized_party");
    assertTold(claiming("exp", 1), "access_denied", "expired");
    assertTold(claiming("at_hash", "AAAA"), "access_denied", "wrong_access_token_hash");
    assertThat(claiming("at_hash", "R8PYaIQdcYEdkSc9TeGyiQ").header("Location"))
        .as("the left half of the hash of at-1")
        .contains("#access_token=");
    Reply record = world.admin().get("/v1/connections/okta/sign-ins?limit=20");
    assertThat(record.json().at("/signIns").findValuesAsString("outcome"))
        .startsWith("accepted", "wrong_access_token_hash", "expired")
        .endsWith("wrong_nonce", "wrong_nonce");
  }

  @Test
  void theTokenEndpointIsNotTrusted() {
    assertTold(
        tokenAnswering(badRequest().withBody("{\"error\":\"invalid_grant\"}")),
        "access_denied",
        "code_refused");
    Reply odd = tokenAnswering(badRequest().withBody("{\"error\":\"canary\"}"));
    assertTold(odd, "server_error", "issuer_response_malformed");
    assertThat(odd.header("Location")).doesNotContain("canary");
    assertTold(tokenAnswering(unauthorized()), "access_denied", "code_refused");
    assertTold(tokenAnswering(serverError()), "temporarily_unavailable", "issuer_unreachable");
    assertTold(
        tokenAnswering(temporaryRedirect(world.provider().issuer() + "/elsewhere")),
        "server_error",
        "issuer_redirects");
    assertTold(tokenAnswering(okJson("nonsense")), "server_error", "issuer_response_malformed");
    assertTold(tokenAnswering(okJson("{}")), "server_error", "issuer_response_malformed");
    assertTold(
        tokenAnswering(okJson("{\"access_token\":\"a\",\"token_type\":\"Bearer\"}")),
        "server_error",
        "issuer_response_malformed");
    assertTold(
        tokenAnswering(okJson("{\"access_token\":\"" + "a".repeat(600_000) + "\"}")),
        "server_error",
        "issuer_response_too_large");
  }

  @Test
  void aClaimOfNullIsAsGoodAsNone() {
    world.provider().userinfoAnswers(okJson("{\"sub\":\"00u1\",\"groups\":[\"team-thin\"]}"));
    Map<String, Object> nothing = ann();
    nothing.put("groups", null);
    world.signsIn(visitor, world.tile(), nothing);
    assertThat(visitor.get("/").text()).contains("team-thin");
  }

  @Test
  void thinTokensAreCompletedByUserinfoOfTheSamePerson() {
    world.provider().userinfoAnswers(okJson("{\"sub\":\"00u1\",\"groups\":[\"team-thin\"]}"));
    Map<String, Object> thin = ann();
    thin.remove("groups");
    Reply good = world.signsIn(visitor, world.tile(), thin);
    assertThat(good.status()).isEqualTo(303);
    assertThat(visitor.get("/").text()).contains("team-thin");
    Reply record = world.admin().get("/v1/connections/okta/sign-ins?limit=1");
    assertThat(record.at("/signIns/0/claim/source")).isEqualTo("USERINFO");
    world.provider().userinfoAnswers(okJson("{\"sub\":\"00u2\",\"groups\":[\"team-b\"]}"));
    assertTold(world.comesBack(visitor, sent(), thin), "access_denied", "wrong_userinfo_subject");
    world.provider().userinfoAnswers(jsonResponse("{}", 503));
    assertTold(
        world.comesBack(visitor, sent(), thin), "temporarily_unavailable", "issuer_unreachable");
  }

  @Test
  void aDisabledOrChangedConnectionEndsWhatIsUnderWay() {
    Map<String, String> beforeDisabling = sent();
    world.admin().patch("/v1/connections/okta", "{\"enabled\":false}");
    assertTold(
        world.comesBack(visitor, beforeDisabling, ann()), "access_denied", "connection_disabled");
    world.admin().patch("/v1/connections/okta", "{\"enabled\":true}");
    Map<String, String> beforeChange = sent();
    world.admin().patch("/v1/connections/okta", "{\"clientId\":\"client-2\"}");
    assertTold(
        world.comesBack(visitor, beforeChange, ann()), "access_denied", "connection_changed");
    assertThat(world.provider().redemptions()).isEmpty();
  }

  @Test
  void anAddressThatWasTakenBackIsNotReturnedTo() {
    Map<String, String> sent = sent();
    world
        .admin()
        .patch(
            "/v1/applications/" + world.clientId(),
            "{\"redirectUris\":[\"https://portal.example/other\"]}");
    Reply page = world.comesBack(visitor, sent, ann("team-a"));
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.text()).contains("<code>unknown_redirect_uri</code>");
    assertThat(world.provider().redemptions()).isEmpty();
  }

  @Test
  void refusedPeopleAreToldSo() {
    Reply pushed =
        world
            .connection()
            .scim()
            .post(
                "/scim/v2/Users",
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"ann",
                 "externalId":"00u1","active":false}
                """);
    assertThat(pushed.status()).isEqualTo(201);
    assertTold(
        world.comesBack(visitor, sent(), ann("team-a")), "access_denied", "user_deactivated");
    Reply page = world.signsIn(visitor, world.tile(), ann("team-a"));
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text()).contains("<code>user_deactivated</code>");
    assertThat(visitor.get("/").status()).isEqualTo(401);
  }

  @Test
  void aClientWithASecretProvesIt() {
    world.admin().patch("/v1/connections/okta", "{\"clientSecret\":\"s3cret & more\"}");
    world.comesBack(visitor, sent(), ann("team-a"));
    assertThat(world.provider().redemptions().getLast().getHeader("Authorization"))
        .startsWith("Basic ");
    world
        .provider()
        .discoveryAdds(",\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"]");
    world.admin().patch("/v1/connections/okta", "{\"groupsClaim\":\"groups\"}");
    world.comesBack(visitor, sent(), ann("team-a"));
    assertThat(world.provider().redemptions().getLast().getHeader("Authorization")).isNull();
    assertThat(world.provider().redemptions().getLast().getBodyAsString())
        .contains("client_secret=s3cret");
    // Another issuer never gets the secret of this one.
    Reply moved =
        world
            .admin()
            .patch("/v1/connections/okta", "{\"issuer\":\"" + world.provider().issuer() + "/x\"}");
    assertThat(moved.json().at("/connection/hasClientSecret").asBoolean(false)).isFalse();
  }
}
