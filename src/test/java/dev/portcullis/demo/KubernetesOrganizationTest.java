package dev.portcullis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KubernetesOrganizationTest {

  private final KubernetesOrganization organization = KubernetesOrganization.load();

  @Test
  void holdsWhatItsReadmeSays() {
    assertThat(organization.people().size() + organization.refusedDuplicates().size())
        .isEqualTo(1529);
    assertThat(organization.refusedDuplicates()).hasSize(20);
    assertThat(organization.teams()).hasSize(774);
    assertThat(organization.memberships()).isEqualTo(6281);
    assertThat(organization.repositories()).hasSize(328);
  }

  @Test
  void firstBearerOfALoginIsThePersonAndTheSecondIsRefused() {
    assertThat(organization.people()).contains(new Person("BenTheElder"));
    assertThat(organization.refusedDuplicates()).contains(new Person("bentheelder"));
    assertThat(organization.people())
        .extracting(person -> person.login().toLowerCase(Locale.ROOT))
        .doesNotHaveDuplicates();
  }

  @Test
  void membershipsOfASecondSpellingBelongToTheFirstBearer() {
    assertThat(organization.teamsOf(new Person("BenTheElder")))
        .contains("kubernetes-sigs/kindnet-admins", "kubernetes/steering-committee");
    assertThat(organization.teamsOf(new Person("bentheelder"))).isEmpty();
  }

  @Test
  void everyMembershipIsSeenFromBothSides() {
    assertThat(
            organization.people().stream()
                .mapToInt(person -> organization.teamsOf(person).size())
                .sum())
        .isEqualTo(organization.memberships());
  }

  @Test
  void onlyAdminMaintainAndWriteOwnARepository() {
    Repository etcd =
        organization.repositories().stream()
            .filter(repository -> repository.name().equals("etcd-io/etcd"))
            .findFirst()
            .orElseThrow();

    assertThat(etcd.rights()).containsEntry("etcd-io/reviewers-etcd", "triage");
    assertThat(etcd.owningTeams())
        .contains("etcd-io/etcd-admins", "etcd-io/maintainers-etcd")
        .doesNotContain("etcd-io/reviewers-etcd");
    assertThat(organization.repositories())
        .allSatisfy(repository -> assertThat(repository.owningTeams()).isNotEmpty());
  }

  @Test
  void idsLookLikeOktasAndNeverMeet() {
    assertThat(organization.people())
        .extracting(Person::externalId)
        .allMatch(id -> id.matches("00u[0-9A-Za-z]{17}"))
        .doesNotHaveDuplicates();
    assertThat(new Person("BenTheElder").externalId())
        .isEqualTo(new Person("BenTheElder").externalId())
        .isNotEqualTo(new Person("bentheelder").externalId());
  }

  @Test
  void claimIsWhatOktasFilterLeaves() {
    Account account =
        Account.of(
            new Person("somebody"), Set.of("kubernetes/owners", "kubernetes-nightly/everyone"));

    assertThat(account.groups()).containsExactly("kubernetes/owners");
  }
}
