package dev.portcullis.directory;

import java.time.Instant;

/**
 * On what a membership rests.
 *
 * <p>{@code traceId} finds the request in the activity log.
 */
public sealed interface Evidence {

  /** When it was said. */
  Instant at();

  /** Through which request. */
  String traceId();

  /** SCIM's last word is: member. */
  record ScimWord(Instant at, String traceId) implements Evidence {}

  /** The newest claim names the group, by the name that it bore then. */
  record Claim(Instant at, String traceId, String name) implements Evidence {}

  /**
   * An Admin put the user into a group made by hand.
   *
   * @param by who, as the audit trail names them
   */
  record ByHand(Instant at, String traceId, String by) implements Evidence {}
}
