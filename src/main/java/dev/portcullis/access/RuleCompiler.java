package dev.portcullis.access;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.permission.Condition;
import dev.portcullis.permission.Role;
import dev.portcullis.permission.Rule;
import dev.portcullis.permission.RuleSet;
import dev.portcullis.permission.RuleSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a permission document into the engine's rules, each knowing where it was written. */
final class RuleCompiler {

  private RuleCompiler() {}

  /** Role names and teams that mean nothing make no rule. */
  static RuleSet compile(VersionedPermissions document) {
    return RuleSet.of(
        document.permissions().blocks().flatMap(block -> rules(document, block)).toList());
  }

  private static Stream<Rule> rules(VersionedPermissions document, KeyedBlock keyed) {
    PermissionBlock block = keyed.block();
    Stream<Rule> roles =
        block.roles().stream()
            .map(Role::named)
            .flatMap(Optional::stream)
            .map(role -> rule(document, keyed, "roles", new Condition.HasRole(role)));
    Stream<Rule> owners =
        block.ownedByTeam()
            ? Stream.of(rule(document, keyed, "ownedByTeam", new Condition.OwnsByTeam()))
            : Stream.empty();
    Stream<Rule> teams =
        block.teams().stream()
            .flatMap(team -> team.identifier().stream())
            .map(team -> rule(document, keyed, "teams", new Condition.InTeam(team)));
    Stream<Rule> users =
        block.users().stream()
            .map(user -> new Condition.IsUser(CaseFold.of(user)))
            .map(user -> rule(document, keyed, "users", user));
    return Stream.of(roles, owners, teams, users).flatMap(rules -> rules);
  }

  private static Rule rule(
      VersionedPermissions document, KeyedBlock keyed, String list, Condition condition) {
    RuleSource source =
        new RuleSource(
            "blueprint " + document.blueprint(), document.version(), keyed.key() + "." + list);
    return new Rule(keyed.action(), condition, source);
  }
}
