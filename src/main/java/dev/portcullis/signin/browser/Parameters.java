package dev.portcullis.signin.browser;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Reads parameters of which there must not be two. */
final class Parameters {

  private Parameters() {}

  /** The value of a parameter that is there once and not blank. */
  static Optional<String> single(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null || values.length != 1
        ? Optional.empty()
        : Optional.of(values[0]).filter(value -> !value.isBlank());
  }
}
