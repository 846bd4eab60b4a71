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
 * Refuses paths with a bare semicolon: the container would cut it off with what follows, so that
 * {@code /v1/connections/a;b} would mean another connection than the one named.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class PathParametersFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getRequestURI().indexOf(';') < 0) {
      chain.doFilter(request, response);
      return;
    }
    SurfaceErrors.write(
        request,
        response,
        HttpServletResponse.SC_BAD_REQUEST,
        "bad_request",
        "the path holds a bare semicolon; write it as %3B");
  }
}
