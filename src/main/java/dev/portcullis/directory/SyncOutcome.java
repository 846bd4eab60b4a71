package dev.portcullis.directory;

import java.util.List;
import java.util.Optional;

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

  /**
   * The person is deactivated or deleted; nothing that the provider says lets them in.
   *
   * @param kept what was kept of a deactivated one's claim; empty for a deleted person
   */
  record Deactivated(Optional<KeptClaim> kept) implements SyncOutcome {}

  /**
   * The claim of a person who was refused: still evidence, should they come back.
   *
   * @param matched names of the claim that the filter in force lets through
   * @param ignored names of the claim that it does not
   */
  record KeptClaim(User user, List<String> matched, List<String> ignored, Verdict verdict) {}

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
