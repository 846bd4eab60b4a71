package dev.portcullis.directory;

import java.util.List;

/**
 * A role that an Admin gives.
 *
 * @param role {@code Admin}, {@code Moderator} or {@code Member}
 * @param moderatedBlueprints identifiers in ascending order; empty unless a Moderator
 */
public record HandRole(String role, List<String> moderatedBlueprints) {

  private static final String MODERATOR = "Moderator";

  public HandRole {
    moderatedBlueprints =
        role.equals(MODERATOR)
            ? moderatedBlueprints.stream().distinct().sorted().toList()
            : List.of();
  }

  /** A role without blueprints. */
  public static HandRole of(String role) {
    return new HandRole(role, List.of());
  }
}
