package dev.portcullis.signin.browser;

import dev.portcullis.signin.SignOutOutcome;
import dev.portcullis.signin.SignOutRequest;
import dev.portcullis.signin.SignOuts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Where people sign out: by our own form, or sent by their application with a GET, as OIDC
 * RP-Initiated Logout §2 asks. The worst that a stranger's link can do is to sign somebody out.
 */
@Controller
class SignOutController {

  private final SignOuts signOuts;
  private final BrowserSession browser;
  private final Pages pages;

  SignOutController(SignOuts signOuts, BrowserSession browser, Pages pages) {
    this.signOuts = signOuts;
    this.browser = browser;
    this.pages = pages;
  }

  @RequestMapping(
      path = "/logout",
      method = {RequestMethod.GET, RequestMethod.POST})
  void signOut(HttpServletRequest request, HttpServletResponse response)
      throws IOException, HttpRequestMethodNotSupportedException {
    Requests.refuseHead(request);
    SignOutOutcome outcome =
        signOuts.signOut(
            new SignOutRequest(
                browser.current(request),
                Requests.single(request, "client_id"),
                returnTo(request),
                Requests.single(request, "state")));
    switch (outcome) {
      case SignOutOutcome.To(String location) -> {
        browser.end(request);
        Redirects.to(response, location);
      }
      case SignOutOutcome.Page _ -> {
        browser.end(request);
        signedOut(response);
      }
      case SignOutOutcome.Refused(var refusal) -> pages.refuseSignOut(request, response, refusal);
    }
  }

  /** OpenID Connect's name for it, or the one that Port's portal sends. */
  private static Optional<String> returnTo(HttpServletRequest request) {
    return Requests.single(request, "post_logout_redirect_uri")
        .or(() -> Requests.single(request, "returnTo"));
  }

  /** Where the provider sends browsers back to when it has ended its own session. */
  @GetMapping("/logout/return")
  void returned(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<String> location = signOuts.returned(Requests.single(request, "state"));
    if (location.isPresent()) {
      Redirects.to(response, location.get());
    } else if (browser.current(request).isPresent()) {
      // Nobody signed out in this browser: the page of whoever is signed in says so.
      Redirects.to(response, "/");
    } else {
      signedOut(response);
    }
  }

  private void signedOut(HttpServletResponse response) throws IOException {
    pages.write(response, HttpServletResponse.SC_OK, "signed-out", Map.of());
  }
}
