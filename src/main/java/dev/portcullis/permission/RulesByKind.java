package dev.portcullis.permission;

import dev.portcullis.permission.Condition.HasRole;
import dev.portcullis.permission.Condition.InTeam;
import dev.portcullis.permission.Condition.IsUser;
import dev.portcullis.permission.Condition.OwnsByTeam;
import dev.portcullis.permission.Role.Admin;
import dev.portcullis.permission.Role.Member;
import dev.portcullis.permission.Role.ModeratorOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules sorted by the kind of their conditions.
 *
 * @param moderators by the blueprint that is moderated
 */
record RulesByKind(
    List<Rule> admins,
    List<Rule> members,
    Map<String, List<Rule>> moderators,
    List<Rule> owners,
    Map<String, List<Rule>> teams,
    Map<String, List<Rule>> users,
    List<Rule> policies) {

  static RulesByKind of(Collection<Rule> rules) {
    RulesByKind sorted =
        new RulesByKind(
            new ArrayList<>(),
            new ArrayList<>(),
            new HashMap<>(),
            new ArrayList<>(),
            new HashMap<>(),
            new HashMap<>(),
            new ArrayList<>());
    rules.forEach(rule -> sorted.listFor(rule.condition()).add(rule));
    return sorted;
  }

  private List<Rule> listFor(Condition condition) {
    return switch (condition) {
      case HasRole(Role role) -> listFor(role);
      case OwnsByTeam _ -> owners;
      case InTeam(String team) -> teams.computeIfAbsent(team, _ -> new ArrayList<>());
      case IsUser(String handle) -> users.computeIfAbsent(handle, _ -> new ArrayList<>());
      case Policy _ -> policies;
    };
  }

  private List<Rule> listFor(Role role) {
    return switch (role) {
      case Admin _ -> admins;
      case Member _ -> members;
      case ModeratorOf(String blueprint) ->
          moderators.computeIfAbsent(blueprint, _ -> new ArrayList<>());
    };
  }
}
