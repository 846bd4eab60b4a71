package dev.portcullis;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies of more than 1 MiB, or 16 MiB for a group with its members, with 413 in the shape
 * of the surface, whether or not the request says its length.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimitFilter extends OncePerRequestFilter {

  static final long LIMIT_BYTES = 1024 * 1024;
  static final long GROUPS_LIMIT_BYTES = 16 * LIMIT_BYTES;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long limit = limit(request.getRequestURI());
    if (request.getContentLengthLong() > limit) {
      refuse(request, response, limit);
      return;
    }
    BoundedRequest bounded = new BoundedRequest(request, limit);
    try {
      chain.doFilter(bounded, response);
    } catch (ServletException | IOException | RuntimeException e) {
      if (!bounded.exceeded()) {
        throw e;
      }
    }
    // Whatever an edge made of a body that was cut short, the client must hear the true reason.
    if (bounded.exceeded() && !response.isCommitted()) {
      refuse(request, response, limit);
    }
  }

  static long limit(String path) {
    boolean groups = path.equals("/scim/v2/Groups") || path.startsWith("/scim/v2/Groups/");
    return groups ? GROUPS_LIMIT_BYTES : LIMIT_BYTES;
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response, long limit)
      throws IOException {
    SurfaceErrors.write(
        request,
        response,
        HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
        "payload_too_large",
        "the body is larger than " + limit / LIMIT_BYTES + " MiB; send it in smaller parts");
  }
}
