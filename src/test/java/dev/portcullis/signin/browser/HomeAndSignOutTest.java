package dev.portcullis.signin.browser;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.portcullis.signin.browser.SignInWorld.ann;
import static dev.portcullis.signin.browser.SignInWorld.authorize;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import dev.portcullis.testing.Visitor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people who are signed in see, and how that ends. */
@OnBothDatabases
class HomeAndSignOutTest {

  private static final Pattern FORM_SECRET = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private static final Pattern GO_ON = Pattern.compile("class=\"button\" href=\"([^\"]+)\"");

  private final SignInWorld world;
  private final Visitor visitor;

  HomeAndSignOutTest(TestDatabase database) {
    this.world = new SignInWorld(database);
    this.visitor = world.visitor();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static String first(Pattern pattern, Reply page) {
    Matcher matcher = pattern.matcher(page.text());
    assertThat(matcher.find()).as(page.text()).isTrue();
    return matcher.group(1).replace("&amp;", "&");
  }

  private void signsIn(String... groups) {
    assertThat(world.signsIn(visitor, world.tile(), ann(groups)).status()).isEqualTo(303);
  }

  private String sessionCookie() {
    return visitor.cookies().getOrDefault("portcullis-session", "");
  }

  @Test
  void withoutASessionTheRootSaysHowToSignIn() {
    Reply page = visitor.get("/");
    assertThat(page.status()).isEqualTo(401);
    assertThat(page.text()).contains("You are not signed in");
    assertThat(visitor.cookies()).isEmpty();
    visitor.cookies().put("portcullis-session", "bm9uc2Vuc2U");
    assertThat(visitor.get("/").status()).isEqualTo(401);
    Reply style = visitor.get("/style.css");
    assertThat(style.status()).isEqualTo(200);
    assertThat(style.header("Content-Type")).startsWith("text/css");
  }

  @Test
  void whoAsksForTheHeadOfAnAnswerSignsNobodyOut() {
    signsIn("team-a");
    assertThat(visitor.head("/logout").status()).isEqualTo(405);
    assertThat(visitor.head("/login/callback?state=x").status()).isEqualTo(405);
    assertThat(visitor.get("/").status()).isEqualTo(200);
  }

  @Test
  void whoIsSignedInIsNotToldThatTheySignedOut() {
    signsIn("team-a");
    Reply back = visitor.get("/logout/return?state=forged");
    assertThat(back.status()).isEqualTo(303);
    assertThat(back.header("Location")).isEqualTo("/");
  }

  @Test
  void theRootSaysWhyAndWhyNot() {
    world
        .admin()
        .patch(
            "/v1/connections/okta",
            """
            {"groupFilter":{"type":"MATCHES_REGEX","value":"team-.*"}}
            """);
    signsIn("team-a", "team-gone", "everyone");
    TestConnection okta = world.connection();
    Reply user = okta.scim().get("/scim/v2/Users?filter=externalId%20eq%20%2200u1%22");
    String id = user.at("/Resources/0/id");
    Reply group =
        okta.scim()
            .post(
                "/scim/v2/Groups",
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
                 "displayName":"team-gone","members":[{"value":"%s"}]}
                """
                    .formatted(id));
    assertThat(group.status()).as(group.text()).isEqualTo(201);
    okta.scim()
        .patch(
            "/scim/v2/Groups/" + group.at("/id"),
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"remove","path":"members[value eq \\"%s\\"]"}]}
            """
                .formatted(id));
    world
        .admin()
        .post(
            "/v1/group-rules",
            """
            {"identifier":"a","title":"Team A administers","connections":["okta"],
             "groups":{"type":"EQUALS","value":"team-a"},"grant":{"role":"Admin"}}
            """);
    String page = visitor.get("/").text();
    assertThat(page).contains("ann@acme.example").contains("<span class=\"name\">Admin</span>");
    assertThat(page).contains("Group rule “Team A administers” gives it to “team-a”");
    String mine = page.substring(page.indexOf("You belong to"), page.indexOf("You do not belong"));
    String not = page.substring(page.indexOf("You do not belong"));
    assertThat(mine)
        .contains("<div class=\"name\">team-a</div>")
        .contains("You signed in as a member of “team-a”.")
        .doesNotContain("team-gone", "everyone");
    assertThat(not)
        .containsSubsequence("everyone", "the filter of this connection leaves it out")
        .containsSubsequence("team-gone", "Your identity provider took you out");
  }

  @Test
  void aHeldClaimIsExplained() {
    signsIn("team-a");
    Map<String, Object> without = ann();
    without.remove("groups");
    world.provider().userinfoAnswers(okJson("{\"sub\":\"00u1\"}"));
    assertThat(world.signsIn(visitor, world.tile(), without).status()).isEqualTo(303);
    assertThat(visitor.get("/").text())
        .contains("Your newest sign-in changed none of your teams")
        .contains("team-a");
  }

  @Test
  void namesFromOutsideAreText() {
    signsIn("<b onmouseover=alert(1)>", "${7*7}", "__${7*7}__");
    String page = visitor.get("/").text();
    assertThat(page).contains("&lt;b onmouseover=alert(1)&gt;").doesNotContain("<b on");
    assertThat(page).contains(">${7*7}<").doesNotContain(">49<").doesNotContain("“49”");
  }

  @Test
  void signingInGivesTheBrowserANewSession() {
    signsIn("team-a");
    String first = sessionCookie();
    signsIn("team-a");
    assertThat(sessionCookie()).isNotEqualTo(first);
    Visitor thief = world.visitor();
    thief.cookies().put("portcullis-session", first);
    assertThat(thief.get("/").status()).isEqualTo(401);
    assertThat(visitor.get("/").status()).isEqualTo(200);
  }

  @Test
  void anotherSignInOfTheSamePersonLeavesTheirPortalsAlone() {
    String token =
        Visitor.parameter(
            world.signsIn(visitor, authorize(world.asked()), ann("team-a")), "access_token");
    signsIn("team-a");
    assertThat(world.me(token).status()).isEqualTo(200);
    visitor.get("/logout");
    assertThat(world.me(token).status()).isEqualTo(401);
  }

  @Test
  void aDeactivatedPersonIsOutAtTheNextRequest() {
    signsIn("team-a");
    TestConnection okta = world.connection();
    String id =
        okta.scim().get("/scim/v2/Users?filter=externalId%20eq%20%2200u1%22").at("/Resources/0/id");
    okta.scim()
        .patch(
            "/scim/v2/Users/" + id,
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"replace","value":{"active":false}}]}
            """);
    assertThat(visitor.get("/").status()).isEqualTo(401);
  }

  @Test
  void theButtonNeedsItsSecret() {
    signsIn("team-a");
    assertThat(visitor.post("/logout", "").status()).isEqualTo(403);
    assertThat(visitor.post("/logout", "csrf=guess").status()).isEqualTo(403);
    Reply home = visitor.get("/");
    assertThat(home.status()).isEqualTo(200);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("csrf", first(FORM_SECRET, home));
    Reply out = visitor.post("/logout", SignInWorld.form(form));
    assertThat(out.status()).isEqualTo(200);
    assertThat(out.text()).contains("You are signed out");
    assertThat(visitor.get("/").status()).isEqualTo(401);
  }

  @Test
  void signingOutLeadsThroughTheProviderBackToARegisteredAddress() {
    world
        .provider()
        .discoveryAdds(",\"end_session_endpoint\":\"" + world.provider().issuer() + "/logout\"");
    signsIn("team-a");
    String address =
        "/logout?client_id="
            + world.clientId()
            + "&post_logout_redirect_uri=https%3A%2F%2Fportal.example%2Fbye&state=s+1";
    Reply refused = visitor.get(address.replace("bye", "other"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text())
        .contains("<code>unknown_redirect_uri</code>", "<h1>You are not signed out</h1>");
    assertThat(visitor.get("/").status()).as("still signed in").isEqualTo(200);

    Reply out = visitor.get(address);
    assertThat(out.status()).isEqualTo(303);
    assertThat(out.header("Location")).startsWith(world.provider().issuer() + "/logout?");
    Map<String, String> sent = Visitor.parameters(out);
    assertThat(sent.get("id_token_hint")).startsWith("ey");
    assertThat(sent).containsEntry("client_id", "client-1");
    assertThat(sent)
        .containsEntry("post_logout_redirect_uri", world.server().base() + "/logout/return");
    assertThat(visitor.get("/").status()).isEqualTo(401);

    Map<String, String> state = Map.of("state", sent.get("state"));
    Reply back = visitor.get("/logout/return?" + SignInWorld.form(state));
    assertThat(back.header("Location")).isEqualTo("https://portal.example/bye?state=s%201");
    assertThat(visitor.get("/logout/return?state=forged").status()).isEqualTo(200);
    assertThat(visitor.get(address).header("Location"))
        .as("nobody is signed in")
        .isEqualTo("https://portal.example/bye?state=s%201");
  }

  @Test
  void aProviderWithoutSignOutKeepsItsSession() {
    signsIn("team-a");
    assertThat(visitor.get("/logout").text()).contains("You are signed out");
    assertThat(visitor.get("/").status()).isEqualTo(401);
  }

  @Test
  void nobodyIsMadeSomebodyElseUnasked() {
    signsIn("team-a");
    try (SignInWorld other = new SignInWorld(world.database())) {
      Reply question = visitor.get(other.tile());
      assertThat(question.status()).isEqualTo(200);
      assertThat(question.text()).contains("You are signed in here already");
      assertThat(visitor.get("/").status()).isEqualTo(200);
      String link = first(GO_ON, question);
      Visitor stranger = world.visitor();
      assertThat(other.signsIn(stranger, other.tile(), ann("team-z")).status()).isEqualTo(303);
      assertThat(stranger.get(link.replace("/authorize?", "/authorize?x=1&")).status())
          .isEqualTo(303);
      assertThat(visitor.get(other.tile() + "&consent=forged").status()).isEqualTo(200);
      Reply back = other.signsIn(visitor, link, ann("team-z"));
      assertThat(back.status()).isEqualTo(303);
      assertThat(visitor.get("/").text()).contains("team-z").doesNotContain("team-a");
    }
  }

  @Test
  void aSignInThatWasUnderWayDoesNotPushSomebodyOut() {
    try (SignInWorld other = new SignInWorld(world.database())) {
      Map<String, String> sent = other.sentToProvider(visitor, other.tile());
      signsIn("team-a");
      Reply refused = other.comesBack(visitor, sent, ann("team-z"));
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.text()).contains("<code>another_session</code>");
      assertThat(visitor.get("/").text()).contains("team-a");
    }
  }

  @Test
  void cookiesAreKeptFromScripts() {
    Reply started = visitor.get(world.tile());
    assertThat(started.header("Set-Cookie"))
        .startsWith("portcullis-sign-in-")
        .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600");
    signsIn("team-a");
    assertThat(visitor.cookies()).containsKey("portcullis-session");
  }
}
