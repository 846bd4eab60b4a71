package dev.portcullis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.portcullis.testing.TestDatabase;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Okta stops at 100 groups without saying so; the person is told that nothing was taken away. */
class P19CutOffClaimInTheBrowserTest {

  private final Stage stage = new Stage(TestDatabase.POSTGRESQL);

  @AfterEach
  void stop() {
    stage.close();
  }

  private static String[] teams(int count) {
    return IntStream.range(0, count).mapToObj(i -> "team-" + i).toArray(String[]::new);
  }

  @Test
  void aHundredGroupsTakeNothingAway() {
    stage.provider().knows("ann", "team-x");
    Page page = stage.browser();
    page.navigate(stage.tile("ann"));
    stage.provider().knows("ann", teams(100));
    page.navigate(stage.tile("ann"));
    assertThat(Stage.teams(page)).hasSize(101).contains("team-x", "team-0", "team-99");
    assertThat(page.innerText("section[aria-label=Notice]")).contains("100");
    stage.provider().knows("ann", teams(99));
    page.navigate(stage.tile("ann"));
    assertThat(Stage.teams(page)).hasSize(99).doesNotContain("team-x");
  }

  /** P2: a claim that is missing is not an empty one. */
  @Test
  void p02AMissingClaimChangesNothingAndIsToldToThePerson() {
    stage.admin().patch("/v1/connections/okta", "{\"absentClaim\":\"HOLD\"}");
    stage.provider().knows("ann", "team-a");
    Page page = stage.browser();
    page.navigate(stage.tile("ann"));
    stage.provider().knows("ann", Map.of());
    page.navigate(stage.tile("ann"));
    assertThat(Stage.teams(page)).containsExactly("team-a");
    assertThat(page.innerText("section[aria-label=Notice]"))
        .contains("Your teams stay as they were");
  }
}
