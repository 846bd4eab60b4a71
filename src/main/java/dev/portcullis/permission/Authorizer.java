package dev.portcullis.permission;

import dev.portcullis.permission.Condition.OwnsByTeam;
import dev.portcullis.permission.Decision.Allowed;
import dev.portcullis.permission.Decision.Denied;
import dev.portcullis.permission.Reason.GivesAway;
import dev.portcullis.permission.Reason.Granted;
import dev.portcullis.permission.Reason.Ground;
import dev.portcullis.permission.Reason.Inactive;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Decides requests as Port does: a pure function of request and rules.
 *
 * <p>An inactive subject is denied everything, then an Admin is allowed everything but to run what
 * a policy guards, then any rule that grants decides; what no rule grants is denied (Port rules 1,
 * 6, 7, 23 and 26).
 *
 * <p>A decision does not copy, walk through or allocate by rules that do not concern it.
 */
public final class Authorizer {

  private static final Denied INACTIVE = new Denied(List.of(new Inactive()));

  private Authorizer() {}

  /** Decides, and on allowing gives the deciding ground alone. */
  public static Decision decide(AccessRequest request, RuleSet rules) {
    return request.subject().active() ? rules.decide(request) : INACTIVE;
  }

  /**
   * Decides the same, and on allowing gives every ground, the deciding one first. Costs more than
   * {@link #decide}: for the reader who wants to know what else would have to be taken away.
   */
  public static Decision explain(AccessRequest request, RuleSet rules) {
    return request.subject().active() ? rules.explain(request) : INACTIVE;
  }

  /**
   * Decides about several values at once: each must be allowed, and what allows each is given. The
   * right to update everything covers all of them; the first that is denied denies the whole.
   */
  public static Decision decide(EntityChange change, RuleSet rules) {
    return decide(change, rules, Authorizer::decide);
  }

  /** Decides the same with every ground for every part. */
  public static Decision explain(EntityChange change, RuleSet rules) {
    return decide(change, rules, Authorizer::explain);
  }

  private static Decision decide(
      EntityChange change, RuleSet rules, BiFunction<AccessRequest, RuleSet, Decision> each) {
    Decision decision =
        Decision.all(change.parts().stream().map(part -> each.apply(part, rules)).toList());
    return decision.isAllowed() && change.givesAway()
        ? Decision.all(List.of(decision, despiteGivingAway(change, rules)))
        : decision;
  }

  /** Whoever may change the owners only as one of them must leave one of theirs (Port rule 20). */
  private static Decision despiteGivingAway(EntityChange change, RuleSet rules) {
    return explain(change.aboutOwners(), rules).reasons().stream()
        .filter(reason -> reason instanceof Ground ground && !isByOwnership(ground))
        .findFirst()
        .<Decision>map(ground -> new Allowed(List.of((Ground) ground)))
        .orElseGet(() -> new Denied(List.of(new GivesAway(change.ownersAfter()))));
  }

  private static boolean isByOwnership(Ground ground) {
    return ground instanceof Granted granted && granted.rule().condition() instanceof OwnsByTeam;
  }
}
