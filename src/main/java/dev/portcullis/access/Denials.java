package dev.portcullis.access;

import dev.portcullis.access.AccessReason.Kind;
import dev.portcullis.permission.Action;
import dev.portcullis.permission.Condition;
import dev.portcullis.permission.Policy;
import dev.portcullis.permission.Reason.Failed;
import dev.portcullis.permission.Reason.GivesAway;
import dev.portcullis.permission.Reason.Ignored;
import dev.portcullis.permission.Reason.Inactive;
import dev.portcullis.permission.Reason.NoRuleGrants;
import dev.portcullis.permission.Reason.Obstacle;
import dev.portcullis.permission.Reason.PolicyUnmet;
import dev.portcullis.permission.Reason.Unmet;
import dev.portcullis.permission.Resource;
import dev.portcullis.permission.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Words for why somebody may not, and for what would have been needed. */
final class Denials {

  private Denials() {}

  static AccessReason unknownSubjectType(String type) {
    return AccessReason.of(
        Kind.UNKNOWN_SUBJECT, "There are no subjects of type `%s`, only `user`.".formatted(type));
  }

  static AccessReason invalidQuestion(String problem) {
    return AccessReason.of(Kind.INVALID_QUESTION, "The question cannot be read: " + problem + ".");
  }

  static AccessReason unknownSubject(String id) {
    return AccessReason.of(
        Kind.UNKNOWN_SUBJECT, "Nobody has the id, e-mail or user name `%s`.".formatted(id));
  }

  static AccessReason ambiguousSubject(String id) {
    return AccessReason.of(
        Kind.AMBIGUOUS_SUBJECT,
        "Several people have the user name `%s`; ask by id or e-mail.".formatted(id));
  }

  static AccessReason connectionDisabled(String id) {
    return AccessReason.of(
        Kind.CONNECTION_DISABLED,
        "The connection through which `%s` is known is disabled or deleted.".formatted(id));
  }

  static AccessReason unknownResource(String type) {
    return AccessReason.of(Kind.UNKNOWN_RESOURCE, "There is no blueprint `%s`.".formatted(type));
  }

  static AccessReason unknownObject(String kind, String identifier) {
    return AccessReason.of(
        Kind.UNKNOWN_RESOURCE, "There is no %s `%s`.".formatted(kind, identifier));
  }

  static AccessReason unknownAction(String action, String blueprint) {
    return AccessReason.of(
        Kind.UNKNOWN_ACTION,
        "Resources of type `%s` know no action `%s`.".formatted(blueprint, action));
  }

  /** What stands in the way of a known person and a known action. */
  static AccessReason of(AccessSubject subject, Resource resource, Obstacle obstacle) {
    return switch (obstacle) {
      case Inactive _ ->
          AccessReason.of(Kind.INACTIVE_SUBJECT, "`%s` is deactivated.".formatted(subject.name()));
      case NoRuleGrants(Action action) ->
          AccessReason.of(
                  Kind.NEEDED,
                  "Only the role Admin would do; no rule grants `%s` to anybody else."
                      .formatted(action.actionName()))
              .withRole("Admin");
      case Unmet(Rule rule, _) -> needed(resource, rule).writtenIn(rule.source());
      case PolicyUnmet(Rule rule, _, var missing) ->
          unmet(rule, missing.size()).writtenIn(rule.source());
      case GivesAway(var owners) -> givesAway(owners);
      case Failed(Rule rule, _, var problems) -> failed(rule, problems).writtenIn(rule.source());
      case Ignored(Rule rule) -> ignored(rule).writtenIn(rule.source());
    };
  }

  private static AccessReason needed(Resource resource, Rule rule) {
    String purpose = rule.action().actionName();
    return switch (rule.condition()) {
      case Condition.HasRole(var role) ->
          AccessReason.of(
                  Kind.NEEDED,
                  "The role `%s` would grant `%s`.".formatted(role.roleName(), purpose))
              .withRole(role.roleName());
      case Condition.OwnsByTeam _ ->
          AccessReason.of(
              Kind.NEEDED,
              "Membership in a team that owns the entity would grant `%s`; %s."
                  .formatted(purpose, owners(resource)));
      case Condition.InTeam(String team) ->
          AccessReason.of(
                  Kind.NEEDED, "Membership in team `%s` would grant `%s`.".formatted(team, purpose))
              .withTeam(team);
      case Condition.IsUser(String email) ->
          AccessReason.of(Kind.NEEDED, "`%s` is granted to `%s`.".formatted(purpose, email))
              .withUser(email);
      case Policy _ -> unmet(rule, 1);
    };
  }

  private static AccessReason unmet(Rule rule, int missing) {
    String purpose = rule.action().actionName();
    return AccessReason.of(
        Kind.NEEDED,
        "The policy of `%s` would grant `%s`; %d of its rules would have to hold too."
            .formatted(purpose, purpose, missing));
  }

  private static AccessReason givesAway(Set<String> owners) {
    return AccessReason.of(
        Kind.NEEDED,
        "Whoever may change the owners only as one of them must leave a team of their own; %s."
            .formatted(
                owners.isEmpty() ? "nobody would own it" : "it would be " + ownedBy(owners)));
  }

  private static AccessReason failed(Rule rule, List<String> problems) {
    return AccessReason.of(
        Kind.POLICY_FAILED,
        "The policy of `%s` could not be evaluated and so grants nothing: %s."
            .formatted(rule.action().actionName(), String.join("; ", problems)));
  }

  private static AccessReason ignored(Rule rule) {
    return AccessReason.of(
        Kind.POLICY_IGNORED,
        "The policy of `%s` is ignored because its block has `ownedByTeam`."
            .formatted(rule.action().actionName()));
  }

  private static String owners(Resource resource) {
    return resource.owningTeams().isEmpty()
        ? "no team owns it"
        : "it is " + ownedBy(resource.owningTeams());
  }

  private static String ownedBy(Set<String> teams) {
    return teams.stream().sorted().collect(Collectors.joining("`, `", "owned by `", "`"));
  }
}
