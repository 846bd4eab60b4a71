package dev.portcullis.signin.browser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Where people sign out. */
@Controller
class SignOutController {

  private final BrowserSession browser;
  private final Pages pages;

  SignOutController(BrowserSession browser, Pages pages) {
    this.browser = browser;
    this.pages = pages;
  }

  @RequestMapping(
      path = "/logout",
      method = {RequestMethod.GET, RequestMethod.POST})
  void signOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
    browser.end(request);
    pages.write(response, HttpServletResponse.SC_OK, "signed-out", Map.of());
  }
}
