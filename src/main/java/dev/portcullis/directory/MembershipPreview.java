package dev.portcullis.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a change of a connection would make of its people's memberships.
 *
 * @param matched names of groups that the filter would let through, by name
 * @param ignored names that it would not
 * @param gaining memberships that would come to be
 * @param losing memberships that would end
 */
public record MembershipPreview(Names matched, Names ignored, Changes gaining, Changes losing) {

  /** The most names and memberships that are shown of each kind. */
  public static final int MOST_SHOWN = 100;

  /** How many there are, and the first of them. */
  public record Names(int count, List<String> names) {

    static Names of(List<String> all) {
      return new Names(all.size(), all.stream().limit(MOST_SHOWN).toList());
    }
  }

  /** How many there are, and the first of them. */
  public record Changes(int count, List<Change> shown) {}

  /**
   * One person's membership of one team.
   *
   * @param email the handle by which the portal knows the person; empty if there is none
   * @param team the team's identifier
   * @param teamName the name under which it is shown
   */
  public record Change(UUID userId, Optional<String> email, String team, String teamName) {}
}
