package dev.portcullis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.portcullis.testing.TestDatabase;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many groups somebody has: no cookie, no token and no address grows with them. */
class P18ManyGroupsFitTheBrowserTest {

  private static final int ROOM_OF_A_COOKIE = 4_096;

  private final Stage stage = new Stage(TestDatabase.H2);

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void nineHundredGroupsSignInLikeOne() {
    String[] groups =
        IntStream.range(0, 900)
            .mapToObj("a-group-of-a-rather-long-name-%03d"::formatted)
            .toArray(String[]::new);
    stage.provider().knows("ann", groups);
    Page page = stage.browser();
    assertThat(stage.signInAtPortal(page, "token", "ann")).isEqualTo("signed in by token");
    assertThat(page.locator("#token").textContent()).hasSizeLessThan(ROOM_OF_A_COOKIE / 2);
    page.navigate(stage.base());
    assertThat(Stage.teams(page)).containsExactlyInAnyOrder(groups);
    assertThat(page.context().cookies(stage.base()))
        .allSatisfy(cookie ->
            assertThat((cookie.name + cookie.value).length()).isLessThan(ROOM_OF_A_COOKIE / 2));
    page.navigate(stage.tile("ann"));
    assertThat(page.url()).isEqualTo(stage.base() + "/");
  }

  @Test
  void aLongStateIsBroughtBackWhole() {
    stage.provider().knows("ann", "team-a");
    Page page = stage.browser();
    String state = "s".repeat(2_000);
    page.navigate(
        "%s/authorize?response_type=token&client_id=%s&connection=okta&login_hint=ann&redirect_uri=%s&state=%s"
            .formatted(
                stage.base(),
                stage.clientId(),
                Stage.encoded(stage.portal().origin() + "/cb"),
                state));
    assertThat(Stage.outcome(page)).isEqualTo("not my state");
    assertThat(page.context().cookies(stage.base()))
        .noneMatch(cookie -> cookie.name.contains("sign-in"));
  }
}
