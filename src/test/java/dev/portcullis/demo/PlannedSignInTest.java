package dev.portcullis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannedSignInTest {

  private static final int CLAIM_SIZE_THAT_LOOKS_TRUNCATED = 100;

  private final KubernetesOrganization organization = KubernetesOrganization.load();
  private final List<PlannedSignIn> signIns = PlannedSignIn.all(organization);

  @Test
  void aFewDozenDifferentPeopleSignIn() {
    assertThat(signIns).hasSizeBetween(36, 60);
    assertThat(signIns).extracting(PlannedSignIn::person).doesNotHaveDuplicates();
  }

  @Test
  void thereAreModeratorsNewcomersAndPeopleWithoutAClaim() {
    assertThat(signIns)
        .anyMatch(signIn -> signIn.teamsBefore().stream().anyMatch(Scenario.moderates()))
        .anyMatch(PlannedSignIn::newcomer)
        .anyMatch(signIn -> signIn.account().groups().isEmpty());
  }

  @Test
  void claimsArePartlyMatchedAndPartlyIgnored() {
    PlannedSignIn maintainer = signIns.getFirst();

    assertThat(maintainer.matched()).containsExactly("kubernetes/klog-maintainers");
    assertThat(maintainer.ignored()).containsExactly("kubernetes/everyone");
    assertThat(maintainer.teamsAfter()).isEqualTo(Set.of("kubernetes/klog-maintainers"));
  }

  @Test
  void noClaimIsLongEnoughToLookTruncated() {
    assertThat(signIns)
        .allSatisfy(signIn ->
            assertThat(signIn.account().groups()).hasSizeLessThan(CLAIM_SIZE_THAT_LOOKS_TRUNCATED));
  }
}
