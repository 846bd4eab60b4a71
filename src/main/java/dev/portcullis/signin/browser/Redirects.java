package dev.portcullis.signin.browser;

import dev.portcullis.signin.BrowserRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/** Sends browsers on by 303, so that no form is ever sent along (RFC 9700 §4.12). */
final class Redirects {

  private Redirects() {}

  static void to(HttpServletResponse response, String location) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, location);
  }

  static void refused(
      Pages pages, HttpServletRequest request, HttpServletResponse response, BrowserRefused refused)
      throws IOException {
    switch (refused) {
      case BrowserRefused.ToApplication(String location) -> to(response, location);
      case BrowserRefused.Page(var refusal) -> pages.refuseSignIn(request, response, refusal);
    }
  }
}
