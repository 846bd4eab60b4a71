package dev.portcullis.permission;

import dev.portcullis.permission.Condition.HasRole;
import dev.portcullis.permission.Condition.InTeam;
import dev.portcullis.permission.Condition.IsUser;
import dev.portcullis.permission.Condition.OwnsByTeam;
import dev.portcullis.permission.Reason.Unmet;
import java.util.Comparator;

/**
 * The order in which rules are asked: role, ownership, teams, users, policy (Port rule 7).
 *
 * <p>Rules that grant alike follow by name and source, so that the order in which they were handed
 * in shows in no answer.
 */
final class AskingOrder {

  static final Comparator<Unmet> OF_RULES =
      Comparator.comparing(Unmet::reach)
          .thenComparing(Unmet::rule, Comparator.comparingInt(rule -> kind(rule.condition())))
          .thenComparing(Unmet::rule, Comparator.comparing(rule -> named(rule.condition())))
          .thenComparing(Unmet::rule, Comparator.comparing(rule -> rule.action().actionName()))
          .thenComparing(unmet -> unmet.rule().source().document())
          .thenComparingLong(unmet -> unmet.rule().source().version())
          .thenComparing(unmet -> unmet.rule().source().key());

  private AskingOrder() {}

  private static int kind(Condition condition) {
    return switch (condition) {
      case HasRole _ -> 0;
      case OwnsByTeam _ -> 1;
      case InTeam _ -> 2;
      case IsUser _ -> 3;
      case Policy _ -> 4;
    };
  }

  private static String named(Condition condition) {
    return switch (condition) {
      case HasRole(Role role) -> role.roleName();
      case OwnsByTeam _ -> "";
      case InTeam(String team) -> team;
      case IsUser(String handle) -> handle;
      case Policy policy -> policy.toString();
    };
  }
}
