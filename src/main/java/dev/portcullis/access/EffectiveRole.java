package dev.portcullis.access;

import java.util.List;

/**
 * The highest of the role that an Admin set and those that group rules grant.
 *
 * @param role {@code Admin}, {@code Moderator} or {@code Member}
 * @param moderatedBlueprints identifiers in ascending order; empty unless a Moderator
 */
public record EffectiveRole(String role, List<String> moderatedBlueprints) {

  public EffectiveRole {
    moderatedBlueprints = List.copyOf(moderatedBlueprints);
  }
}
