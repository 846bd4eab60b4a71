package dev.portcullis.permission;

import dev.portcullis.permission.Reason.Ignored;
import dev.portcullis.permission.Reason.Obstacle;
import java.util.Collection;
import java.util.List;

/**
 * What the lists of a document ask for, sorted by how far it is from the subject.
 *
 * <p>Near is what one step gives: a role that everybody may have, a team, the care of a blueprint;
 * what gives least beside it comes first. Far is what gives everything, what takes a change of the
 * resource, and what takes being somebody else.
 */
record Needs(
    List<Obstacle> members,
    List<Obstacle> owners,
    List<Obstacle> teams,
    List<Obstacle> moderators,
    List<Obstacle> admins,
    List<Obstacle> users,
    List<Obstacle> ignored) {

  static List<Obstacle> ofIgnored(Collection<Rule> policies) {
    return policies.stream().sorted(RuleOrder.BY_PLACE).<Obstacle>map(Ignored::new).toList();
  }

  /** Adds what is near: for a resource that nobody owns, an owning team is not. */
  void near(boolean isOwned, List<List<Obstacle>> into) {
    into.add(members);
    if (isOwned) {
      into.add(owners);
    }
    into.add(teams);
    into.add(moderators);
  }

  void far(boolean isOwned, List<List<Obstacle>> into) {
    into.add(admins);
    if (!isOwned) {
      into.add(owners);
    }
    into.add(users);
    into.add(ignored);
  }
}
