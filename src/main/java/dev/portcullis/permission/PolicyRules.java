package dev.portcullis.permission;

import dev.portcullis.permission.Decision.Allowed;
import dev.portcullis.permission.Match.MeetsPolicy;
import dev.portcullis.permission.Reason.Failed;
import dev.portcullis.permission.Reason.Granted;
import dev.portcullis.permission.Reason.Ground;
import dev.portcullis.permission.Reason.Obstacle;
import dev.portcullis.permission.Reason.PolicyUnmet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rules whose conditions are policies. Each is evaluated; a document has few. */
record PolicyRules(List<PolicyRule> rules) {

  /** A rule with its policy and with the answer that it gives made beforehand. */
  record PolicyRule(Policy policy, Granted ground, Optional<Allowed> first) {

    static PolicyRule of(Rule rule, Policy policy, Reach reach) {
      Granted ground = new Granted(rule, new MeetsPolicy(), reach);
      return new PolicyRule(policy, ground, Optional.of(new Allowed(List.of(ground))));
    }

    Obstacle obstacle(AccessRequest request) {
      return PolicyCheck.hasFailed(policy, request)
          ? new Failed(ground.rule(), ground.reach(), PolicyGap.problems(policy, request))
          : new PolicyUnmet(ground.rule(), ground.reach(), PolicyGap.missing(policy, request));
    }
  }

  static PolicyRules of(Collection<Rule> rules, Reach reach) {
    return new PolicyRules(
        rules.stream()
            .filter(rule -> rule.condition() instanceof Policy)
            .sorted(RuleOrder.BY_PLACE)
            .map(rule -> PolicyRule.of(rule, (Policy) rule.condition(), reach))
            .toList());
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Allows by the first policy that is met. */
  Optional<Allowed> first(AccessRequest request) {
    for (int i = 0; i < rules.size(); i++) {
      if (PolicyCheck.isMet(rules.get(i).policy(), request)) {
        return rules.get(i).first();
      }
    }
    return Optional.empty();
  }

  /** Adds every policy that is met. */
  void grounds(AccessRequest request, List<Ground> into) {
    for (PolicyRule rule : rules) {
      if (PolicyCheck.isMet(rule.policy(), request)) {
        into.add(rule.ground());
      }
    }
  }

  /** Adds why each of them grants nothing to a request that meets none. */
  void obstacles(AccessRequest request, List<Obstacle> into) {
    for (PolicyRule rule : rules) {
      into.add(rule.obstacle(request));
    }
  }

  /** What could not be evaluated first, then what lacks least. */
  static List<Obstacle> nearestFirst(List<Obstacle> obstacles) {
    return obstacles.stream().sorted(Comparator.comparingInt(PolicyRules::lacking)).toList();
  }

  private static int lacking(Obstacle obstacle) {
    return obstacle instanceof PolicyUnmet unmet ? unmet.missing().size() : 0;
  }
}
