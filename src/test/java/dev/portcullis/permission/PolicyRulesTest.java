package dev.portcullis.permission;

import static dev.portcullis.permission.Cast.ADMIN;
import static dev.portcullis.permission.Cast.MEMBER;
import static dev.portcullis.permission.Cast.MODERATOR;
import static dev.portcullis.permission.Cast.OWNED_BY_T1;
import static dev.portcullis.permission.Cast.OWNED_BY_T2;
import static dev.portcullis.permission.Cast.UNOWNED;
import static dev.portcullis.permission.Cast.may;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.permission.Match.MeetsPolicy;
import dev.portcullis.permission.Operand.Contextual;
import dev.portcullis.permission.Operand.Literal;
import dev.portcullis.permission.Operand.Property;
import dev.portcullis.permission.Policy.AllOf;
import dev.portcullis.permission.Policy.AnyOf;
import dev.portcullis.permission.Policy.Compares;
import dev.portcullis.permission.Policy.Evaluated;
import dev.portcullis.permission.Reason.Failed;
import dev.portcullis.permission.Reason.Granted;
import dev.portcullis.permission.Reason.Ignored;
import dev.portcullis.permission.Reason.PolicyUnmet;
import dev.portcullis.permission.Reason.Unmet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How policies stand beside the lists of a document. */
class PolicyRulesTest {

  private static final Policy ON_CALL =
      new Compares(
          new Contextual(Context.USER, "isOnCall"),
          Comparison.EQUALS,
          new Literal(PropertyValue.of("true")));

  private static final Policy SHARES_REGION =
      new Compares(
          new Property("region"),
          Comparison.CONTAINS_ANY,
          new Contextual(Context.USER_TEAMS, "region"));

  /**
   * Port's example of a read policy: who is on call reads what shares a region with their teams.
   */
  private static PermissionDocument onCallInTheRegion() {
    return PermissionDocument.empty()
        .roles("read", "Admin", "Env-moderator")
        .policy("read", new AllOf(List.of(ON_CALL, SHARES_REGION)));
  }

  @Test
  void whoMeetsThePolicyReadsAndWhoMissesOnePartDoesNot() {
    RuleSet rules = onCallInTheRegion().compiled();

    assertThat(reads(rules, true, "eu", "eu")).isTrue();
    assertThat(reads(rules, false, "eu", "eu")).isFalse();
    assertThat(reads(rules, true, "eu", "us")).isFalse();
    assertThat(may(MODERATOR, "read", UNOWNED, onCallInTheRegion())).isTrue();
    assertThat(may(ADMIN, "read", UNOWNED, onCallInTheRegion())).isTrue();
  }

  @Test
  void besideOwnershipThePolicyIsIgnoredAndADenialSaysSo() {
    PermissionDocument document = onCallInTheRegion().ownedByTeam("read");
    AccessRequest request = reading(OWNED_BY_T2, true, "eu", "eu");
    Decision decision = Authorizer.decide(request, document.compiled());

    assertThat(decision.isAllowed()).isFalse();
    assertThat(decision.reasons()).last().isInstanceOf(Ignored.class);
    assertThat(may(MEMBER, "read", OWNED_BY_T1, document)).isTrue();
  }

  @Test
  void ownershipOfOneOperationLeavesThePolicyOfAnotherInForce() {
    PermissionDocument document = onCallInTheRegion().ownedByTeam("update");

    assertThat(reads(document.compiled(), true, "eu", "eu")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "register", "update", "unregister"})
  void addingOnePolicyFlipsTheDecisionAndWhatItImplies(String granted) {
    PermissionDocument document = PermissionDocument.empty().policy("read", new AllOf(List.of()));
    for (String asked : List.of("read", "register", "update", "unregister", "updateRelations.r")) {
      assertThat(may(MEMBER, asked, OWNED_BY_T1, document)).isFalse();
    }

    document.policy(
        granted,
        new Compares(
            new Property("$team"),
            Comparison.CONTAINS_ANY,
            new Contextual(Context.USER_TEAMS, "$identifier")));

    for (String asked : List.of("read", "register", "update", "unregister", "updateRelations.r")) {
      boolean isCovered = granted.equals("update") && asked.startsWith("update");
      assertThat(may(MEMBER, asked, OWNED_BY_T1, document))
          .as("%s when %s is granted", asked, granted)
          .isEqualTo(asked.equals(granted) || asked.equals("read") || isCovered);
      assertThat(may(MEMBER, asked, OWNED_BY_T2, document)).isFalse();
    }
  }

  @Test
  void aPolicyIsAskedLastAndNamedAsTheGround() {
    RuleSet rules =
        onCallInTheRegion().users("read", "mem@myorg.com").teams("read", "t1").compiled();

    assertThat(Authorizer.explain(reading(UNOWNED, true, "eu", "eu"), rules).reasons())
        .extracting(reason -> ((Granted) reason).rule().source().key())
        .isEqualTo(List.of("entities.read.teams", "entities.read.users", "entities.read.policy"));
    assertThat(
            Authorizer.decide(reading(UNOWNED, true, "eu", "eu"), onCallInTheRegion().compiled())
                .reasons())
        .extracting(reason -> ((Granted) reason).match())
        .isEqualTo(List.of(new MeetsPolicy()));
  }

  @Test
  void aDenialSaysWhichRulesOfThePolicyWereMissing() {
    RuleSet rules = onCallInTheRegion().compiled();

    assertThat(missing(Authorizer.decide(reading(UNOWNED, false, "eu", "eu"), rules)))
        .isEqualTo(List.of(ON_CALL));
    assertThat(missing(Authorizer.decide(reading(UNOWNED, false, "eu", "us"), rules)))
        .isEqualTo(List.of(ON_CALL, SHARES_REGION));
  }

  @Test
  void ofSeveralWaysToMeetAPolicyTheShortestIsNamed() {
    Policy long_ = new AllOf(List.of(new Evaluated("no"), new Evaluated("never")));
    PermissionDocument document =
        PermissionDocument.empty().policy("read", new AnyOf(List.of(long_, ON_CALL)));

    assertThat(
            missing(
                Authorizer.decide(judged(reading(UNOWNED, false, "", "")), document.compiled())))
        .isEqualTo(List.of(ON_CALL));
  }

  @Test
  void nearestComesWhatOneStepGivesThenPoliciesByWhatTheyLackThenWhatIsOutOfReach() {
    RuleSet rules =
        onCallInTheRegion()
            .users("read", "other@myorg.com")
            .teams("read", "t9")
            .policy("update", ON_CALL)
            .compiled();

    Decision decision = Authorizer.decide(reading(UNOWNED, false, "eu", "us"), rules);

    assertThat(decision.reasons())
        .extracting(PolicyRulesTest::keyOf)
        .isEqualTo(
            List.of(
                "entities.read.teams",
                "entities.read.roles",
                "entities.update.policy",
                "entities.read.policy",
                "entities.read.roles",
                "entities.read.users"));
  }

  @Test
  void whatCannotBeEvaluatedDeniesAndIsReported() {
    PermissionDocument document =
        PermissionDocument.empty()
            .policy("read", new AllOf(List.of(new Evaluated("loops"), new Evaluated("forgotten"))));
    Decision decision =
        Authorizer.decide(judged(reading(UNOWNED, true, "", "")), document.compiled());

    assertThat(decision.isAllowed()).isFalse();
    assertThat(decision.reasons())
        .singleElement()
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.problems())
                    .containsExactly(
                        "`loops` ran for longer than 50 ms", "`forgotten` was not evaluated"));
  }

  @Test
  void aFailedPolicyTakesNothingAwayFromOtherGrants() {
    PermissionDocument document =
        PermissionDocument.empty().policy("read", new Evaluated("loops")).teams("read", "t1");

    assertThat(Authorizer.decide(reading(UNOWNED, true, "", ""), document.compiled()).isAllowed())
        .isTrue();
  }

  private static boolean reads(RuleSet rules, boolean onCall, String mine, String its) {
    return Authorizer.decide(reading(UNOWNED, onCall, mine, its), rules).isAllowed();
  }

  private static AccessRequest reading(
      Resource resource, boolean onCall, String teamRegion, String region) {
    Circumstances circumstances =
        new Circumstances(
            new Attributes(Map.of("isOnCall", PropertyValue.of(onCall))),
            List.of(new Attributes(Map.of("region", PropertyValue.of(teamRegion)))),
            Attributes.NONE,
            Attributes.NONE,
            Optional.empty(),
            Map.of());
    Attributes properties =
        new Attributes(Map.of("region", PropertyValue.ofTexts(List.of(region))));
    return new AccessRequest(
        MEMBER,
        EntityOperation.READ,
        new Resource(resource.type(), resource.id(), resource.owningTeams(), properties, Map.of()),
        circumstances);
  }

  private static AccessRequest judged(AccessRequest request) {
    Map<String, Verdict> verdicts =
        Map.of(
            "no", Verdict.of(false),
            "never", Verdict.of(false),
            "loops", new Verdict.Failed("ran for longer than 50 ms"));
    return new AccessRequest(
        request.subject(),
        request.action(),
        request.resource(),
        request.circumstances().with(verdicts));
  }

  private static List<Policy> missing(Decision decision) {
    return decision.reasons().stream()
        .filter(PolicyUnmet.class::isInstance)
        .flatMap(reason -> ((PolicyUnmet) reason).missing().stream())
        .toList();
  }

  private static String keyOf(Reason reason) {
    return switch (reason) {
      case Unmet(Rule rule, Reach _) -> rule.source().key();
      case PolicyUnmet(Rule rule, Reach _, List<Policy> _) -> rule.source().key();
      default -> reason.toString();
    };
  }
}
