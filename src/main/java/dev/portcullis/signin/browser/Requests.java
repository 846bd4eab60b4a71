package dev.portcullis.signin.browser;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Reads what the edges want of a request. */
final class Requests {

  private Requests() {}

  /** By which the activity log knows the request. */
  static String traceId(HttpServletRequest request) {
    return String.valueOf(request.getAttribute("dev.portcullis.traceId"));
  }

  /** The value of a parameter that is there once and not blank. */
  static Optional<String> single(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null || values.length != 1
        ? Optional.empty()
        : Optional.of(values[0]).filter(value -> !value.isBlank());
  }
}
