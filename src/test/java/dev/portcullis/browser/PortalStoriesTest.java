package dev.portcullis.browser;

import static dev.portcullis.browser.Stage.button;
import static dev.portcullis.browser.Stage.encoded;
import static dev.portcullis.browser.Stage.heading;
import static dev.portcullis.browser.Stage.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dev.portcullis.redirects.RedirectTarget;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a developer portal to its users' access tokens, and out again. */
class PortalStoriesTest {

  private final Stage stage = new Stage(TestDatabase.POSTGRESQL);

  @AfterEach
  void stop() {
    stage.close();
  }

  private HttpCaller person(Page page) {
    return stage.bearer(page.locator("#token").textContent());
  }

  @Test
  void aCodeIsRedeemedByThePortalsOwnPage() {
    stage.provider().knows("ann", "team-a");
    Page page = stage.browser();
    assertThat(stage.signInAtPortal(page, "code", "ann")).isEqualTo("signed in by code");
    Reply me = person(page).get("/scim/v2/Me");
    assertThat(me.at("/externalId")).isEqualTo("00uann");
    page.navigate(stage.base());
    assertThat(Stage.teams(page)).containsExactly("team-a");
  }

  @Test
  void aTokenComesInTheFragment() {
    stage.provider().knows("ann", "team-a");
    Page page = stage.browser();
    assertThat(stage.signInAtPortal(page, "token", "ann")).isEqualTo("signed in by token");
    assertThat(person(page).get("/scim/v2/Me").at("/externalId")).isEqualTo("00uann");
  }

  @Test
  void whoCancelsIsBackAtThePortal() {
    stage.provider().knows("ann", "team-a");
    Page page = stage.browser();
    page.navigate(stage.portalPage("code", ""));
    button(page, "Sign in").click();
    page.getByLabel("Login").fill("cancel");
    button(page, "Go").click();
    assertThat(outcome(page)).startsWith("access_denied provider_refused");
  }

  @Test
  void twoTabsDoNotDisturbEachOther() {
    stage.provider().knows("ann", "team-a");
    Page one = stage.browser();
    Page two = one.context().newPage();
    for (Page page : List.of(one, two)) {
      page.navigate(stage.portalPage("code", ""));
      button(page, "Sign in").click();
      page.getByLabel("Login").waitFor();
    }
    for (Page page : List.of(one, two)) {
      page.getByLabel("Login").fill("ann");
      button(page, "Go").click();
      assertThat(outcome(page)).isEqualTo("signed in by code");
    }
    assertThat(person(one).get("/scim/v2/Me").status()).isEqualTo(200);
    assertThat(person(two).get("/scim/v2/Me").status()).isEqualTo(200);
  }

  @Test
  void goingBackRepeatsNothingAndSignsNobodyOut() {
    stage.provider().knows("ann", "team-a");
    Page page = stage.browser();
    StringBuilder callback = new StringBuilder();
    page.onRequest(request -> {
      if (request.url().startsWith(stage.base() + "/login/callback")) {
        callback.append(request.url());
      }
    });
    stage.signInAtPortal(page, "code", "ann");
    Response again = page.navigate(callback.toString());
    assertThat(again == null ? 0 : again.status()).isEqualTo(400);
    assertThat(page.innerText("main")).contains("unknown_sign_in");
    page.navigate(stage.base());
    assertThat(heading(page)).isEqualTo("Your teams");
  }

  @Test
  void thePortalSignsPeopleOutAndGetsThemBack() {
    stage.provider().knows("ann", "team-a");
    Page page = stage.browser();
    stage.signInAtPortal(page, "code", "ann");
    HttpCaller ann = person(page);
    page.navigate(
        "%s/logout?client_id=%s&state=s1&post_logout_redirect_uri=%s"
            .formatted(stage.base(), stage.clientId(), encoded(stage.portal().origin() + "/bye")));
    button(page, "Sign out").click();
    page.waitForURL(stage.portal().origin() + "/bye?state=s1");
    assertThat(heading(page)).isEqualTo("Goodbye");
    assertThat(ann.get("/scim/v2/Me").status()).isEqualTo(401);
    Response home = page.navigate(stage.base());
    assertThat(home == null ? 0 : home.status()).isEqualTo(401);
  }

  @Test
  void aPageOfSomebodyElseCanNeitherRedeemNorFrame() {
    Page page = stage.browser();
    try (PortalSite other = new PortalSite()) {
      page.navigate(other.origin() + "/bye");
      String redeem =
          "server => fetch(server + '/oauth/token', {method: 'POST', body: new URLSearchParams({})})"
              + ".then(() => 'read', () => 'refused')";
      assertThat(page.evaluate(redeem, stage.base())).isEqualTo("refused");
      page.navigate(stage.portal().origin() + "/bye");
      assertThat(page.evaluate(redeem, stage.base())).isEqualTo("read");
      page.setContent("<iframe src=\"" + stage.base() + "/\"></iframe>");
      page.waitForCondition(
          () -> page.frames().size() == 2 && !page.frames().get(1).url().isEmpty());
      assertThat(page.frames().get(1).content()).doesNotContain("Portcullis");
    }
  }

  @Test
  void theOtherRegionsApplicationIsToldTheRightOne() {
    String us = stage.application("us");
    Page page = stage.browser();
    page.navigate(stage.portalPage("code", "ann").replace(stage.clientId(), us));
    button(page, "Sign in").click();
    page.getByText("wrong_region").waitFor();
    assertThat(page.innerText("main")).startsWith("`eu` at " + stage.base());
    assertThat(page.url()).startsWith(stage.base() + "/authorize");
  }

  @Test
  void chromiumNeverLeavesForAnAddressThatNobodyRegistered() {
    try (PortalSite evil = new PortalSite()) {
      List<RedirectTarget> targets =
          RedirectTarget.all(
              URI.create(stage.portal().origin() + "/cb"), evil.authority("127.0.0.1"));
      Page page = stage.browser();
      for (int i = 0; i < targets.size(); i += 4) {
        RedirectTarget target = targets.get(i);
        String asked =
            "%s/authorize?response_type=token&client_id=%s&connection=okta&redirect_uri="
                .formatted(stage.base(), stage.clientId());
        page.navigate(asked + target.encoded());
        assertThat(page.url()).as(target.toString()).startsWith(stage.base());
        page.navigate(stage.base() + "/logout?post_logout_redirect_uri=" + target.encoded());
        assertThat(page.url()).as(target.toString()).startsWith(stage.base());
      }
      assertThat(evil.hits()).isZero();
    }
  }
}
