package dev.portcullis.signin.browser;

import static dev.portcullis.signin.browser.SignInWorld.authorize;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.RawHttp;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import dev.portcullis.testing.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sign-ins that must not begin, and where that is told. */
@OnBothDatabases
class RefusedStartsTest {

  private final SignInWorld world;

  RefusedStartsTest(TestDatabase database) {
    this.world = new SignInWorld(database);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private Reply started(String parameter, String value) {
    Map<String, String> asked = world.askedForCode();
    asked.put(parameter, value);
    return world.visitor().get(authorize(asked));
  }

  private static void assertPage(Reply reply, int status, String code) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.header("Location")).isEmpty();
    assertThat(reply.header("Content-Type")).startsWith("text/html");
    assertThat(reply.text()).contains("<code>" + code + "</code>");
  }

  private static void assertTold(Reply reply, String error, String code) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(303);
    assertThat(reply.header("Location")).startsWith(SignInWorld.PORTAL + "?error=" + error + "&");
    assertThat(Visitor.parameters(reply))
        .containsEntry("state", "the portal's own")
        .hasEntrySatisfying("error_description", text -> assertThat(text).startsWith(code + ": "));
  }

  @Test
  void whatIsNobodysEndsOnAPage() {
    assertPage(started("client_id", "nobody"), 400, "unknown_application");
    assertPage(started("connection", "other"), 400, "unknown_connection");
    assertPage(started("redirect_uri", SignInWorld.PORTAL + "/"), 400, "unknown_redirect_uri");
    assertPage(started("redirect_uri", ""), 400, "unknown_redirect_uri");
    assertPage(world.visitor().get("/authorize"), 400, "unknown_connection");
    assertPage(world.visitor().get("/authorize?connection=okta"), 400, "unknown_connection");
    String twice = authorize(world.asked()) + "&redirect_uri=https://evil.example";
    assertPage(world.visitor().get(twice), 400, "invalid_request");
    assertThat(world.provider().hitsOf("/keys")).isZero();
  }

  @Test
  void anotherOrganizationsConnectionIsUnknown() {
    try (SignInWorld other = new SignInWorld(world.database())) {
      assertPage(started("connection", other.connection().id()), 400, "unknown_connection");
    }
  }

  @Test
  void theOtherRegionsApplicationIsToldTheRightOne() {
    String american = world.application("us", "https://portal.us.example/callback");
    Map<String, String> asked = world.asked();
    asked.put("client_id", american);
    asked.put("redirect_uri", "https://portal.us.example/callback");
    Reply page = world.visitor().get(authorize(asked));
    assertPage(page, 400, "wrong_region");
    assertThat(page.text()).contains("<p class=\"card\">`eu` at " + world.server().base());
    Reply mixed = started("redirect_uri", "https://portal.us.example/callback");
    assertPage(mixed, 400, "wrong_region");
    assertThat(mixed.text()).contains("<p class=\"card\">`eu` at " + world.server().base());
  }

  @Test
  void whateverElseIsWrongTheApplicationIsTold() {
    assertTold(
        started("response_type", "id_token"),
        "unsupported_response_type",
        "unsupported_response_type");
    assertTold(
        started("response_type", ""), "unsupported_response_type", "unsupported_response_type");
    assertTold(started("code_challenge", ""), "invalid_request", "pkce_required");
    assertTold(started("code_challenge", "short"), "invalid_request", "pkce_required");
    assertTold(started("code_challenge_method", "plain"), "invalid_request", "pkce_required");
    assertTold(started("code_challenge_method", ""), "invalid_request", "pkce_required");
    assertTold(
        started("iss", world.provider().issuer() + "/"),
        "invalid_request",
        "wrong_initiating_issuer");
    assertTold(
        started("target_link_uri", "https://evil.example"), "invalid_request", "unknown_target");
    assertTold(started("login_hint", "x".repeat(400)), "invalid_request", "invalid_request");
    String twice = authorize(world.asked()) + "&login_hint=a&login_hint=b";
    assertTold(world.visitor().get(twice), "invalid_request", "invalid_request");
  }

  @Test
  void aStateThatCannotBeGivenBackIsRefusedWithoutIt() {
    for (String state : new String[] {"x".repeat(2_001), "line\nbreak", "naïve"}) {
      Reply told = started("state", state);
      assertThat(told.header("Location")).startsWith(SignInWorld.PORTAL + "?error=invalid_request");
      assertThat(Visitor.parameters(told)).doesNotContainKey("state");
    }
  }

  @Test
  void aDisabledConnectionStartsNothing() {
    world.admin().patch("/v1/connections/okta", "{\"enabled\":false}");
    assertTold(started("scope", "openid"), "access_denied", "connection_disabled");
    assertPage(world.visitor().get(world.tile()), 403, "connection_disabled");
    world.admin().delete("/v1/connections/okta");
    assertPage(started("scope", "openid"), 400, "unknown_connection");
    assertPage(world.visitor().get(world.tile()), 400, "unknown_connection");
  }

  @Test
  void aProviderThatCannotBeHadIsAnOutage() {
    world.provider().discoveryAnswers(WireMock.serverError());
    assertTold(started("scope", "openid"), "temporarily_unavailable", "issuer_unreachable");
    assertPage(world.visitor().get(world.tile()), 503, "issuer_unreachable");
  }

  @Test
  void aProviderThatCannotBeTrustedIsRefused() {
    world.provider().discoveryOffersPkce("[\"plain\"]");
    assertTold(started("scope", "openid"), "server_error", "pkce_not_offered");
  }

  @Test
  void aProviderOfAnotherNameIsRefused() {
    world.provider().discoveryNames(world.provider().issuer() + "/");
    assertTold(started("scope", "openid"), "server_error", "issuer_mismatch");
    assertPage(world.visitor().get(world.tile()), 502, "issuer_mismatch");
  }

  @Test
  void aTileIsToldOnAPage() {
    assertPage(
        world.visitor().get(world.tile() + "&iss=https://x.example"),
        400,
        "wrong_initiating_issuer");
    assertPage(
        world.visitor().get(world.tile() + "&target_link_uri=https://evil.example"),
        400,
        "unknown_target");
    String whole =
        world.tile()
            + "&iss="
            + world.provider().issuer()
            + "&login_hint=ann%40acme.example"
            + "&target_link_uri="
            + world.server().base()
            + "/";
    Map<String, String> sent = world.sentToProvider(world.visitor(), whole);
    assertThat(sent).containsEntry("login_hint", "ann@acme.example");
  }

  @Test
  void refusalsAreTakenDownWithoutTheirValues() {
    Reply refused = started("target_link_uri", "https://canary.example");
    Reply log = world.admin().get("/v1/activity?trace=" + refused.header("X-Trace-Id"));
    assertThat(log.at("/activity/0/target")).isEqualTo("/authorize");
    assertThat(log.at("/activity/0/status")).isEqualTo("303");
    assertThat(log.at("/activity/0/detail")).isEqualTo("unknown_target");
    Reply record = world.admin().get("/v1/connections/okta/sign-ins?limit=1");
    assertThat(record.at("/signIns/0/outcome")).isEqualTo("unknown_target");
    assertThat(log.text() + record.text()).doesNotContain("canary");
  }

  @Test
  void nothingOfTheRequestIsRepeatedOnAPage() {
    String script = "%3Cscript%3Ealert(1)%3C/script%3E";
    Reply page = world.visitor().get("/authorize?client_id=" + script + "&connection=" + script);
    assertPage(page, 400, "unknown_application");
    assertThat(page.text()).doesNotContain("script");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void whatCannotBeDecodedIsRefusedOnAPageAndInOAuthsShape() {
    for (String path : List.of("/authorize", "/login/callback", "/logout", "/logout/return")) {
      for (String value : List.of("%zz", "%", "%ff%fe", "%ed%a0%80")) {
        String head =
            "GET %s?state=%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                .formatted(path, value, world.server().base().getAuthority());
        Reply page = RawHttp.send(world.server().base(), head.getBytes(StandardCharsets.US_ASCII));
        assertThat(page.status()).as(path + " " + value).isEqualTo(400);
      }
    }
    Reply token = world.visitor().post("/oauth/token", "grant_type=%zz");
    assertThat(token.status()).isEqualTo(400);
    assertThat(token.at("/error")).isEqualTo("invalid_request");
  }

  @Test
  void anotherMethodIsRefusedOnAPage() {
    for (String path : List.of("/", "/authorize", "/login/callback", "/logout/return")) {
      Reply refused = world.visitor().post(path, "client_id=x");
      assertThat(refused.status()).as(path).isEqualTo(405);
      assertThat(refused.header("Allow")).as(path).contains("GET");
      assertThat(refused.text()).contains("<h1>That did not work</h1>");
    }
    assertThat(world.visitor().get("/oauth/token").status()).isEqualTo(405);
    assertThat(world.visitor().get("/oauth/token").at("/error")).isEqualTo("invalid_request");
  }
}
