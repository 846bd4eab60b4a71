package dev.portcullis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The API browsed in Chromium, under a policy that allows nothing from elsewhere and inline. */
class ApiBrowserTest {

  private final PortcullisServer server = PortcullisServer.on(TestDatabase.H2);
  private final List<String> complaints = new ArrayList<>();

  private Page opened(BrowserContext profile) {
    Page page = profile.newPage();
    page.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy")) {
        complaints.add(message.text());
      }
    });
    page.navigate(server.base() + "/swagger-ui.html");
    return page;
  }

  @Test
  void whoeverHasCredentialsReadsAndTriesTheApi() {
    try (BrowserContext profile = Chromium.profile()) {
      Page page = opened(profile);
      page.getByLabel("Client id").fill(PortcullisServer.OPERATOR_ID);
      page.getByLabel("Client secret").fill(PortcullisServer.OPERATOR_SECRET);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
      page.getByText("Organizations", new Page.GetByTextOptions().setExact(true)).first().click();
      page.locator("#operations-Organizations-listOrganizations").click();
      assertThat(page.locator("#operations-Organizations-listOrganizations"))
          .containsText("For Admins and API clients.");
      page.getByText("Try it out").click();
      page.getByText("Execute").click();
      assertThat(page.locator(".live-responses-table")).containsText("\"ok\": true");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target/screenshots/api.png")));
      assertThat(complaints).isEmpty();
    }
  }

  @Test
  void whoeverHasNoneIsTold() {
    try (BrowserContext profile = Chromium.profile()) {
      Page page = opened(profile);
      page.getByLabel("Access token").fill("not a token");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("token");
      assertThat(page.locator("#api")).isEmpty();
      assertThat(complaints).isEmpty();
    }
  }

  @Test
  void nothingElseOfSwaggerUiIsServed() {
    for (String path : List.of("/swagger-ui/", "/swagger-ui/index.html", "/swagger-ui/index.css")) {
      assertThat(server.anybody().get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(server.anybody().get("/webjars/swagger-ui/5.31.0/swagger-ui.css").status())
        .isEqualTo(404);
    assertThat(server.anybody().get("/swagger-ui.html").header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
  }
}
