package dev.portcullis.directory;

import java.util.List;

/** What a sign-in did to the directory. */
public sealed interface SyncOutcome {

  /**
   * The person is let in.
   *
   * @param created whether the person was unknown before
   * @param added teams that the person belongs to now and did not before
   * @param removed teams that the person belonged to before and does not now
   * @param kept teams that the person belonged to before and does now
   * @param matched names of the claim that the filter in force lets through
   * @param ignored names of the claim that it does not
   * @param verdict what the claim counted for
   * @param warnings what somebody should look at
   */
  record Synchronised(
      User user,
      boolean created,
      List<Belonging> added,
      List<Belonging> removed,
      List<Belonging> kept,
      List<String> matched,
      List<String> ignored,
      Verdict verdict,
      List<String> warnings)
      implements SyncOutcome {}

  /** The person is deactivated or deleted; nothing that the provider says lets them in. */
  record Deactivated() implements SyncOutcome {}

  /** Nobody has pushed the person, and this connection's sign-ins make no users. */
  record NotProvisioned() implements SyncOutcome {}

  /** The connection is disabled or deleted. */
  record ConnectionDisabled() implements SyncOutcome {}

  /** The token's names cannot be those of a person; the problem says which and why. */
  record Rejected(String problem) implements SyncOutcome {}

  /** What a claim counted for. */
  enum Verdict {
    /** It is the newest word on the person's groups. */
    PRESENT,
    /** It says that the person is in no group. */
    EMPTY,
    /** It was absent or incomplete, so nothing was taken away. */
    HELD,
    /** A newer one is known, so nothing changed. */
    STALE
  }
}
