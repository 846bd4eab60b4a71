package dev.portcullis.access;

import java.time.Instant;
import java.util.Optional;

/**
 * One version that a permission document has or had.
 *
 * @param written by whom and when; empty for version 0, the default document, which nobody wrote
 */
public record DocumentVersion(
    long version, Optional<Writing> written, PermissionDocument permissions) {

  /**
   * That somebody wrote a version.
   *
   * @param actorKind what kind of actor, such as {@code api-client}
   * @param actorId which one
   * @param traceId of the request that did
   */
  public record Writing(Instant at, String actorKind, String actorId, String traceId) {}

  /** The default document. */
  static DocumentVersion zero(PermissionDocument defaults) {
    return new DocumentVersion(0, Optional.empty(), defaults);
  }
}
