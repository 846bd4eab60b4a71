package dev.portcullis.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How one request from outside ended.
 *
 * @param target the path without its query, for query values may name people (RFC 7644 §7.5.2)
 * @param status the HTTP status that was answered
 * @param detail why it was refused, or what was remarkable about it; never a body or a token
 */
public record RequestRecord(
    Instant at,
    String traceId,
    Kind kind,
    Optional<UUID> connectionId,
    String method,
    String target,
    int status,
    Optional<String> detail,
    Duration duration) {

  /** Through which surface the request came. */
  public enum Kind {
    SCIM,
    SIGN_IN,
    /** What an identity provider sent to end somebody's sessions. */
    LOGOUT
  }
}
