package dev.portcullis.access;

import java.time.Instant;

/**
 * One version that a permission document has or had.
 *
 * @param actorKind what kind of actor changed it, such as {@code api-client}
 * @param actorId which one
 * @param traceId of the request that did
 */
public record DocumentVersion(
    long version,
    Instant changedAt,
    String actorKind,
    String actorId,
    String traceId,
    PermissionDocument permissions) {}
