package dev.portcullis.permission;

import java.util.Locale;

/** What must be true of subject and resource for a rule to grant. */
public sealed interface Condition
    permits Condition.HasRole, Condition.OwnsByTeam, Condition.InTeam, Condition.IsUser, Policy {

  /** The subject holds this role, or one that stands above it (Port rules 1 to 4). */
  record HasRole(Role role) implements Condition {}

  /** The subject and the resource have a team in common (Port rules 8 and 9). */
  record OwnsByTeam() implements Condition {}

  /** The subject belongs to the team with this identifier; case counts. */
  record InTeam(String team) implements Condition {
    public InTeam {
      Required.text(team, "a team");
    }
  }

  /** The subject is known by this e-mail address, folded here (Port rule 5). */
  record IsUser(String handle) implements Condition {
    public IsUser {
      Required.text(handle, "a handle");
      handle = handle.toLowerCase(Locale.ROOT);
    }
  }
}
