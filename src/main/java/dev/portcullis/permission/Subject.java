package dev.portcullis.permission;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who asks, with everything that rules look at.
 *
 * @param id names the subject in answers; no rule looks at it
 * @param roles every role held; a moderator of several blueprints holds one for each
 * @param teams identifiers of the teams it belongs to; case counts
 * @param handles e-mail addresses it is known by, folded here; empty for one who has none
 * @param active false for whoever may do nothing at present (Port rule 6)
 */
public record Subject(
    String id, Set<Role> roles, Set<String> teams, Set<String> handles, boolean active) {

  public Subject {
    Required.text(id, "a subject's id");
    Required.texts(teams, "a subject's team");
    Required.texts(handles, "a subject's handle");
    roles = Set.copyOf(roles);
    teams = Set.copyOf(teams);
    handles =
        handles.stream()
            .map(handle -> handle.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  boolean isAdmin() {
    return roles.contains(new Role.Admin());
  }

  /** The held role by which a grant to another role reaches this subject (Port rules 1 and 2). */
  Optional<Role> roleCovering(Role granted) {
    if (isAdmin()) {
      return Optional.of(new Role.Admin());
    }
    if (roles.contains(granted)) {
      return Optional.of(granted);
    }
    return granted.equals(new Role.Member())
        ? roles.stream().min(Comparator.comparing(Role::roleName))
        : Optional.empty();
  }
}
