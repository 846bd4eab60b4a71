package dev.portcullis.permission;

import java.util.Locale;
import java.util.Set;

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
    roles = Roles.of(roles);
    teams = Names.of(teams);
    handles = Names.of(handles.stream().map(handle -> handle.toLowerCase(Locale.ROOT)).toList());
  }

  boolean isAdmin() {
    return heldRoles().isAdmin();
  }

  Roles heldRoles() {
    return Roles.of(roles);
  }

  Names teamNames() {
    return Names.of(teams);
  }

  Names handleNames() {
    return Names.of(handles);
  }
}
