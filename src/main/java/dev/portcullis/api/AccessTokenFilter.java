package dev.portcullis.api;

import dev.portcullis.organization.AccessTokens;
import dev.portcullis.organization.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns an access token into the {@link Caller} on whose behalf the request is done. The token may
 * stand alone or behind {@code Bearer}, for Port's clients send both.
 *
 * <p>A wrong token leaves the request without a caller; it is then refused like one without a
 * token. What a caller may do is for {@link RouteRightsInterceptor} to ask.
 */
public final class AccessTokenFilter extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";

  private final AccessTokens tokens;
  private final PortErrors errors;

  /** A filter for the chain of {@code /v1} and {@code /access/v1}. */
  public AccessTokenFilter(AccessTokens tokens, PortErrors errors) {
    this.tokens = tokens;
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String traceId = String.valueOf(request.getAttribute("dev.portcullis.traceId"));
    String token = token(request.getHeader(HttpHeaders.AUTHORIZATION));
    try {
      if (token != null) {
        tokens.caller(token, traceId).ifPresent(AccessTokenFilter::authenticate);
      }
    } catch (RuntimeException failure) {
      // Such as a database that cannot be reached; Spring MVC is not there yet to answer for it.
      errors.render(request, response, failure);
      return;
    }
    chain.doFilter(request, response);
  }

  private static @Nullable String token(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return null;
    }
    boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return (bearer ? header.substring(BEARER.length()) : header).strip();
  }

  private static void authenticate(Caller caller) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
    SecurityContextHolder.setContext(context);
  }
}
