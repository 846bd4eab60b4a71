package dev.portcullis.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses {@code dry_run} until there are previews: whoever sends it relies on nothing being
 * stored, so that passing over it would be the worst answer. Only a plain {@code false} passes.
 */
final class UnservedParameters implements HandlerInterceptor {

  private static final String DRY_RUN = "dry_run";

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object controller) {
    String value = request.getParameter(DRY_RUN);
    if (value != null && !value.equalsIgnoreCase("false")) {
      throw RequestFault.invalid(
          DRY_RUN, "`dry_run` is not supported yet, and nothing was changed; leave it out");
    }
    return true;
  }
}
