package dev.portcullis.signin.browser;

import dev.portcullis.signin.BrowserRefused;
import dev.portcullis.signin.FinishOutcome;
import dev.portcullis.signin.ProviderResponse;
import dev.portcullis.signin.SignInReturns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the provider sends browsers back to. */
@Controller
class CallbackController {

  private final SignInReturns returns;
  private final SignInCookies cookies;
  private final BrowserSession browser;
  private final Pages pages;

  CallbackController(
      SignInReturns returns, SignInCookies cookies, BrowserSession browser, Pages pages) {
    this.returns = returns;
    this.cookies = cookies;
    this.browser = browser;
    this.pages = pages;
  }

  @GetMapping("/login/callback")
  void finish(HttpServletRequest request, HttpServletResponse response)
      throws IOException, HttpRequestMethodNotSupportedException {
    Requests.refuseHead(request);
    Optional<String> state = Requests.single(request, "state");
    FinishOutcome outcome =
        returns.finish(
            new ProviderResponse(
                state.flatMap(known -> cookies.of(request, known)),
                state,
                Requests.single(request, "code"),
                Requests.single(request, "error"),
                Requests.single(request, "iss"),
                browser.current(request),
                Requests.traceId(request)));
    state.ifPresent(known -> cookies.forget(response, known));
    switch (outcome) {
      case FinishOutcome.SignedIn(var session, String location) -> {
        browser.begin(request, session);
        Redirects.to(response, location);
      }
      case BrowserRefused refused -> Redirects.refused(pages, request, response, refused);
    }
  }
}
