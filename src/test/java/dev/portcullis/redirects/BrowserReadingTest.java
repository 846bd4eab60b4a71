package dev.portcullis.redirects;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.portcullis.browser.Chromium;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What may be registered means the same place to a browser as to us. */
class BrowserReadingTest {

  private static final String READING =
      "text => { const url = new URL(text, 'https://elsewhere.example/');"
          + " return url.protocol + '//' + url.hostname; }";

  @Test
  void aBrowserGoesWhereTheRegisteredTextSays() {
    List<RedirectTarget> sound =
        RedirectTarget.all(URI.create("https://portal.example/cb"), "evil.example").stream()
            .filter(RedirectTarget::sound)
            .filter(target -> !target.text().contains("[::ffff:"))
            .toList();
    assertThat(sound).hasSizeGreaterThan(40);
    try (BrowserContext profile = Chromium.profile()) {
      Page page = profile.newPage();
      assertThat(sound)
          .allSatisfy(target -> {
            URI uri = URI.create(target.text());
            String ours = uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT);
            assertThat(page.evaluate(READING, target.text())).isEqualTo(ours);
          });
    }
  }
}
