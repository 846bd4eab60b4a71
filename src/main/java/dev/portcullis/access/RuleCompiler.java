package dev.portcullis.access;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.permission.Condition;
import dev.portcullis.permission.Policy;
import dev.portcullis.permission.Role;
import dev.portcullis.permission.Rule;
import dev.portcullis.permission.RuleSet;
import dev.portcullis.permission.RuleSource;
import dev.portcullis.permission.RunOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a permission document into the engine's rules, each knowing where it was written. */
final class RuleCompiler {

  /** The key of what lets everybody be chosen; it stands in no document, and so in no reason. */
  static final String ANYBODY = "approve";

  private final VersionedPermissions document;
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, CatalogRule> catalogRules = new LinkedHashMap<>();

  private RuleCompiler(VersionedPermissions document) {
    this.document = document;
  }

  /**
   * A document as the engine takes it.
   *
   * @param catalogRules what is to be evaluated beforehand, by the keys of the verdicts; each
   *     begins with the key of its block
   * @param hasPolicies whether the circumstances of a request matter
   */
  record Compiled(RuleSet rules, Map<String, CatalogRule> catalogRules, boolean hasPolicies) {}

  /** Role names and teams that mean nothing make no rule. */
  static Compiled compile(VersionedPermissions document) {
    RuleCompiler compiler = new RuleCompiler(document);
    document.permissions().blocks().forEach(compiler::compile);
    if (document.permissions() instanceof ActionPermissions action) {
      compiler.approvers(action);
    }
    boolean hasPolicies =
        document.permissions().blocks().anyMatch(keyed -> keyed.block().policy().isPresent());
    return new Compiled(RuleSet.of(compiler.rules), compiler.catalogRules, hasPolicies);
  }

  private void compile(KeyedBlock keyed) {
    lists(keyed).forEach(rules::add);
    keyed.block().policy().ifPresent(policy -> policy(keyed, policy));
  }

  private void policy(KeyedBlock keyed, Map<String, Object> policy) {
    switch (document.permissions()) {
      case BlueprintPermissions _ -> {
        PolicyReader.Reading reading = PolicyReader.read(keyed.key() + ".policy", policy, false);
        catalogRules.putAll(reading.catalogRules());
        rules.add(rule(keyed, "policy", reading.policy()));
      }
      case ActionPermissions _ ->
          rules.add(rule(keyed, "policy", new Policy.Evaluated(keyed.key() + ".policy")));
      case PagePermissions _ -> {
        // A page's blocks have no policy.
      }
    }
  }

  /** A policy chooses its approvers among everybody, whoever sees the action (Port rule 30). */
  private void approvers(ActionPermissions permissions) {
    if (permissions.approve().policy().isPresent()) {
      rules.add(
          new Rule(
              RunOperation.APPROVE, new Condition.HasRole(new Role.Member()), source(ANYBODY)));
    }
  }

  private Stream<Rule> lists(KeyedBlock keyed) {
    PermissionBlock block = keyed.block();
    Stream<Rule> roles =
        block.roles().stream()
            .map(Role::named)
            .flatMap(Optional::stream)
            .map(role -> rule(keyed, "roles", new Condition.HasRole(role)));
    Stream<Rule> owners =
        block.ownedByTeam()
            ? Stream.of(rule(keyed, "ownedByTeam", new Condition.OwnsByTeam()))
            : Stream.empty();
    Stream<Rule> teams =
        block.teams().stream()
            .flatMap(team -> team.identifier().stream())
            .map(team -> rule(keyed, "teams", new Condition.InTeam(team)));
    Stream<Rule> users =
        block.users().stream()
            .map(user -> new Condition.IsUser(CaseFold.of(user)))
            .map(user -> rule(keyed, "users", user));
    return Stream.of(roles, owners, teams, users).flatMap(each -> each);
  }

  private Rule rule(KeyedBlock keyed, String list, Condition condition) {
    return new Rule(keyed.action(), condition, source(keyed.key() + "." + list));
  }

  private RuleSource source(String key) {
    return new RuleSource(document.owner().inWords(), document.version(), key);
  }
}
