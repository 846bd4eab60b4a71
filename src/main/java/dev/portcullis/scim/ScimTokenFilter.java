package dev.portcullis.scim;

import dev.portcullis.connection.ScimCredentials;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a SCIM client in by its connection's token, sent as {@code Bearer T} (RFC 6750) or as {@code
 * T} alone, which is how Okta's header mode sends it, and at {@code /Me} a person who signed in;
 * sees to it that nobody sends too many requests; and takes down how each ended.
 */
@Component
public class ScimTokenFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final ScimCredentials credentials;
  private final PersonCredentials people;
  private final RequestLimits limits;
  private final ScimFaultResponses faults;
  private final ScimActivity activity;

  ScimTokenFilter(
      ScimCredentials credentials,
      PersonCredentials people,
      RequestLimits limits,
      ScimFaultResponses faults,
      ScimActivity activity) {
    this.credentials = credentials;
    this.people = people;
    this.limits = limits;
    this.faults = faults;
    this.activity = activity;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !ScimPaths.contains(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    RequestAttributes.start(request, new RequestNotes());
    Optional<ScimCredentials.Accepted> client;
    try {
      client = token(request).flatMap(token -> accepted(token, request));
    } catch (RuntimeException e) {
      faults.write(request, response, e);
      return;
    }
    if (client.isEmpty()) {
      faults.write(request, response, refusal(request));
      return;
    }
    Optional<RequestLimits.TooEarly> tooEarly = limits.count(client.get().connection().id());
    if (tooEarly.isPresent()) {
      refuse(client.get(), tooEarly.get(), request, response);
      return;
    }
    proceed(client.get(), request, response, chain);
  }

  /** A flood of requests must not become a flood of records. */
  private void refuse(
      ScimCredentials.Accepted client,
      RequestLimits.TooEarly tooEarly,
      HttpServletRequest request,
      HttpServletResponse response) {
    ScimActivity.Started started = activity.start();
    ScimFault refusal = Refusals.tooManyRequests(tooEarly.retryAfterSeconds());
    faults.write(request, response, refusal);
    if (tooEarly.noteworthy()) {
      activity.record(started, client, request, refusal.status());
    }
  }

  private void proceed(
      ScimCredentials.Accepted client,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new ScimAuthentication(client));
    SecurityContextHolder.setContext(context);
    ScimActivity.Started started = activity.start();
    int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    try {
      chain.doFilter(request, response);
      status = response.getStatus();
    } finally {
      SecurityContextHolder.clearContext();
      activity.record(started, client, request, status);
    }
  }

  private Optional<ScimCredentials.Accepted> accepted(String token, HttpServletRequest request) {
    String traceId = RequestAttributes.traceId(request);
    return credentials
        .accept(token, traceId)
        .or(() -> ScimPaths.isMe(request) ? people.accept(token, traceId) : Optional.empty());
  }

  private static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .map(String::strip)
        .map(sent ->
            sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? sent.substring(SCHEME.length()).strip()
                : sent);
  }

  private static ScimFault refusal(HttpServletRequest request) {
    return ScimFault.of(HttpServletResponse.SC_UNAUTHORIZED, reason(request))
        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }

  private static String reason(HttpServletRequest request) {
    if (ScimPaths.isMe(request)) {
      return "no signed-in user: send a user's access token in the header Authorization, as Bearer"
          + " followed by the token; it ends after an hour, and when the user is deactivated";
    }
    return request.getHeader(HttpHeaders.AUTHORIZATION) == null
        ? "no SCIM token: send the connection's token in the header Authorization, as Bearer"
            + " followed by the token"
        : "this SCIM token is unknown, expired or revoked: make a new one for the connection"
            + " and enter it in the identity provider";
  }
}
