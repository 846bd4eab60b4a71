package dev.portcullis.permission;

import java.util.List;
import java.util.Set;

/** Why a decision is what it is. */
public sealed interface Reason {

  /** A reason to allow. */
  sealed interface Ground extends Reason {}

  /** A reason to deny. */
  sealed interface Obstacle extends Reason {}

  /** The subject is an Admin, whatever the rules say (Port rule 1). */
  record AdminPasses() implements Ground {}

  /** A rule's condition is met. */
  record Granted(Rule rule, Match match, Reach reach) implements Ground {}

  /** The subject is inactive, whatever the rules say (Port rule 6). */
  record Inactive() implements Obstacle {}

  /** A rule would have granted, had its condition been met; of any kind but a policy. */
  record Unmet(Rule rule, Reach reach) implements Obstacle {}

  /**
   * A rule would have granted, had its policy been met.
   *
   * @param missing the fewest rules of the policy that would have had to hold too
   */
  record PolicyUnmet(Rule rule, Reach reach, List<Policy> missing) implements Obstacle {
    public PolicyUnmet {
      missing = List.copyOf(missing);
    }
  }

  /**
   * The subject may change the entity's owners for no other cause than owning it, and the change
   * would leave it to others (Port rule 20).
   */
  record GivesAway(Set<String> ownersAfter) implements Obstacle {
    public GivesAway {
      ownersAfter = Set.copyOf(ownersAfter);
    }
  }

  /**
   * A rule's policy could not be evaluated, and might have granted otherwise.
   *
   * @param problems what went wrong, at least one
   */
  record Failed(Rule rule, Reach reach, List<String> problems) implements Obstacle {
    public Failed {
      problems = List.copyOf(problems);
    }
  }

  /** A rule's policy is ignored because the same block grants by ownership (Port rule 10). */
  record Ignored(Rule rule) implements Obstacle {}

  /** No rule grants the action to anybody but Admins (Port rule 23). */
  record NoRuleGrants(Action action) implements Obstacle {}
}
