package dev.portcullis.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom a permission document grants one action. Lists are in ascending order, each value once.
 *
 * @param roles names of Port's roles, as sent
 * @param users e-mail addresses, as sent
 * @param ownedByTeam whether every team that owns an entity may do it there
 * @param policy as it was sent, as a tree of JDK values
 */
public record PermissionBlock(
    List<String> roles,
    List<String> users,
    List<BoundTeam> teams,
    boolean ownedByTeam,
    Optional<Map<String, Object>> policy) {

  static final PermissionBlock NOBODY = ofRoles(List.of());

  public PermissionBlock {
    roles = roles.stream().distinct().sorted().toList();
    users = users.stream().distinct().sorted().toList();
    teams = teams.stream().distinct().sorted(Comparator.comparing(BoundTeam::sent)).toList();
  }

  static PermissionBlock ofRoles(Collection<String> roles) {
    return new PermissionBlock(List.copyOf(roles), List.of(), List.of(), false, Optional.empty());
  }

  PermissionBlock withoutPolicy() {
    return policy.isEmpty()
        ? this
        : new PermissionBlock(roles, users, teams, ownedByTeam, Optional.empty());
  }

  /** The same by what was sent alone, whichever teams that meant. */
  public PermissionBlock unbound() {
    return new PermissionBlock(
        roles,
        users,
        teamNames().stream().map(name -> new BoundTeam(name, Optional.empty())).toList(),
        ownedByTeam,
        policy);
  }

  /** The teams as they were sent. */
  public List<String> teamNames() {
    return teams.stream().map(BoundTeam::sent).toList();
  }
}
