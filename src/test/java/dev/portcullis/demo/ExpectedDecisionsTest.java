package dev.portcullis.demo;

import static dev.portcullis.demo.ExpectedDecisions.Action.READ;
import static dev.portcullis.demo.ExpectedDecisions.Action.REGISTER;
import static dev.portcullis.demo.ExpectedDecisions.Action.UNREGISTER;
import static dev.portcullis.demo.ExpectedDecisions.Action.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.demo.ExpectedDecisions.Action;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedDecisionsTest {

  private static final Repository KLOG =
      new Repository(
          "kubernetes/klog",
          Map.of("kubernetes/klog-maintainers", "write", "kubernetes/klog-triage", "triage"));

  @Test
  void everybodyReads() {
    assertThat(allowed(Set.of(), READ)).isTrue();
  }

  @Test
  void whoIsInAnOwningTeamUpdatesAndNoMore() {
    Set<String> maintainer = Set.of("kubernetes/klog-maintainers");

    assertThat(allowed(maintainer, UPDATE)).isTrue();
    assertThat(allowed(maintainer, UNREGISTER)).isFalse();
    assertThat(allowed(maintainer, REGISTER)).isFalse();
  }

  @Test
  void triageIsNotOwnership() {
    assertThat(allowed(Set.of("kubernetes/klog-triage"), UPDATE)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Action.class)
  void moderatorsDoEverything(Action action) {
    assertThat(allowed(Set.of("kubernetes/steering-committee"), action)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubernetes/owners",
        "kubernetes-sigs/owners",
        "kubernetes/steering-committee",
        "kubernetes/sig-release-leads"
      })
  void moderatorGroupsModerate(String group) {
    assertThat(Scenario.moderates()).accepts(group);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubernetes/everyone",
        "kubernetes/sig-docs-en-owners",
        "etcd-io/owners",
        "kubernetes/steering-committee-emeritus"
      })
  void groupsOfSimilarNamesDoNot(String group) {
    assertThat(Scenario.moderates()).rejects(group);
  }

  private static boolean allowed(Set<String> teams, Action action) {
    return ExpectedDecisions.allowed(teams, action, KLOG);
  }
}
