package dev.portcullis.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.permission.Reason.Granted;
import dev.portcullis.permission.Reason.Unmet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.domains.Domain;

/** The engine against {@link NaiveAuthorizer}, on small worlds where names collide often. */
@Domain(Worlds.class)
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class AuthorizerPropertyTest {

  @Property
  void theIndexedEngineAgreesWithTheNaiveOne(
      @ForAll AccessRequest request, @ForAll List<Rule> rules) {
    Decision decision = Authorizer.decide(request, RuleSet.of(rules));

    assertThat(decision.isAllowed()).isEqualTo(NaiveAuthorizer.allows(request, rules));
  }

  @Property
  void explainingDecidesTheSameAndNamesEveryRuleThatGrants(
      @ForAll AccessRequest request, @ForAll List<Rule> rules) {
    Decision decided = Authorizer.decide(request, RuleSet.of(rules));
    Decision explained = Authorizer.explain(request, RuleSet.of(rules));

    assertThat(explained.isAllowed()).isEqualTo(decided.isAllowed());
    assertThat(explained.reasons().getFirst()).isEqualTo(decided.reasons().getFirst());
    if (request.subject().active()) {
      assertThat(rulesOf(explained)).isEqualTo(NaiveAuthorizer.granting(request, rules));
    }
  }

  @Property
  void whatNoRuleGrantsIsDenied(@ForAll AccessRequest request, @ForAll List<Rule> rules) {
    List<Rule> others = new ArrayList<>(rules);
    others.removeAll(NaiveAuthorizer.granting(request, rules));

    assertThat(Authorizer.decide(request, RuleSet.of(others)).isAllowed())
        .isEqualTo(request.subject().active() && request.subject().isAdmin());
  }

  @Property
  void theOrderOfRulesShowsInNoAnswer(
      @ForAll AccessRequest request, @ForAll List<Rule> rules, @ForAll Random random) {
    List<Rule> shuffled = new ArrayList<>(rules);
    shuffled.addAll(rules);
    Collections.shuffle(shuffled, random);

    assertThat(Authorizer.decide(request, RuleSet.of(shuffled)))
        .isEqualTo(Authorizer.decide(request, RuleSet.of(rules)));
    assertThat(Authorizer.explain(request, RuleSet.of(shuffled)))
        .isEqualTo(Authorizer.explain(request, RuleSet.of(rules)));
  }

  @Property
  void anUnrelatedRuleChangesNothingOfAnAllowance(
      @ForAll AccessRequest request, @ForAll List<Rule> rules, @ForAll Rule added) {
    boolean isUnrelated = NaiveAuthorizer.granting(request, List.of(added)).isEmpty();
    List<Rule> more = new ArrayList<>(rules);
    more.add(added);
    Decision before = Authorizer.explain(request, RuleSet.of(rules));
    Decision after = Authorizer.explain(request, RuleSet.of(more));

    if (isUnrelated) {
      assertThat(after.isAllowed()).isEqualTo(before.isAllowed());
      if (before.isAllowed()) {
        assertThat(after).isEqualTo(before);
      }
    } else {
      assertThat(after.isAllowed()).isEqualTo(request.subject().active());
    }
  }

  @Property
  void removingARuleNeverAddsARight(@ForAll AccessRequest request, @ForAll List<Rule> rules) {
    boolean isAllowed = Authorizer.decide(request, RuleSet.of(rules)).isAllowed();

    for (int removed = 0; removed < rules.size(); removed++) {
      List<Rule> fewer = new ArrayList<>(rules);
      fewer.remove(removed);
      assertThat(Authorizer.decide(request, RuleSet.of(fewer)).isAllowed() && !isAllowed).isFalse();
    }
  }

  @Property
  void takingATeamOrARoleAwayNeverAddsARight(
      @ForAll AccessRequest request, @ForAll List<Rule> rules) {
    Subject subject = request.subject();
    boolean isAllowed = Authorizer.decide(request, RuleSet.of(rules)).isAllowed();

    for (Subject less :
        List.of(
            new Subject("s", subject.roles(), Set.of(), subject.handles(), subject.active()),
            new Subject("s", Set.of(), subject.teams(), subject.handles(), subject.active()),
            new Subject("s", subject.roles(), subject.teams(), Set.of(), subject.active()),
            new Subject("s", subject.roles(), subject.teams(), subject.handles(), false))) {
      AccessRequest asked = new AccessRequest(less, request.action(), request.resource());
      assertThat(Authorizer.decide(asked, RuleSet.of(rules)).isAllowed() && !isAllowed).isFalse();
    }
  }

  @Property
  void eachRuleThatADenialNamesWouldGrantToSomebody(
      @ForAll AccessRequest request, @ForAll List<Rule> rules) {
    Subject everybody =
        new Subject(
            "s",
            rules.stream()
                .map(Rule::condition)
                .filter(Condition.HasRole.class::isInstance)
                .map(condition -> ((Condition.HasRole) condition).role())
                .filter(role -> !role.equals(new Role.Admin()))
                .collect(Collectors.toSet()),
            Worlds.TEAMS,
            Worlds.HANDLES,
            true);
    Resource owned = new Resource("Env", "e", Worlds.TEAMS);
    Decision decision = Authorizer.decide(request, RuleSet.of(rules));

    for (Reason reason : decision.reasons()) {
      if (reason instanceof Unmet(Rule rule, Reach _)
          && !rule.condition().equals(new Condition.HasRole(new Role.Admin()))) {
        AccessRequest met = new AccessRequest(everybody, request.action(), owned);
        assertThat(NaiveAuthorizer.granting(met, List.of(rule))).containsExactly(rule);
      }
    }
  }

  private static Set<Rule> rulesOf(Decision decision) {
    return decision.reasons().stream()
        .filter(Granted.class::isInstance)
        .map(reason -> ((Granted) reason).rule())
        .collect(Collectors.toSet());
  }
}
