package dev.portcullis.permission;

import static dev.portcullis.permission.Cast.ADMIN;
import static dev.portcullis.permission.Cast.MEMBER;
import static dev.portcullis.permission.Cast.MODERATOR;
import static dev.portcullis.permission.Cast.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.permission.Policy.AnyOf;
import dev.portcullis.permission.Policy.Evaluated;
import dev.portcullis.permission.Reason.AdminPasses;
import dev.portcullis.permission.Reason.Failed;
import dev.portcullis.permission.Reason.Granted;
import dev.portcullis.permission.Reason.PolicyUnmet;
import dev.portcullis.permission.Reason.Unmet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees, runs and approves self-service actions, and who reads and edits pages. */
class RunGateTest {

  private static final Policy CONDITION = new Evaluated("condition");
  private static final Subject ENGINEER = person("eng", new Role.Member(), "engineering");

  private static PermissionDocument forEngineers() {
    return PermissionDocument.empty().roles("execute", "Admin").teams("execute", "engineering");
  }

  @Test
  void withoutAPolicyTheListsSayWhoSeesAndWhoRuns() {
    for (String asked : List.of("read", "execute")) {
      assertThat(may(ADMIN, asked, forEngineers(), Map.of())).isTrue();
      assertThat(may(ENGINEER, asked, forEngineers(), Map.of())).isTrue();
      assertThat(may(MEMBER, asked, forEngineers(), Map.of())).isFalse();
    }
    assertThat(may(ENGINEER, "approve", forEngineers(), Map.of())).isFalse();
  }

  @Test
  void withAPolicyTheListsSayWhoSeesAndThePolicyWhoRuns() {
    PermissionDocument document = forEngineers().policy("execute", CONDITION);

    for (boolean isMet : new boolean[] {true, false}) {
      Map<String, Verdict> verdicts = Map.of("condition", Verdict.of(isMet));
      assertThat(may(ENGINEER, "read", document, verdicts)).isTrue();
      assertThat(may(ENGINEER, "execute", document, verdicts)).isEqualTo(isMet);
      assertThat(may(MEMBER, "read", document, verdicts)).isFalse();
      assertThat(may(MEMBER, "execute", document, verdicts)).isFalse();
    }
  }

  @Test
  void anAdminSeesEveryActionAndIsBoundByItsPolicyAllTheSame() {
    PermissionDocument document = PermissionDocument.empty().policy("execute", CONDITION);

    assertThat(may(ADMIN, "read", document, Map.of())).isTrue();
    assertThat(may(ADMIN, "execute", document, Map.of("condition", Verdict.of(false)))).isFalse();
    assertThat(may(ADMIN, "execute", document, Map.of("condition", Verdict.of(true)))).isTrue();
    assertThat(may(ADMIN, "approve", document, Map.of())).isTrue();
  }

  @Test
  void oneOfSeveralConditionsIsEnough() {
    Policy either = new AnyOf(List.of(new Evaluated("a"), new Evaluated("b")));
    PermissionDocument document = forEngineers().policy("execute", either);
    Map<String, Verdict> second = Map.of("a", Verdict.of(false), "b", Verdict.of(true));
    Map<String, Verdict> broken = Map.of("a", new Verdict.Failed("broke"), "b", Verdict.of(true));

    assertThat(may(ENGINEER, "execute", document, second)).isTrue();
    assertThat(may(ENGINEER, "execute", document, broken)).isTrue();
  }

  @Test
  void aConditionThatFailedOrWasForgottenDenies() {
    PermissionDocument document = forEngineers().policy("execute", CONDITION);

    for (Map<String, Verdict> verdicts :
        List.<Map<String, Verdict>>of(Map.of(), Map.of("condition", new Verdict.Failed("broke")))) {
      Decision decision = decide(ENGINEER, "execute", document, verdicts);
      assertThat(decision.isAllowed()).isFalse();
      assertThat(decision.reasons()).singleElement().isInstanceOf(Failed.class);
    }
  }

  @Test
  void ownersOfTheEntityRunTheActionWhereNoPolicyIs() {
    PermissionDocument document = PermissionDocument.empty().ownedByTeam("execute");
    Resource onTheirs = new Resource("_action", "delete_env", Set.of("t1"));
    Resource onOthers = new Resource("_action", "delete_env", Set.of("t2"));

    assertThat(decide(MEMBER, "execute", document, onTheirs).isAllowed()).isTrue();
    assertThat(decide(MEMBER, "execute", document, onOthers).isAllowed()).isFalse();
    document.policy("execute", new AnyOf(List.of()));
    assertThat(decide(MEMBER, "execute", document, onTheirs).isAllowed()).isFalse();
    assertThat(decide(MEMBER, "read", document, onTheirs).isAllowed()).isFalse();
  }

  @Test
  void theReasonsNameBothTheListAndThePolicy() {
    PermissionDocument document = forEngineers().policy("execute", CONDITION);
    Map<String, Verdict> met = Map.of("condition", Verdict.of(true));
    Map<String, Verdict> unmet = Map.of("condition", Verdict.of(false));

    assertThat(decide(ENGINEER, "execute", document, met).reasons())
        .extracting(reason -> ((Granted) reason).rule().source().key())
        .isEqualTo(List.of("entities.execute.teams", "entities.execute.policy"));
    assertThat(decide(ADMIN, "execute", document, met).reasons())
        .hasSize(2)
        .first()
        .isEqualTo(new AdminPasses());
    assertThat(decide(ENGINEER, "execute", document, unmet).reasons())
        .singleElement()
        .isInstanceOf(PolicyUnmet.class);
    assertThat(decide(MEMBER, "execute", document, met).reasons())
        .allMatch(reason -> reason instanceof Unmet(Rule rule, Reach _) && !Oracle.isPolicy(rule));
  }

  @ParameterizedTest
  @ValueSource(strings = {"execute", "approve"})
  void addingOnePolicyFlipsTheDecisionOfWhoWasAllowed(String asked) {
    PermissionDocument document = PermissionDocument.empty().teams(asked, "engineering");
    assertThat(may(ENGINEER, asked, document, Map.of())).isTrue();

    document.policy(asked, CONDITION);

    assertThat(may(ENGINEER, asked, document, Map.of())).isFalse();
    assertThat(may(ENGINEER, asked, document, Map.of("condition", Verdict.of(true)))).isTrue();
  }

  @Test
  void whoEditsAPageReadsIt() {
    PermissionDocument page =
        PermissionDocument.empty().roles("read", "Admin").teams("update", "engineering");

    assertThat(may(ENGINEER, "update", page, Map.of())).isTrue();
    assertThat(may(ENGINEER, "read", page, Map.of())).isTrue();
    assertThat(may(MODERATOR, "read", page, Map.of())).isFalse();
    assertThat(may(ADMIN, "update", page, Map.of())).isTrue();
  }

  private static boolean may(
      Subject subject, String action, PermissionDocument document, Map<String, Verdict> verdicts) {
    return decide(subject, action, document, verdicts).isAllowed();
  }

  private static Decision decide(
      Subject subject, String action, PermissionDocument document, Map<String, Verdict> verdicts) {
    AccessRequest request =
        new AccessRequest(
            subject,
            Action.parse(action).orElseThrow(),
            new Resource("_action", "delete_env", Set.of()),
            Circumstances.NONE.with(verdicts));
    Decision decision = Authorizer.decide(request, document.compiled());
    assertThat(Authorizer.explain(request, document.compiled()).isAllowed())
        .isEqualTo(decision.isAllowed());
    return decision;
  }

  private static Decision decide(
      Subject subject, String action, PermissionDocument document, Resource resource) {
    return Authorizer.decide(Cast.request(subject, action, resource), document.compiled());
  }
}
