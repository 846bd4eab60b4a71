package dev.portcullis.api;

import dev.portcullis.organization.AccessTokens;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.TokenVerdict;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
 * token, with a sentence of its own. What a caller may do is for {@link RouteRightsInterceptor} to
 * ask. That nobody sends too many requests is seen to here.
 */
public final class AccessTokenFilter extends OncePerRequestFilter {

  /** The request attribute that says why there is no caller. */
  public static final String REFUSAL = "dev.portcullis.tokenRefusal";

  private static final String BEARER = "Bearer ";
  private static final String FOR_CLIENTS = "get one at POST /v1/auth/access_token";
  private static final String FOR_PEOPLE = "sign in again";

  private final AccessTokens tokens;
  private final ApiLimits limits;
  private final PortErrors errors;

  /** A filter for the chain of {@code /v1} and {@code /access/v1}. */
  public AccessTokenFilter(AccessTokens tokens, ApiLimits limits, PortErrors errors) {
    this.tokens = tokens;
    this.limits = limits;
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      Optional<Caller> caller = caller(request);
      if (caller.isPresent()) {
        authenticate(caller.get());
        limits.count(caller.get(), response);
      }
    } catch (RuntimeException failure) {
      // Such as a database that cannot be reached; Spring MVC is not there yet to answer for it.
      errors.render(request, response, failure);
      return;
    }
    chain.doFilter(request, response);
  }

  private Optional<Caller> caller(HttpServletRequest request) {
    String token = token(request.getHeader(HttpHeaders.AUTHORIZATION));
    if (token == null || token.isEmpty()) {
      request.setAttribute(
          REFUSAL,
          "there is no access token: send one in the header Authorization, as Bearer followed by"
              + " the token; "
              + FOR_CLIENTS);
      return Optional.empty();
    }
    String traceId = String.valueOf(request.getAttribute("dev.portcullis.traceId"));
    TokenVerdict verdict = tokens.present(token, traceId);
    if (verdict instanceof TokenVerdict.Accepted(Caller caller)) {
      return Optional.of(caller);
    }
    request.setAttribute(REFUSAL, refusal(verdict));
    return Optional.empty();
  }

  private static String refusal(TokenVerdict verdict) {
    return switch (verdict) {
      case TokenVerdict.Accepted _ -> throw new IllegalArgumentException("not a refusal");
      case TokenVerdict.Unknown _ ->
          "the access token is not valid: it is malformed, cut off or not of this server; "
              + FOR_CLIENTS;
      case TokenVerdict.Expired(boolean ofSignIn) ->
          "the access token is expired; " + (ofSignIn ? FOR_PEOPLE : FOR_CLIENTS);
      case TokenVerdict.Ended(boolean ofSignIn) ->
          ofSignIn
              ? "the access token was ended, as its session or person was; " + FOR_PEOPLE
              : "the access token was ended: its app was deleted or disabled, or its secret"
                  + " changed; "
                  + FOR_CLIENTS;
    };
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
