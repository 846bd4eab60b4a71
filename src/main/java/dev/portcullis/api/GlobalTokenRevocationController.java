package dev.portcullis.api;

import dev.portcullis.signin.LogoutOutcome;
import dev.portcullis.signin.Logouts;
import dev.portcullis.signin.ReasonCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where identity providers have a person signed out of everything: Okta's Universal Logout, which
 * is draft-parecki-oauth-global-token-revocation with a signed JWT as the bearer token.
 */
@RestController
class GlobalTokenRevocationController {

  private static final String BEARER = "Bearer ";

  private final Logouts logouts;
  private final RevocationRequests requests;

  GlobalTokenRevocationController(Logouts logouts, RevocationRequests requests) {
    this.logouts = logouts;
    this.requests = requests;
  }

  @PostMapping(Logouts.REVOCATION + "{connection}")
  ResponseEntity<OAuthError> revoke(
      @PathVariable String connection,
      @RequestAttribute(PortErrors.TRACE_ID) String traceId,
      HttpServletRequest request)
      throws IOException {
    LogoutOutcome outcome = outcome(connection, traceId, request);
    return OAuthError.reply(outcome.revocationStatus(), outcome);
  }

  private LogoutOutcome outcome(String connection, String traceId, HttpServletRequest request)
      throws IOException {
    Optional<UUID> connectionId = Identifiers.uuid(connection);
    if (connectionId.isEmpty()) {
      return new LogoutOutcome.ConnectionNotFound();
    }
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return new LogoutOutcome.Refused(
          ReasonCode.MALFORMED_TOKEN,
          "send a JWT that the connection's provider has signed, in the header Authorization, as"
              + " Bearer followed by the token");
    }
    return logouts.revoke(
        connectionId.get(),
        traceId,
        header.substring(BEARER.length()).strip(),
        requests.subject(request.getInputStream().readAllBytes()));
  }
}
