package dev.portcullis.permission;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.permission.Decision.Allowed;
import dev.portcullis.permission.Reason.Failed;
import dev.portcullis.permission.Reason.Granted;
import dev.portcullis.permission.Reason.Ignored;
import dev.portcullis.permission.Reason.PolicyUnmet;
import dev.portcullis.permission.Reason.Unmet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The engine against {@link Oracle} and against the laws that it must keep, on small worlds where
 * names collide often. A world is a number, so that a failure can be looked at again.
 */
class AuthorizerPropertyTest {

  private static final int WORLDS = Integer.getInteger("portcullis.worlds", 100_000);

  /** How many worlds the laws get that compile rules many times over. */
  private static final int WORLDS_FOR_LAWS = WORLDS / 5;

  @Test
  void theEngineAgreesWithTheOracle() {
    everyWorld(
        WORLDS,
        world -> {
          RuleSet rules = RuleSet.of(world.rules());
          boolean allows = new Oracle(world.request(), world.rules()).allows();
          return Authorizer.decide(world.request(), rules).isAllowed() == allows
              && Authorizer.explain(world.request(), rules).isAllowed() == allows;
        });
  }

  @Test
  void aChangeIsAllowedIfTheOracleAllowsEachOfItsParts() {
    everyWorld(
        WORLDS_FOR_LAWS,
        world -> {
          RuleSet rules = RuleSet.of(world.rules());
          boolean allows = allowsEachPart(world.change(), world.rules());
          return Authorizer.decide(world.change(), rules).isAllowed() == allows
              && Authorizer.explain(world.change(), rules).isAllowed() == allows;
        });
  }

  @Test
  void explainingNamesEveryRuleThatGrantsTheDecidingOneFirst() {
    everyWorld(
        WORLDS_FOR_LAWS,
        world -> {
          RuleSet rules = RuleSet.of(world.rules());
          Decision explained = Authorizer.explain(world.request(), rules);
          boolean isWhole =
              !explained.isAllowed()
                  || isRun(world.request())
                  || grantedBy(explained)
                      .equals(new Oracle(world.request(), world.rules()).granting());
          return isWhole
              && explained
                  .reasons()
                  .getFirst()
                  .equals(Authorizer.decide(world.request(), rules).reasons().getFirst());
        });
  }

  @Test
  void aDenialNamesEveryRuleThatCouldHaveGranted() {
    everyWorld(
        WORLDS_FOR_LAWS,
        world -> {
          Decision decision = Authorizer.decide(world.request(), RuleSet.of(world.rules()));
          return decision.isAllowed()
              || isRun(world.request())
              || !world.request().subject().active()
              || named(decision).equals(new Oracle(world.request(), world.rules()).speaking());
        });
  }

  @Test
  void theReasonsAreSufficient() {
    everyWorld(
        WORLDS_FOR_LAWS,
        world -> {
          RuleSet rules = RuleSet.of(world.rules());
          Decision decided = Authorizer.decide(world.request(), rules);
          Decision explained = Authorizer.explain(world.request(), rules);
          Decision change = Authorizer.decide(world.change(), rules);
          return decidesAlike(world.request(), decided)
              && decidesAlike(world.request(), explained)
              && Authorizer.decide(world.change(), RuleSet.of(named(change))).isAllowed()
                  == change.isAllowed();
        });
  }

  @Test
  void whatNoRuleGrantsIsDenied() {
    everyWorld(
        WORLDS_FOR_LAWS,
        world -> {
          List<Rule> others = new ArrayList<>(world.rules());
          others.removeIf(rule -> isMet(rule, world));
          AccessRequest request = world.request();
          boolean admin = request.subject().isAdmin() && request.subject().active();
          Decision decision = Authorizer.decide(request, RuleSet.of(others));
          return admin || !decision.isAllowed();
        });
  }

  @Test
  void theOrderOfRulesShowsInNoAnswer() {
    everyWorld(
        WORLDS_FOR_LAWS,
        world -> {
          List<Rule> shuffled = new ArrayList<>(world.rules());
          shuffled.addAll(world.rules());
          Collections.shuffle(shuffled, new Random(world.rules().size()));
          RuleSet some = RuleSet.of(world.rules());
          RuleSet same = RuleSet.of(shuffled);
          return Authorizer.decide(world.request(), same)
                  .equals(Authorizer.decide(world.request(), some))
              && Authorizer.explain(world.request(), same)
                  .equals(Authorizer.explain(world.request(), some));
        });
  }

  @Test
  void anUnrelatedRuleChangesNothingOfAnAllowance() {
    everyWorld(
        WORLDS_FOR_LAWS,
        world -> {
          Rule added = World.ruleOf(world.rules().hashCode());
          List<Rule> more = new ArrayList<>(world.rules());
          more.add(added);
          Decision before = Authorizer.explain(world.request(), RuleSet.of(world.rules()));
          Decision after = Authorizer.explain(world.request(), RuleSet.of(more));
          return isMet(added, world)
              || takesAwayByBeingThere(added, world.rules())
              || (before.isAllowed() ? after.equals(before) : !after.isAllowed());
        });
  }

  @Test
  void removingARightNeverAddsOne() {
    everyWorld(
        WORLDS_FOR_LAWS,
        world -> {
          boolean isAllowed =
              Authorizer.decide(world.request(), RuleSet.of(world.rules())).isAllowed();
          return isAllowed
              || world.rules().stream()
                  .filter(rule -> !takesAwayByBeingThere(rule, world.rules()))
                  .noneMatch(rule -> allows(world.request(), without(rule, world.rules())));
        });
  }

  @Test
  void takingATeamARoleOrAnAddressAwayNeverAddsARight() {
    everyWorld(
        WORLDS_FOR_LAWS,
        world -> {
          List<Rule> lists = new ArrayList<>(world.rules());
          lists.removeIf(Oracle::isPolicy);
          AccessRequest request = world.request();
          return allows(request, lists)
              || lesser(request.subject())
                  .noneMatch(subject ->
                      allows(
                          new AccessRequest(subject, request.action(), request.resource()), lists));
        });
  }

  @Test
  void aRuleThatADenialNamesIsNotMetAndWhatAPolicyLacksWouldDo() {
    everyWorld(
        WORLDS_FOR_LAWS,
        world -> {
          Decision decision = Authorizer.decide(world.request(), RuleSet.of(world.rules()));
          return decision.reasons().stream()
              .allMatch(reason ->
                  switch (reason) {
                    case Unmet(Rule rule, Reach _) -> !isMet(rule, world);
                    case PolicyUnmet(Rule _, Reach _, List<Policy> missing) ->
                        !missing.isEmpty()
                            && missing.stream().noneMatch(rule -> isMet(rule, world));
                    case Failed(Rule rule, Reach _, List<String> problems) ->
                        !problems.isEmpty() && !isMet(rule, world);
                    default -> true;
                  });
        });
  }

  /** A rule that a grant by ownership ignores, or that guards a run, restricts by being there. */
  private static boolean takesAwayByBeingThere(Rule rule, Collection<Rule> rules) {
    boolean isGuard = rule.action() instanceof RunOperation && Oracle.isPolicy(rule);
    return isGuard
        || (rule.condition() instanceof Condition.OwnsByTeam
            && rules.stream()
                .anyMatch(other -> Oracle.isPolicy(other) && other.action().equals(rule.action())));
  }

  private static boolean allowsEachPart(EntityChange change, List<Rule> rules) {
    boolean registers = change.request().action() == EntityOperation.REGISTER;
    Set<String> free = registers ? Set.of("updateProperties.$title") : Set.of();
    Set<Action> asked =
        change.fields().stream()
            .filter(field -> !free.contains(field.actionName()))
            .collect(toSet());
    if (registers || change.fields().isEmpty()) {
      asked.add(change.request().action());
    }
    return asked.stream().allMatch(action -> allowsPart(change, action, rules, registers));
  }

  private static boolean allowsPart(
      EntityChange change, Action action, List<Rule> rules, boolean registers) {
    AccessRequest whole = change.request();
    Subject subject = whole.subject();
    Oracle oracle =
        new Oracle(
            new AccessRequest(subject, action, whole.resource(), whole.circumstances()), rules);
    boolean movesOwners = !registers && action.actionName().equals("updateProperties.$team");
    return oracle.allows()
        && (!movesOwners
            || subject.roles().contains(new Role.Admin())
            || !Collections.disjoint(change.ownersAfter(), subject.teams())
            || oracle.granting().stream()
                .anyMatch(rule -> !(rule.condition() instanceof Condition.OwnsByTeam)));
  }

  private static Stream<Subject> lesser(Subject subject) {
    Set<Role> roles = subject.roles();
    Set<String> handles = subject.handles();
    boolean active = subject.active();
    return Stream.of(
        new Subject("s", roles, Set.of(), handles, active),
        new Subject("s", Set.of(), subject.teams(), handles, active),
        new Subject("s", roles, subject.teams(), Set.of(), active),
        new Subject("s", roles, subject.teams(), handles, false));
  }

  private static boolean isMet(Rule rule, World.Case world) {
    return isMet(rule.condition(), world);
  }

  private static boolean isMet(Condition condition, World.Case world) {
    Rule asked = new Rule(EntityOperation.READ, condition, new RuleSource("Env", 1, "k"));
    AccessRequest request = world.request();
    AccessRequest reading =
        new AccessRequest(
            request.subject(), EntityOperation.READ, request.resource(), request.circumstances());
    return !new Oracle(reading, List.of(asked)).granting().isEmpty();
  }

  private static boolean isRun(AccessRequest request) {
    return request.action() instanceof RunOperation;
  }

  private static boolean decidesAlike(AccessRequest request, Decision decision) {
    return allows(request, named(decision)) == decision.isAllowed();
  }

  private static boolean allows(AccessRequest request, Collection<Rule> rules) {
    return Authorizer.decide(request, RuleSet.of(rules)).isAllowed();
  }

  private static List<Rule> without(Rule rule, List<Rule> rules) {
    return rules.stream().filter(other -> !other.equals(rule)).toList();
  }

  private static Set<Rule> grantedBy(Decision decision) {
    return decision instanceof Allowed ? named(decision) : Set.of();
  }

  private static Set<Rule> named(Decision decision) {
    return decision.reasons().stream().flatMap(AuthorizerPropertyTest::ruleOf).collect(toSet());
  }

  private static Stream<Rule> ruleOf(Reason reason) {
    return switch (reason) {
      case Granted(Rule rule, Match _, Reach _) -> Stream.of(rule);
      case Unmet(Rule rule, Reach _) -> Stream.of(rule);
      case PolicyUnmet(Rule rule, Reach _, List<Policy> _) -> Stream.of(rule);
      case Failed(Rule rule, Reach _, List<String> _) -> Stream.of(rule);
      case Ignored(Rule rule) -> Stream.of(rule);
      case Reason.AdminPasses _, Reason.Inactive _, Reason.NoRuleGrants _, Reason.GivesAway _ ->
          Stream.empty();
    };
  }

  private static void everyWorld(int worlds, Predicate<World.Case> law) {
    long[] broken =
        LongStream.range(0, worlds)
            .parallel()
            .filter(seed -> !law.test(World.of(seed)))
            .limit(3)
            .toArray();

    assertThat(broken)
        .as(
            "worlds that break the law, the first being %s",
            broken.length == 0 ? "none" : World.of(broken[0]))
        .isEmpty();
  }
}
