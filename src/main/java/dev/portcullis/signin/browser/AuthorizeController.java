package dev.portcullis.signin.browser;

import dev.portcullis.signin.BrowserRefused;
import dev.portcullis.signin.SignInRequest;
import dev.portcullis.signin.SignInStarts;
import dev.portcullis.signin.StartOutcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a sign-in starts: Port's direct URL, and what a tile opens. */
@Controller
class AuthorizeController {

  private static final Pattern FORMER_CONSENT =
      Pattern.compile("(?<=^|&)" + SignInRequest.CONSENT + "=[^&]*&?");

  private final SignInStarts starts;
  private final SignInCookies cookies;
  private final BrowserSession browser;
  private final Pages pages;

  AuthorizeController(
      SignInStarts starts, SignInCookies cookies, BrowserSession browser, Pages pages) {
    this.starts = starts;
    this.cookies = cookies;
    this.browser = browser;
    this.pages = pages;
  }

  @GetMapping("/authorize")
  void start(HttpServletRequest request, HttpServletResponse response) throws IOException {
    switch (starts.start(asked(request))) {
      case StartOutcome.ToProvider started -> {
        cookies.keep(request, response, started);
        Redirects.to(response, started.location());
      }
      case StartOutcome.Question(String connection, String consent) ->
          pages.write(
              response,
              HttpServletResponse.SC_OK,
              "another",
              Map.of("connection", connection, "link", link(request, consent)));
      case BrowserRefused refused -> Redirects.refused(pages, request, response, refused);
    }
  }

  /** The same request with the person's consent. */
  private static String link(HttpServletRequest request, String consent) {
    return "/authorize?%s&%s=%s"
        .formatted(
            FORMER_CONSENT.matcher(request.getQueryString()).replaceAll(""),
            SignInRequest.CONSENT,
            URLEncoder.encode(consent, StandardCharsets.UTF_8));
  }

  private SignInRequest asked(HttpServletRequest request) {
    Map<String, String> first = new HashMap<>();
    Set<String> repeated = new HashSet<>();
    request
        .getParameterMap()
        .forEach((name, values) -> {
          first.put(name, values[0]);
          if (values.length > 1) {
            repeated.add(name);
          }
        });
    return new SignInRequest(
        String.valueOf(request.getHeader("Host")),
        first,
        repeated,
        browser.current(request),
        Requests.traceId(request));
  }
}
