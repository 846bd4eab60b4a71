package dev.portcullis.signin.browser;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.web.HttpRequestMethodNotSupportedException;

/** Reads what the edges want of a request. */
final class Requests {

  private Requests() {}

  /** By which the activity log knows the request. */
  static String traceId(HttpServletRequest request) {
    return String.valueOf(request.getAttribute("dev.portcullis.traceId"));
  }

  /**
   * Refuses a HEAD, which Spring takes for a GET, where a GET does something: who asks for the head
   * of an answer wants nothing done (RFC 9110 §9.3.2).
   */
  static void refuseHead(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
    if (request.getMethod().equals("HEAD")) {
      throw new HttpRequestMethodNotSupportedException("HEAD", List.of("GET"));
    }
  }

  /** The value of a parameter that is there once and not blank. */
  static Optional<String> single(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null || values.length != 1
        ? Optional.empty()
        : Optional.of(values[0]).filter(value -> !value.isBlank());
  }
}
