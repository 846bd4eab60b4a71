package dev.portcullis.access;

import java.util.List;

/**
 * A person's role and why they have it.
 *
 * @param byHand whether an Admin set it
 * @param grounds the group rules that give it
 */
public record RoleAccount(EffectiveRole role, boolean byHand, List<Ground> grounds) {

  public RoleAccount {
    grounds = List.copyOf(grounds);
  }

  /** That a group rule gives the role because of a group, by the names that people know. */
  public record Ground(String ruleTitle, String groupName) {}

  static RoleAccount of(Standing standing) {
    EffectiveRole role = standing.effective();
    PortRole held = PortRole.named(role.role()).orElseThrow();
    List<Ground> grounds =
        standing.grounds().stream()
            .filter(ground -> ground.rule().grant().role() == held)
            .map(ground -> new Ground(ground.rule().title(), ground.belonging().shownName()))
            .toList();
    return new RoleAccount(role, standing.byHand() == held, grounds);
  }
}
