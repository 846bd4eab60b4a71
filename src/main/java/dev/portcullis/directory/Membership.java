package dev.portcullis.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who belongs to a group, as a pure function of the evidence. The view {@code memberships} says the
 * same in SQL, and a test holds the two against each other.
 */
final class Membership {

  private Membership() {}

  /** SCIM's word on one user in one group. */
  record Word(boolean member, Instant saidAt) {}

  /** That a group bore a name for a while; without an end it bears it still. */
  record Bearing(UUID groupId, Instant from, Optional<Instant> until) {

    /** Whether the name was the group's at that moment. */
    boolean spans(Instant moment) {
      return !from.isAfter(moment) && endsAfter(moment);
    }

    private boolean endsAfter(Instant moment) {
      return until.map(moment::isBefore).orElse(true);
    }
  }

  /**
   * A user belongs if SCIM's word is <i>member</i>; or if the newest claim says so, and SCIM has
   * said nothing of it, or said <i>not member</i> before the claim's time.
   *
   * @param word SCIM's word in force, see {@link #inForce}
   * @param claimedAt the time of the claim that names the group, if one does
   * @param lackedAt the time of the newest complete claim, if claims cover what SCIM pushes and it
   *     lacks the group under a name that the filter lets through: it outweighs an older word
   */
  static boolean belongs(
      Optional<Word> word, Optional<Instant> claimedAt, Optional<Instant> lackedAt) {
    if (word.filter(Word::member).isPresent()) {
      Instant said = word.get().saidAt();
      return lackedAt.filter(said::isBefore).isEmpty() || claimedAt.isPresent();
    }
    return claimedAt
        .filter(claimed -> word.map(Word::saidAt).map(claimed::isAfter).orElse(true))
        .isPresent();
  }

  /**
   * To a group made by hand a user belongs if an Admin says so, and for no other reason: no word of
   * SCIM and no claim means such a group. Elsewhere nobody belongs by hand.
   *
   * @param madeByHand whether the group is of no connection
   * @param put whether an Admin put the user there
   */
  static boolean belongsByHand(boolean madeByHand, boolean put) {
    return madeByHand && put;
  }

  /**
   * SCIM's word in force: the one on this user, unless the group's last complete statement is
   * newer. That one says <i>not member</i> of whom SCIM managed then or had named in this group,
   * and nothing of those who are known by sign-ins alone.
   *
   * @param named the last word on this very user, if there is one
   * @param completeAt when SCIM last stated the whole membership
   * @param managedSince since when SCIM manages the user
   */
  static Optional<Word> inForce(
      Optional<Word> named, Optional<Instant> completeAt, Optional<Instant> managedSince) {
    if (completeAt.isEmpty()) {
      return named;
    }
    Instant complete = completeAt.get();
    if (named.filter(word -> !word.saidAt().isBefore(complete)).isPresent()) {
      return named;
    }
    boolean spokenOf =
        named.isPresent() || managedSince.filter(since -> !since.isAfter(complete)).isPresent();
    return spokenOf ? Optional.of(new Word(false, complete)) : Optional.empty();
  }

  /**
   * Which group a name in a claim means: the one that bore it at the claim's time, else the first
   * that bore it since.
   *
   * @param bearings of that name, in any order; no two at a time
   */
  static Optional<UUID> meant(List<Bearing> bearings, Instant claimedAt) {
    return bearing(bearings, claimedAt).map(Bearing::groupId);
  }

  /**
   * Whether a name that is claimed at two times means one group, whatever becomes of it: then the
   * later claim of it is worth as much as both.
   */
  static boolean meansAlike(List<Bearing> bearings, Instant one, Instant other) {
    return bearing(bearings, one).equals(bearing(bearings, other));
  }

  private static Optional<Bearing> bearing(List<Bearing> bearings, Instant claimedAt) {
    return bearings.stream()
        .filter(bearing -> bearing.endsAfter(claimedAt))
        .min(Comparator.comparing(Bearing::from));
  }
}
