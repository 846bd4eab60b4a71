package dev.portcullis.permission;

import dev.portcullis.permission.Decision.Allowed;
import dev.portcullis.permission.Decision.Denied;
import dev.portcullis.permission.Reason.AdminPasses;
import dev.portcullis.permission.Reason.Granted;
import dev.portcullis.permission.Reason.Ground;
import dev.portcullis.permission.Reason.Inactive;
import dev.portcullis.permission.Reason.NoRuleGrants;
import dev.portcullis.permission.Reason.Obstacle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides requests as Port does: a pure function of request and rules.
 *
 * <p>An inactive subject is denied everything, then an Admin is allowed everything, then any rule
 * that grants decides; what no rule grants is denied (Port rules 1, 6, 7 and 23).
 */
public final class Authorizer {

  private Authorizer() {}

  /** Decides, and on allowing gives the deciding ground alone. */
  public static Decision decide(AccessRequest request, RuleSet rules) {
    if (!request.subject().active()) {
      return new Denied(List.of(new Inactive()));
    }
    if (request.subject().isAdmin()) {
      return new Allowed(List.of(new AdminPasses()));
    }
    Optional<Granted> ground = rules.firstGround(request);
    return ground.isPresent() ? new Allowed(List.of(ground.get())) : denied(request, rules);
  }

  /**
   * Decides the same, and on allowing gives every ground, the deciding one first. Costs more than
   * {@link #decide}: for the reader who wants to know what else would have to be taken away.
   */
  public static Decision explain(AccessRequest request, RuleSet rules) {
    if (!request.subject().active()) {
      return new Denied(List.of(new Inactive()));
    }
    Stream<Ground> pass =
        request.subject().isAdmin() ? Stream.of(new AdminPasses()) : Stream.empty();
    List<Ground> grounds = Stream.concat(pass, rules.grounds(request)).toList();
    return grounds.isEmpty() ? denied(request, rules) : new Allowed(grounds);
  }

  private static Denied denied(AccessRequest request, RuleSet rules) {
    List<Obstacle> obstacles = rules.obstacles(request.action());
    return new Denied(
        obstacles.isEmpty() ? List.of(new NoRuleGrants(request.action())) : obstacles);
  }
}
