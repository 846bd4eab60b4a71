package dev.portcullis.bench;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import dev.portcullis.permission.AccessRequest;
import dev.portcullis.permission.Action;
import dev.portcullis.permission.Authorizer;
import dev.portcullis.permission.Condition;
import dev.portcullis.permission.Decision;
import dev.portcullis.permission.Resource;
import dev.portcullis.permission.Role;
import dev.portcullis.permission.Rule;
import dev.portcullis.permission.RuleSet;
import dev.portcullis.permission.RuleSource;
import dev.portcullis.permission.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Our engine: a rule set for each blueprint. */
final class PortcullisDecider implements Decider {

  private final Map<String, RuleSet> documents = new HashMap<>();
  private final AccessRequest[] requests;

  PortcullisDecider(BenchWorld world) {
    world.rules().stream()
        .collect(groupingBy(BenchRule::blueprint))
        .forEach((blueprint, rules) -> documents.put(blueprint, compiled(rules)));
    requests =
        world.questions().stream().map(PortcullisDecider::request).toArray(AccessRequest[]::new);
  }

  @Override
  public boolean allows(int question) {
    return decide(question).isAllowed();
  }

  Decision decide(int question) {
    AccessRequest request = requests[question];
    return Authorizer.decide(request, rulesOf(request));
  }

  Decision explain(int question) {
    AccessRequest request = requests[question];
    return Authorizer.explain(request, rulesOf(request));
  }

  private RuleSet rulesOf(AccessRequest request) {
    return requireNonNull(documents.get(request.resource().type()));
  }

  private static RuleSet compiled(List<BenchRule> rules) {
    return RuleSet.of(
        rules.stream()
            .map(rule ->
                new Rule(
                    Action.parse(rule.action()).orElseThrow(),
                    condition(rule),
                    new RuleSource("blueprint " + rule.blueprint(), 1, rule.action())))
            .toList());
  }

  private static Condition condition(BenchRule rule) {
    return switch (rule.grantee()) {
      case ROLE -> new Condition.HasRole(Role.named(rule.name()).orElseThrow());
      case OWNERS -> new Condition.OwnsByTeam();
      case TEAM -> new Condition.InTeam(rule.name());
      case USER -> new Condition.IsUser(rule.name());
    };
  }

  private static AccessRequest request(BenchQuestion question) {
    Set<Role> roles =
        new HashSet<>(
            question.roles().stream().map(Role::named).flatMap(Optional::stream).toList());
    return new AccessRequest(
        new Subject(
            question.person(),
            roles,
            new HashSet<>(question.teams()),
            Set.of(question.person()),
            true),
        Action.parse(question.action()).orElseThrow(),
        new Resource(question.blueprint(), question.entity(), new HashSet<>(question.owners())));
  }
}
