package dev.portcullis.browser;

import static dev.portcullis.browser.Stage.button;
import static dev.portcullis.browser.Stage.heading;
import static dev.portcullis.browser.Stage.teams;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the tile on the provider's dashboard to the right teams, and out again. */
class TileStoriesTest {

  private final Stage stage = new Stage(TestDatabase.H2);

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void theTileMakesAStrangerAUserWithTeams() {
    stage.provider().knows("ann", "team-a", "team-b");
    Page page = stage.browser();
    page.navigate(stage.tile("ann"));
    assertThat(page.url()).isEqualTo(stage.base() + "/");
    assertThat(heading(page)).isEqualTo("Your teams");
    assertThat(teams(page)).containsExactlyInAnyOrder("team-a", "team-b");
    assertThat(page.innerText("main")).contains("ann@acme.example", "Member", "okta");
    assertThat(stage.connection().scim().get("/scim/v2/Users").at("/totalResults")).isEqualTo("1");
    Reply record = stage.admin().get("/v1/connections/okta/sign-ins");
    assertThat(record.at("/signIns/0/outcome")).isEqualTo("accepted");
    assertThat(record.at("/signIns/0/user/created")).isEqualTo("true");
  }

  @Test
  void theNextSignInFollowsAChangedClaim() {
    stage.provider().knows("ann", "team-a", "team-b");
    Page page = stage.browser();
    page.navigate(stage.tile("ann"));
    stage.provider().knows("ann", "team-b", "team-c");
    page.navigate(stage.tile("ann"));
    assertThat(teams(page)).containsExactlyInAnyOrder("team-b", "team-c");
    stage.provider().knows("ann");
    page.navigate(stage.tile("ann"));
    assertThat(teams(page)).isEmpty();
    assertThat(page.innerText("main")).contains("No team yet");
  }

  @Test
  void aChangedFilterIsSeenAtTheNextLookWithoutAnotherSignIn() {
    stage.provider().knows("ann", "team-a", "eng-b");
    Page page = stage.browser();
    page.navigate(stage.tile("ann"));
    assertThat(teams(page)).containsExactlyInAnyOrder("team-a", "eng-b");
    Reply changed =
        stage
            .admin()
            .patch(
                "/v1/connections/okta",
                "{\"groupFilter\":{\"type\":\"STARTS_WITH\",\"value\":\"eng-\"}}");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    page.reload();
    assertThat(teams(page)).containsExactly("eng-b");
  }

  @Test
  void rotatedKeysFailNoSignInNotEvenOneUnderWay() {
    stage.provider().knows("ann", "team-a");
    stage.browser().navigate(stage.tile("ann"));
    Page underWay = stage.browser();
    underWay.navigate(stage.tile(""));
    assertThat(heading(underWay)).isEqualTo("Sign in");
    stage.provider().rotatesKeys();
    underWay.getByLabel("Login").fill("ann");
    button(underWay, "Go").click();
    underWay.waitForURL(stage.base() + "/");
    assertThat(teams(underWay)).containsExactly("team-a");
    Page after = stage.browser();
    after.navigate(stage.tile("ann"));
    assertThat(teams(after)).containsExactly("team-a");
  }

  @Test
  void aThinTokensGroupsAreReadAtUserinfo() {
    try (Stage thin =
        new Stage(TestDatabase.H2, CertifiedProvider.withThinTokens(stage.server().base()))) {
      thin.provider().knows("ann", "team-a");
      Page page = thin.browser();
      page.navigate(thin.tile("ann"));
      assertThat(teams(page)).containsExactly("team-a");
      assertThat(thin.provider().hitsOf("/me")).isEqualTo(1);
      assertThat(thin.admin().get("/v1/connections/okta/sign-ins").at("/signIns/0/claim/source"))
          .isEqualTo("USERINFO");
    }
  }

  @Test
  void anOlderProviderThatDoesNotNameItselfIsWelcome() {
    try (Stage old =
        new Stage(
            TestDatabase.H2, CertifiedProvider.withoutIssuerParameter(stage.server().base()))) {
      old.provider().knows("ann", "team-a");
      Page page = old.browser();
      page.navigate(old.tile("ann"));
      assertThat(teams(page)).containsExactly("team-a");
    }
  }

  @Test
  void whoSignsOutIsOutHereAndAtTheProvider() {
    stage.provider().knows("ann", "team-a");
    Page page = stage.browser();
    page.navigate(stage.tile("ann"));
    button(page, "Sign out").click();
    assertThat(page.url()).startsWith(stage.provider().issuer());
    button(page, "Sign out").click();
    page.waitForURL(stage.base() + "/logout/return*");
    assertThat(heading(page)).isEqualTo("You are signed out");
    assertThat(status(page, stage.base() + "/")).isEqualTo(401);
    page.goBack();
    assertThat(page.innerText("body")).doesNotContain("team-a");
    page.navigate(stage.tile(""));
    assertThat(heading(page)).as("the provider asks again").isEqualTo("Sign in");
  }

  @Test
  void whoSignsOutAtTheProviderIsOutHereToo() {
    String address =
        stage.admin().get("/v1/connections/okta").at("/connection/backChannelLogoutUri");
    stage.provider().tellsOfSignOuts(address);
    stage.provider().knows("ann", "team-a");
    Page page = stage.browser();
    Page elsewhere = stage.browser();
    page.navigate(stage.tile("ann"));
    elsewhere.navigate(stage.tile("ann"));
    page.navigate(stage.provider().issuer() + "/session/end");
    button(page, "Sign out").click();
    page.waitForURL(stage.provider().issuer() + "/session/end/success*");
    assertThat(status(page, stage.base() + "/")).isEqualTo(401);
    assertThat(status(elsewhere, stage.base() + "/")).as("another session of hers").isEqualTo(200);
  }

  @Test
  void aTileOfAnotherIssuerStartsNothing() {
    Page page = stage.browser();
    String tile = stage.base() + "/authorize?connection=" + stage.connection().id();
    assertThat(status(page, tile + "&iss=https%3A%2F%2Fevil.example")).isEqualTo(400);
    assertThat(heading(page)).isEqualTo("Signing in did not work");
    assertThat(stage.provider().hitsOf("/auth")).isZero();
  }

  @Test
  void aStrangerIsShownOutWhereOnlyScimMakesPeople() {
    stage.admin().patch("/v1/connections/okta", "{\"provisioning\":\"scim\"}");
    stage.provider().knows("ann", "team-a");
    Page page = stage.browser();
    assertThat(status(page, stage.tile("ann"))).isEqualTo(403);
    assertThat(page.innerText("main")).contains("user_not_provisioned");
    assertThat(stage.connection().scim().get("/scim/v2/Users").at("/totalResults")).isEqualTo("0");
  }

  @Test
  void anotherConnectionAsksBeforeItReplacesWhoIsSignedIn() {
    try (Stage other = new Stage(TestDatabase.H2)) {
      stage.provider().knows("ann", "team-a");
      other.provider().knows("bob", "team-b");
      Page page = stage.browser();
      page.navigate(stage.tile("ann"));
      page.navigate(other.tile("bob"));
      assertThat(heading(page)).isEqualTo("Sign in as somebody else?");
      page.getByText("Stay signed in").click();
      assertThat(page.innerText("main")).contains("ann@acme.example");
      page.navigate(other.tile("bob"));
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go on")).click();
      page.waitForURL(stage.base() + "/");
      assertThat(page.innerText("main")).contains("bob@acme.example").doesNotContain("ann@");
    }
  }

  private static int status(Page page, String address) {
    Response response = page.navigate(address);
    return response == null ? 0 : response.status();
  }
}
