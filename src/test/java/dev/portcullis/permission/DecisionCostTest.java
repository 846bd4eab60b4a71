package dev.portcullis.permission;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.portcullis.permission.Condition.InTeam;
import dev.portcullis.permission.Condition.IsUser;
import dev.portcullis.permission.Role.Member;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What a decision allocates does not grow with the rules. How long it takes is for the benchmarks;
 * bytes can be counted on a busy machine too.
 */
class DecisionCostTest {

  private static final int QUESTIONS = 2_000;

  /** What a handful of objects needs: a decision, its list, its reason, a few views on lists. */
  private static final long BYTES_OF_A_DECISION = 600;

  @Test
  void allowingAllocatesNoMoreAmongTenThousandRules() {
    Subject subject = person("t5", "u1@x");

    assertThat(bytes(subject, rules(10_000))).isLessThan(BYTES_OF_A_DECISION);
  }

  @Test
  void denyingAllocatesNoMoreAmongTenThousandRules() {
    Subject stranger = person("elsewhere", "stranger@x");

    assertThat(bytes(stranger, rules(10_000))).isLessThan(BYTES_OF_A_DECISION);
  }

  @Test
  void aHundredTeamsAllocateNoMoreThanOne() {
    Set<String> teams = new HashSet<>();
    for (int team = 0; team < 100; team++) {
      teams.add("elsewhere" + team);
    }
    Subject subject = new Subject("s", Set.of(new Member()), teams, Set.of("stranger@x"), true);

    assertThat(bytes(subject, rules(10_000))).isLessThan(BYTES_OF_A_DECISION);
  }

  private static long bytes(Subject subject, RuleSet rules) {
    AccessRequest request = Cast.request(subject, "update", Cast.OWNED_BY_T2);
    ask(request, rules);
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    int allowed = ask(request, rules);
    long after = thread.getCurrentThreadAllocatedBytes();
    assertThat(allowed).isIn(0, QUESTIONS);
    return (after - before) / QUESTIONS;
  }

  private static int ask(AccessRequest request, RuleSet rules) {
    int allowed = 0;
    for (int question = 0; question < QUESTIONS; question++) {
      allowed += Authorizer.decide(request, rules).isAllowed() ? 1 : 0;
    }
    return allowed;
  }

  private static Subject person(String team, String handle) {
    return new Subject("s", Set.of(new Member()), Set.of(team), Set.of(handle), true);
  }

  private static RuleSet rules(int count) {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Condition condition = i % 2 == 0 ? new InTeam("t" + i) : new IsUser("u" + i + "@x");
      rules.add(
          new Rule(
              i % 3 == 0 ? EntityOperation.READ : EntityOperation.UPDATE,
              condition,
              new RuleSource("blueprint Env", 1, "entities")));
    }
    return RuleSet.of(rules);
  }
}
