package dev.portcullis.api;

import dev.portcullis.signin.LogoutOutcome;
import dev.portcullis.signin.Logouts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Where identity providers say that somebody has signed out (OIDC Back-Channel Logout 1.0). */
@RestController
class BackChannelLogoutController {

  private static final String TOKEN = "logout_token";

  private final Logouts logouts;

  BackChannelLogoutController(Logouts logouts) {
    this.logouts = logouts;
  }

  @PostMapping(Logouts.BACK_CHANNEL + "{connection}")
  ResponseEntity<OAuthError> logOut(
      @PathVariable String connection,
      @RequestAttribute(PortErrors.TRACE_ID) String traceId,
      HttpServletRequest request) {
    Optional<UUID> connectionId = Identifiers.uuid(connection);
    if (connectionId.isEmpty()) {
      return reply(new LogoutOutcome.ConnectionNotFound());
    }
    return reply(
        token(request)
            .map(token -> logouts.logOut(connectionId.get(), traceId, token))
            .orElseGet(() ->
                new LogoutOutcome.Unreadable(
                    "send one `logout_token` in a body of `application/x-www-form-urlencoded`")));
  }

  private static ResponseEntity<OAuthError> reply(LogoutOutcome outcome) {
    return OAuthError.reply(outcome.backChannelStatus(), outcome);
  }

  /** The one token of the body. One in the address would end up in logs. */
  private static Optional<String> token(HttpServletRequest request) {
    if (!isForm(request.getContentType()) || request.getQueryString() != null) {
      return Optional.empty();
    }
    try {
      String[] tokens = request.getParameterValues(TOKEN);
      return tokens != null && tokens.length == 1 ? Optional.of(tokens[0]) : Optional.empty();
    } catch (IllegalStateException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isForm(@Nullable String contentType) {
    try {
      return contentType != null
          && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
              MediaType.parseMediaType(contentType));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
