package dev.portcullis.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses {@code dry_run} where there is no preview, and whatever is spelled nearly so: whoever
 * sends it relies on nothing being stored, so that passing over it would be the worst answer. Only
 * a plain {@code false} passes.
 */
final class UnservedParameters implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object controller) {
    Set<String> names = request.getParameterMap().keySet();
    boolean changes = !request.getMethod().matches("GET|HEAD");
    if (changes && names.stream().anyMatch(UnservedParameters::isMisspelled)) {
      throw RequestFault.invalid(
          ChangeTermsResolver.DRY_RUN,
          "a parameter is nearly `dry_run`, which is spelled so; nothing was changed");
    }
    if (!ChangeTermsResolver.isServedBy(controller)
        && names.contains(ChangeTermsResolver.DRY_RUN)
        && !Arrays.stream(request.getParameterValues(ChangeTermsResolver.DRY_RUN))
            .allMatch("false"::equalsIgnoreCase)) {
      throw noPreview();
    }
    return true;
  }

  private static boolean isMisspelled(String name) {
    return !name.equals(ChangeTermsResolver.DRY_RUN)
        && name.replaceAll("[^A-Za-z]", "").equalsIgnoreCase("dryrun");
  }

  static RequestFault noPreview() {
    return RequestFault.invalid(
        ChangeTermsResolver.DRY_RUN,
        "`dry_run` is not supported here yet, and nothing was changed; leave it out");
  }
}
