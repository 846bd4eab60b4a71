package dev.portcullis.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the audit log: an entry of the trail, a sign-in, or a request that was recorded.
 *
 * @param resourceType of an entry as it was recorded; {@link #SIGN_IN}, {@link #SCIM} or {@link
 *     #LOGOUT}
 * @param succeeded whether what was wanted was done
 * @param blueprint of an entity or a blueprint
 * @param before JSON; what was so, as far as the change concerns it
 * @param after JSON; what is so now
 * @param more what is peculiar to its kind
 * @param message why it was refused, or what was remarkable about it
 * @param seal its place in the chain; empty for what is no entry or not sealed yet
 * @param request through which it came, where that was recorded
 * @param parts how many parts its long lists have beside it
 */
public record LoggedEvent(
    UUID id,
    Instant at,
    String action,
    String resourceType,
    String resourceId,
    boolean succeeded,
    String actorKind,
    String actorId,
    String traceId,
    Optional<String> blueprint,
    Optional<String> before,
    Optional<String> after,
    Map<String, Object> more,
    Optional<String> message,
    Optional<ChainHead> seal,
    Optional<Request> request,
    int parts) {

  /** The kind of a sign-in, refused ones included. */
  public static final String SIGN_IN = "sign-in";

  /** The kind of a SCIM request. */
  public static final String SCIM = "scim";

  /** The kind of a request by which a provider ends sessions. */
  public static final String LOGOUT = "logout";

  /** A request as the activity log has it. */
  public record Request(String kind, String method, String target, int status) {}

  LoggedEvent through(Request through) {
    return new LoggedEvent(
        id,
        at,
        action,
        resourceType,
        resourceId,
        succeeded,
        actorKind,
        actorId,
        traceId,
        blueprint,
        before,
        after,
        more,
        message,
        seal,
        Optional.of(through),
        parts);
  }

  LogPosition position() {
    return new LogPosition(at, id);
  }
}
