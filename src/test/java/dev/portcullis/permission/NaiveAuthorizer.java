package dev.portcullis.permission;

import dev.portcullis.permission.Condition.HasRole;
import dev.portcullis.permission.Condition.InTeam;
import dev.portcullis.permission.Condition.IsUser;
import dev.portcullis.permission.Condition.OwnsByTeam;
import dev.portcullis.permission.Role.Admin;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Port's rules in the plainest words: every rule is read, and nothing is indexed. */
final class NaiveAuthorizer {

  private NaiveAuthorizer() {}

  static boolean allows(AccessRequest request, Collection<Rule> rules) {
    Subject subject = request.subject();
    if (!subject.active()) {
      return false;
    }
    return subject.roles().contains(new Admin()) || !granting(request, rules).isEmpty();
  }

  static Set<Rule> granting(AccessRequest request, Collection<Rule> rules) {
    return rules.stream()
        .filter(rule -> speaksOf(rule.action().actionName(), request.action().actionName()))
        .filter(rule -> holds(rule.condition(), request))
        .collect(Collectors.toSet());
  }

  private static boolean speaksOf(String granted, String asked) {
    boolean isField = asked.startsWith("updateProperties.") || asked.startsWith("updateRelations.");
    return granted.equals(asked) || asked.equals("read") || (isField && granted.equals("update"));
  }

  private static boolean holds(Condition condition, AccessRequest request) {
    Subject subject = request.subject();
    return switch (condition) {
      case HasRole(Role role) -> subject.roles().stream().anyMatch(held -> reaches(role, held));
      case OwnsByTeam _ ->
          subject.teams().stream()
              .anyMatch(mine -> request.resource().owningTeams().stream().anyMatch(mine::equals));
      case InTeam(String team) -> subject.teams().stream().anyMatch(team::equals);
      case IsUser(String handle) -> subject.handles().stream().anyMatch(handle::equalsIgnoreCase);
      case Policy policy -> PolicyCheck.isMet(policy, request);
    };
  }

  private static boolean reaches(Role granted, Role held) {
    return switch (granted.roleName()) {
      case "Admin" -> held.roleName().equals("Admin");
      case "Member" -> true;
      default ->
          held.roleName().equals("Admin") || held.roleName().equalsIgnoreCase(granted.roleName());
    };
  }
}
