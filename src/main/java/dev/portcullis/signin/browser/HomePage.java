package dev.portcullis.signin.browser;

import dev.portcullis.signin.OwnAccess;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the person who is signed in belongs to, and why. */
@Controller
class HomePage {

  private final BrowserSession browser;
  private final OwnAccess ownAccess;
  private final Pages pages;

  HomePage(BrowserSession browser, OwnAccess ownAccess, Pages pages) {
    this.browser = browser;
    this.ownAccess = ownAccess;
    this.pages = pages;
  }

  @GetMapping("/")
  void show(HttpServletRequest request, HttpServletResponse response, CsrfToken csrf)
      throws IOException {
    Optional<OwnAccess.Account> account = browser.current(request).flatMap(ownAccess::of);
    if (account.isPresent()) {
      pages.write(
          response,
          HttpServletResponse.SC_OK,
          "home",
          Map.of("home", HomeModel.of(account.get()), "csrf", csrf.getToken()));
      return;
    }
    // A session that is over will not stand again.
    browser.end(request);
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Session");
    pages.write(response, HttpServletResponse.SC_UNAUTHORIZED, "welcome", Map.of());
  }
}
