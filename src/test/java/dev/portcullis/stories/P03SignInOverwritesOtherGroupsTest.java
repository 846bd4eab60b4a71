package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** A sign-in overwrote groups that came from elsewhere. */
@OnBothDatabases
class P03SignInOverwritesOtherGroupsTest {

  private final Company company;

  P03SignInOverwritesOtherGroupsTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  @Test
  void aClaimTakesAwayOnlyWhatAClaimGave() {
    String ann = company.pushes("ann");
    company.pushesGroup("pushed", ann);
    company.signsIn("ann", -10, "claimed");
    Reply empty = company.signsIn("ann", -5);
    assertThat(empty.json().at("/signIn/teams/removed").toString()).isEqualTo("[\"claimed\"]");
    assertThat(company.teamsOf(ann)).containsExactly("pushed");
  }

  @Test
  void whereClaimsCoverWhatIsPushedTheNewerOneOutweighsAnOlderWord() {
    String ann = company.pushes("ann");
    String eng = company.pushesGroup("eng", ann);
    company.admin().patch("/v1/connections/okta", "{\"claimCovers\":true}");
    assertThat(company.teamsOf(ann)).as("no claim says otherwise").containsExactly("eng");
    company.signsIn("ann", 2);
    assertThat(company.teamsOf(ann)).isEmpty();
    assertThat(company.scim().get("/Groups/" + eng).text())
        .as("SCIM shows what it said")
        .contains(ann);
    company.admin().patch("/v1/connections/okta", "{\"claimCovers\":false}");
    assertThat(company.teamsOf(ann)).containsExactly("eng");
  }

  @Test
  void aGroupThatTheFilterDoesNotLetThroughIsNotCovered() {
    String ann = company.pushes("ann");
    company.pushesGroup("ops", ann);
    company
        .admin()
        .patch(
            "/v1/connections/okta",
            "{\"claimCovers\":true,\"groupFilter\":{\"type\":\"EQUALS\",\"value\":\"eng\"}}");
    company.signsIn("ann", 2);
    assertThat(company.teamsOf(ann)).containsExactly("ops");
  }
}
