package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Groups that somebody lost at the provider stayed after the next sign-in. */
@OnBothDatabases
class P01GroupsLostInTheProviderTest {

  private final Company company;

  P01GroupsLostInTheProviderTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  @Test
  void whatTheNextClaimLacksIsLost() {
    company.signsIn("ann", -20, "eng", "ops");
    assertThat(company.teamsOf("ann@acme.example")).containsExactlyInAnyOrder("eng", "ops");
    Reply next = company.signsIn("ann", -10, "ops");
    assertThat(next.json().at("/signIn/teams/removed").toString()).isEqualTo("[\"eng\"]");
    assertThat(company.teamsOf("ann@acme.example")).containsExactly("ops");
  }

  @Test
  void whatScimTakesAwayIsLostWithoutASignIn() {
    String ann = company.pushes("ann");
    String eng = company.pushesGroup("eng", ann);
    company.removes(eng, ann);
    assertThat(company.teamsOf(ann)).isEmpty();
  }
}
