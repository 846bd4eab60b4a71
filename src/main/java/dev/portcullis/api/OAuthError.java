package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.portcullis.signin.LogoutOutcome;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * An error in OAuth's shape (RFC 6749 §5.2).
 *
 * @param error for programs
 * @param description for people: what to change
 */
record OAuthError(String error, @JsonProperty("error_description") String description) {

  private static final String RETRY_AFTER_SECONDS = "5";

  /** The reply to an identity provider; what went well has no body. */
  static ResponseEntity<OAuthError> reply(int status, LogoutOutcome outcome) {
    ResponseEntity.BodyBuilder reply =
        ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    if (status < 300) {
      return reply.build();
    }
    if (status == 401) {
      reply.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
    if (status == 503) {
      reply.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return reply.body(new OAuthError(outcome.code(), outcome.explanation()));
  }
}
