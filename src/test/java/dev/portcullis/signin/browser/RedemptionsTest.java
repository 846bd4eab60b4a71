package dev.portcullis.signin.browser;

import static dev.portcullis.signin.browser.SignInWorld.ann;
import static dev.portcullis.signin.browser.SignInWorld.authorize;
import static dev.portcullis.signin.browser.SignInWorld.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import dev.portcullis.testing.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Applications redeem their codes, and others try to. */
@OnBothDatabases
class RedemptionsTest {

  private final SignInWorld world;

  RedemptionsTest(TestDatabase database) {
    this.world = new SignInWorld(database);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private String code() {
    Reply back = world.signsIn(world.visitor(), authorize(world.askedForCode()), ann("team-a"));
    return Visitor.parameter(back, "code");
  }

  private static void assertRefused(Reply reply, int status, String error) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.at("/error")).isEqualTo(error);
    assertThat(reply.at("/error_description")).isNotBlank();
    assertThat(reply.header("Cache-Control")).contains("no-store");
  }

  private Reply redeemed(String code, String parameter, String value) {
    Map<String, String> values = world.redemption(code);
    values.put(parameter, value);
    return world.redeems(values);
  }

  @Test
  void aCodeIsForTheOneWhoAskedForIt() {
    String code = code();
    String other = world.application("eu", "https://other.example/callback");
    assertRefused(redeemed(code, "client_id", other), 400, "invalid_grant");
    assertRefused(redeemed(code, "redirect_uri", "https://portal.example/"), 400, "invalid_grant");
    assertRefused(redeemed(code, "code_verifier", "x".repeat(43)), 400, "invalid_grant");
    assertRefused(redeemed(code, "code_verifier", "short"), 400, "invalid_grant");
    assertRefused(redeemed(code, "code", "none"), 400, "invalid_grant");
    assertRefused(redeemed(code, "client_id", "nobody"), 401, "invalid_client");
    try (SignInWorld foreign = new SignInWorld(world.database())) {
      assertRefused(redeemed(code, "client_id", foreign.clientId()), 400, "invalid_grant");
    }
    assertThat(world.redeems(world.redemption(code)).status()).isEqualTo(200);
  }

  @Test
  void aCodeThatComesTwiceEndsWhatItGave() {
    String code = code();
    String token = world.redeems(world.redemption(code)).at("/access_token");
    assertThat(world.me(token).status()).isEqualTo(200);
    assertRefused(world.redeems(world.redemption(code)), 400, "invalid_grant");
    assertThat(world.me(token).status()).isEqualTo(401);
  }

  @Test
  void ofManyAtOnceOneIsServed() throws Exception {
    Map<String, String> redemption = world.redemption(code());
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> attempts =
          IntStream.range(0, 8)
              .<Callable<Integer>>mapToObj(_ -> () -> world.redeems(redemption).status())
              .toList();
      int served = 0;
      for (Future<Integer> attempt : people.invokeAll(attempts)) {
        served += attempt.get() == 200 ? 1 : 0;
      }
      assertThat(served).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void aCodeOfSomebodyWhoWasDeactivatedSinceIsWorthNothing() {
    String code = code();
    String id =
        world
            .connection()
            .scim()
            .get("/scim/v2/Users?filter=externalId%20eq%20%2200u1%22")
            .at("/Resources/0/id");
    Reply deactivated =
        world
            .connection()
            .scim()
            .patch(
                "/scim/v2/Users/" + id,
                """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "Operations":[{"op":"replace","value":{"active":false}}]}
                """);
    assertThat(deactivated.status()).as(deactivated.text()).isBetween(200, 204);
    assertRefused(world.redeems(world.redemption(code)), 400, "invalid_grant");
  }

  @Test
  void aRequestMustBeWhatRfc6749Says() {
    Map<String, String> good = world.redemption("c");
    for (String name : good.keySet()) {
      Map<String, String> without = world.redemption("c");
      without.remove(name);
      assertRefused(world.redeems(without), 400, "invalid_request");
    }
    assertRefused(redeemed("c", "grant_type", "password"), 400, "unsupported_grant_type");
    HttpCaller caller = world.server().anybody();
    assertRefused(caller.post("/oauth/token", "{}"), 400, "invalid_request");
    HttpCaller forms = caller.with("Content-Type", "application/x-www-form-urlencoded");
    assertRefused(forms.post("/oauth/token", form(good) + "&code=d"), 400, "invalid_request");
    assertRefused(forms.post("/oauth/token?" + form(good), ""), 400, "invalid_request");
    assertRefused(
        forms.with("Authorization", "Basic eDp5").post("/oauth/token", form(good)),
        401,
        "invalid_client");
    assertThat(forms.post("/oauth/token;x=1", form(good)).at("/error"))
        .isEqualTo("invalid_request");
    assertThat(forms.post("/oauth/token", "x".repeat(1_100_000)).status()).isEqualTo(413);
  }

  @Test
  void pagesOfTheApplicationMayRead() {
    HttpCaller forms =
        world.server().anybody().with("Content-Type", "application/x-www-form-urlencoded");
    Reply redeemed =
        forms
            .with("Origin", "https://portal.example")
            .post("/oauth/token", form(world.redemption(code())));
    assertThat(redeemed.status()).isEqualTo(200);
    assertThat(redeemed.header("Access-Control-Allow-Origin")).isEqualTo("https://portal.example");
    assertThat(redeemed.header("Access-Control-Allow-Credentials")).isEmpty();
    Reply unread =
        forms
            .with("Origin", "https://evil.example")
            .post("/oauth/token", form(world.redemption("c")));
    assertThat(unread.header("Access-Control-Allow-Origin")).isEmpty();

    Reply preflight = preflight("/v1/connections", "https://portal.example");
    assertThat(preflight.status()).isEqualTo(200);
    assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Authorization");
    for (String strange :
        List.of(
            "https://evil.example", "https://portal.example.evil.example", "null", "https://")) {
      assertThat(preflight("/v1/connections", strange).header("Access-Control-Allow-Origin"))
          .as(strange)
          .isEmpty();
    }
  }

  private Reply preflight(String path, String origin) {
    return world
        .server()
        .anybody()
        .with("Origin", origin)
        .with("Access-Control-Request-Method", "PATCH")
        .with("Access-Control-Request-Headers", "Authorization")
        .send("OPTIONS", path, BodyPublishers.noBody());
  }
}
