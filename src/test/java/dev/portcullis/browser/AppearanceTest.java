package dev.portcullis.browser;

import static dev.portcullis.browser.Stage.button;
import static dev.portcullis.browser.Stage.heading;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.portcullis.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Our own pages on a phone, in the dark, and under the fingers of somebody without a mouse. */
class AppearanceTest {

  /** For whoever wants to look; not kept. */
  private static final Path PICTURES = Path.of("target/screenshots");

  private static final double READABLE = 4.5;

  /** The least contrast between a text and what lies behind it (WCAG 2.2, 1.4.3). */
  private static final String LEAST_CONTRAST =
      """
      () => {
        const parts = color => color.match(/[\\d.]+/g).map(Number);
        const light = color => {
          const [r, g, b] = parts(color).map(c => c / 255)
            .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const behind = element => {
          for (let e = element; e; e = e.parentElement) {
            const color = getComputedStyle(e).backgroundColor;
            if ((parts(color)[3] ?? 1) > 0) return color;
          }
          return 'rgb(255, 255, 255)';
        };
        const texts = [...document.querySelectorAll('body *')]
          .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()));
        return Math.min(...texts.map(e => {
          const [a, b] = [light(getComputedStyle(e).color), light(behind(e))].sort((x, y) => x - y);
          return (b + 0.05) / (a + 0.05);
        }));
      }
      """;

  private final Stage stage = new Stage(TestDatabase.H2);

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void everyPageFitsAPhoneAndCanBeReadByDayAndByNight() {
    stage
        .provider()
        .knows(
            "ann",
            "team-a",
            "a team with a name of many words that nobody would ever give to one but that fits",
            "w".repeat(200));
    look("day", Chromium.phone());
    look("night", Chromium.dark());
  }

  private void look(String light, BrowserContext profile) {
    Page page = stage.browser(profile);
    page.navigate(stage.base());
    assertGood(page, light, "welcome");
    page.navigate(stage.base() + "/login/callback?state=x");
    assertGood(page, light, "refused");
    page.navigate(stage.tile("ann"));
    assertGood(page, light, "home");
    try (Stage other = new Stage(TestDatabase.H2)) {
      page.navigate(other.tile("ann"));
      assertGood(page, light, "another");
    }
    page.navigate(stage.base() + "/logout/return");
    assertGood(page, light, "signed-out");
  }

  private static void assertGood(Page page, String light, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(PICTURES.resolve(name + "-" + light + ".png")));
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s fits at %s", name, light)
        .isEqualTo(true);
    assertThat(((Number) page.evaluate(LEAST_CONTRAST)).doubleValue())
        .as("contrast of %s at %s", name, light)
        .isGreaterThanOrEqualTo(READABLE);
    assertThat(page.title()).isNotBlank();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    assertThat(page.locator("h1").count()).isEqualTo(1);
  }

  @Test
  void nobodyNeedsAMouse() {
    stage.provider().knows("ann", "team-a");
    Page page = stage.browser();
    page.navigate(stage.tile(""));
    page.keyboard().type("ann");
    page.keyboard().press("Enter");
    page.waitForURL(stage.base() + "/");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Sign out");
    assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
        .as("the focus is seen")
        .isEqualTo("solid");
    page.keyboard().press("Enter");
    button(page, "Sign out").waitFor();
    page.waitForURL(stage.provider().issuer() + "/**");
    page.keyboard().press("Enter");
    page.waitForURL(stage.base() + "/logout/return*");
    assertThat(heading(page)).isEqualTo("You are signed out");
  }

  @Test
  void ourPagesNeedNoScriptAndAskNobodyElse() {
    stage.provider().knows("ann", "team-a");
    Page page = stage.browser();
    List<String> asked = new java.util.ArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    page.navigate(stage.tile("ann"));
    page.navigate(stage.base() + "/login/callback");
    assertThat(asked)
        .allMatch(url -> url.startsWith(stage.base()) || url.startsWith(stage.provider().issuer()));
    assertThat(page.locator("script").count()).isZero();
    assertThat(Map.of("style", page.locator("[style]").count())).containsEntry("style", 0);
  }
}
