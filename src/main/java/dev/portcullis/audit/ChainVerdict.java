package dev.portcullis.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a walk along a chain found.
 *
 * @param entries how many were walked and found whole
 * @param from when the first of them was made
 * @param to when the last of them was made
 * @param head the last seal when the walk began
 * @param unsealed entries that the sealer has not reached
 * @param fault the first place where the chain is not as it was sealed
 */
public record ChainVerdict(
    long entries,
    Optional<Instant> from,
    Optional<Instant> to,
    ChainHead head,
    long unsealed,
    Optional<Fault> fault) {

  /** Where and how a chain breaks; {@code entry} is empty where there is none. */
  public record Fault(Kind kind, long sequence, Optional<UUID> entry) {}

  /** How a chain breaks. */
  public enum Kind {
    MISSING("the entry that was sealed here is gone"),
    INSERTED("an entry stands here that was never sealed at this place"),
    CHANGED("the entry is not as it was sealed: it was changed, or stood at another place"),
    BEYOND_HEAD("an entry stands behind the last one that was sealed"),
    HEAD("the chain's head is not the seal of its last entry"),
    NOTED_HEAD("the noted hash is not the seal of that entry"),
    NOTED_HEAD_MISSING("the chain holds no entry with the noted seal: its end was cut off");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }

    /** What happened, in a sentence without a full stop. */
    public String meaning() {
      return meaning;
    }
  }
}
