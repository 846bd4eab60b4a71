package dev.portcullis.permission;

import dev.portcullis.permission.Decision.Allowed;
import dev.portcullis.permission.Decision.Denied;
import dev.portcullis.permission.Reason.Ground;
import dev.portcullis.permission.Reason.Obstacle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Who may run or approve a self-service action. The lists say who sees it; without a policy they
 * also say who may, with one the policy alone does, Admins included (Port rules 24 to 26).
 */
final class RunGate {

  private final Docket visibility;
  private final PolicyRules policies;

  RunGate(Collection<Rule> rules) {
    policies = PolicyRules.of(rules, Reach.DIRECT);
    visibility = new Docket(List.of(new Shelf(lists(rules), List.of(), Reach.DIRECT)));
  }

  /**
   * The rules that say who sees the action. Ownership is among them only where no policy is: a
   * policy leaves roles, users and teams to decide that (Port rule 25).
   */
  static List<Rule> lists(Collection<Rule> rules) {
    boolean hasPolicy = rules.stream().anyMatch(rule -> rule.condition() instanceof Policy);
    return rules.stream().filter(rule -> showsAction(rule.condition(), hasPolicy)).toList();
  }

  private static boolean showsAction(Condition condition, boolean hasPolicy) {
    return switch (condition) {
      case Policy _ -> false;
      case Condition.OwnsByTeam _ -> !hasPolicy;
      case Condition.HasRole _, Condition.InTeam _, Condition.IsUser _ -> true;
    };
  }

  Decision decide(AccessRequest request) {
    Decision seen = visibility.decide(request);
    if (policies.isEmpty() || !seen.isAllowed()) {
      return seen;
    }
    return policies
        .first(request)
        .<Decision>map(met -> Decision.all(List.of(seen, met)))
        .orElseGet(() -> denied(request));
  }

  /** The same with every rule by which it is seen and every policy that is met. */
  Decision explain(AccessRequest request) {
    Decision decision = decide(request);
    if (!decision.isAllowed()) {
      return decision;
    }
    List<Ground> met = new ArrayList<>();
    policies.grounds(request, met);
    Decision seen = visibility.explain(request);
    return met.isEmpty() ? seen : Decision.all(List.of(seen, new Allowed(met)));
  }

  private Denied denied(AccessRequest request) {
    List<Obstacle> obstacles = new ArrayList<>();
    policies.obstacles(request, obstacles);
    return new Denied(PolicyRules.nearestFirst(obstacles));
  }
}
