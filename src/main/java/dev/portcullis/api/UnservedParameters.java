package dev.portcullis.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses {@code dry_run} where there is no preview: whoever sends it relies on nothing being
 * stored, so that passing over it would be the worst answer. Only a plain {@code false} passes.
 */
final class UnservedParameters implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object controller) {
    String value = request.getParameter(ChangeTermsResolver.DRY_RUN);
    boolean passes = value == null || value.equalsIgnoreCase("false");
    if (!passes && !ChangeTermsResolver.isServedBy(controller)) {
      throw noPreview();
    }
    return true;
  }

  static RequestFault noPreview() {
    return RequestFault.invalid(
        ChangeTermsResolver.DRY_RUN,
        "`dry_run` is not supported here yet, and nothing was changed; leave it out");
  }
}
