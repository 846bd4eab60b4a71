package dev.portcullis.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a change makes of one person's rights.
 *
 * @param email by which the portal knows the person; empty for whoever has none
 * @param roleBefore empty for whoever is not there or may not act
 * @param roleAfter likewise
 * @param teamsJoined identifiers of teams, in order
 * @param teamsLeft likewise
 * @param gains by document and action; what all Admins may do is not listed when somebody becomes
 *     one
 * @param losses likewise
 */
public record AccessChange(
    UUID userId,
    Optional<String> email,
    Optional<EffectiveRole> roleBefore,
    Optional<EffectiveRole> roleAfter,
    Set<String> teamsJoined,
    Set<String> teamsLeft,
    List<Right> gains,
    List<Right> losses) {

  public AccessChange {
    gains = List.copyOf(gains);
    losses = List.copyOf(losses);
  }

  /** Whether the person may do something afterwards that was not allowed before. */
  public boolean isGain() {
    return !gains.isEmpty() || (isAdmin(roleAfter) && !isAdmin(roleBefore));
  }

  /** Whether the person may do something now that would be allowed no more. */
  public boolean isLoss() {
    return !losses.isEmpty() || (isAdmin(roleBefore) && !isAdmin(roleAfter));
  }

  private static boolean isAdmin(Optional<EffectiveRole> role) {
    return role.filter(one -> one.role().equals(PortRole.ADMIN.wireName())).isPresent();
  }
}
