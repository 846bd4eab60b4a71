package dev.portcullis.permission;

import dev.portcullis.permission.Condition.HasRole;
import dev.portcullis.permission.Condition.InTeam;
import dev.portcullis.permission.Condition.IsUser;
import dev.portcullis.permission.Condition.OwnsByTeam;
import java.util.ArrayList;
import java.util.List;

/** A blueprint's permission document as a story tells it, written as the rules it stands for. */
final class PermissionDocument {

  private final List<Rule> rules = new ArrayList<>();

  static PermissionDocument empty() {
    return new PermissionDocument();
  }

  /** What Port writes for a new blueprint {@code Env}. */
  static PermissionDocument defaults() {
    PermissionDocument document = empty().roles("read", "Admin", "Member", "Env-moderator");
    for (String action :
        List.of(
            "register",
            "update",
            "unregister",
            "updateProperties.slackChannelUrl",
            "updateProperties.$title",
            "updateProperties.$identifier",
            "updateProperties.$icon",
            "updateProperties.$team",
            "updateRelations.deployedAt")) {
      document.roles(action, "Admin", "Env-moderator");
    }
    return document;
  }

  PermissionDocument roles(String action, String... names) {
    for (String name : names) {
      add(action, new HasRole(Role.named(name).orElseThrow()), "roles");
    }
    return this;
  }

  PermissionDocument onlyRoles(String action, String... names) {
    rules.removeIf(
        rule -> rule.action().actionName().equals(action) && rule.condition() instanceof HasRole);
    return roles(action, names);
  }

  PermissionDocument ownedByTeam(String action) {
    return add(action, new OwnsByTeam(), "ownedByTeam");
  }

  PermissionDocument teams(String action, String... teams) {
    for (String team : teams) {
      add(action, new InTeam(team), "teams");
    }
    return this;
  }

  PermissionDocument users(String action, String... handles) {
    for (String handle : handles) {
      add(action, new IsUser(handle), "users");
    }
    return this;
  }

  PermissionDocument policy(String action, Policy policy) {
    return add(action, policy, "policy");
  }

  private PermissionDocument add(String action, Condition condition, String key) {
    RuleSource source = new RuleSource("blueprint Env", 1, "entities." + action + "." + key);
    rules.add(new Rule(Action.parse(action).orElseThrow(), condition, source));
    return this;
  }

  RuleSet compiled() {
    return RuleSet.of(rules);
  }
}
