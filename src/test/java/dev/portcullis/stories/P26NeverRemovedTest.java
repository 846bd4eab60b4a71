package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The removal of somebody whom Okta had only staged was never sent. */
@OnBothDatabases
class P26NeverRemovedTest {

  private final Company company;

  P26NeverRemovedTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  @Test
  void whoIsKnownByClaimsAloneLosesByTheNextClaimWhatNoPushTakesAway() {
    company.signsIn("ann", -20, "eng");
    String group = company.pushesGroup("eng");
    company.replaces(group, company.pushes("ben"));
    assertThat(company.teamsOf("ann@acme.example"))
        .as("the push does not speak of her")
        .containsExactly("eng");
    company.signsIn("ann", 2);
    assertThat(company.teamsOf("ann@acme.example")).isEmpty();
  }

  @Test
  void aFullPushTakesAwayWhatItDoesNotNameThoughNoRemovalWasSent() {
    String ann = company.pushes("ann");
    String ben = company.pushes("ben");
    String group = company.pushesGroup("eng", ann, ben);
    company.replaces(group, ben);
    assertThat(company.teamsOf(ann)).isEmpty();
  }
}
