package dev.portcullis.api;

import dev.portcullis.access.Reach;
import dev.portcullis.access.RouteDenial;
import dev.portcullis.access.RouteRights;
import dev.portcullis.organization.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Asks the table of rights before any controller is called. It goes by the pattern of the
 * controller that Spring has found, so that no way of writing a path leads around it.
 */
final class RouteRightsInterceptor implements HandlerInterceptor {

  /** The request attribute that tells controllers how far the caller may go. */
  static final String REACH = "dev.portcullis.reach";

  private final RouteRights rights;

  RouteRightsInterceptor(RouteRights rights) {
    this.rights = rights;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object controller) {
    // Where there is no controller there is nothing to call, and OPTIONS only tells the methods.
    boolean calls =
        controller instanceof HandlerMethod && !HttpMethod.OPTIONS.matches(request.getMethod());
    if (!calls) {
      return true;
    }
    Reach reach = rights.reach(caller(), request.getMethod(), pattern(request), names(request));
    if (reach instanceof Reach.Nothing(RouteDenial denial)) {
      throw denied(denial);
    }
    request.setAttribute(REACH, reach);
    return true;
  }

  private static RequestFault denied(RouteDenial denial) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("operation", denial.operation());
    details.put("resource", "Route");
    details.put("identifier", denial.route());
    details.put("reason", denial.reason());
    denial.scope().ifPresent(scope -> details.put("scope", scope));
    return new RequestFault(new PortError(403, "forbidden", denial.reason(), details));
  }

  /** Says nothing of whether what was asked for exists. */
  static RequestFault beyondReach() {
    return RequestFault.forbidden(
        "your role does not allow this; an Admin or an API client may do it");
  }

  private static Optional<Caller> caller() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Caller caller
        ? Optional.of(caller)
        : Optional.empty();
  }

  private static Map<String, String> names(HttpServletRequest request) {
    Map<String, String> names = new LinkedHashMap<>();
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> found) {
      found.forEach((name, value) -> names.put(String.valueOf(name), String.valueOf(value)));
    }
    return names;
  }

  private static String pattern(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
  }
}
