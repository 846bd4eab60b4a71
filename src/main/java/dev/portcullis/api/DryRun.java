package dev.portcullis.api;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** The parameter {@code dry_run}: show what would be, and store nothing. */
final class DryRun {

  static final String PARAMETER = "dry_run";

  private DryRun() {}

  /** Whether a route takes the parameter. */
  static boolean isServedBy(Object controller) {
    if (!(controller instanceof HandlerMethod method)) {
      return false;
    }
    for (var parameter : method.getMethodParameters()) {
      RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
      if (annotation != null && annotation.name().equals(PARAMETER)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is asked for. What cannot be read is refused: somebody may rely on it. */
  static boolean isAsked(String value) {
    if (value.equalsIgnoreCase("true")) {
      return true;
    }
    if (value.equalsIgnoreCase("false")) {
      return false;
    }
    throw RequestFault.invalid(PARAMETER, "`dry_run` must be `true` or `false`");
  }
}
