package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** A renamed group lost its rights, or had them twice. */
@OnBothDatabases
class P20RenameTest {

  private final Company company;

  P20RenameTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  @Test
  void aRenameKeepsMembersIdentifierAndWhatOlderClaimsSay() {
    String ann = company.pushes("ann");
    String group = company.pushesGroup("eng", ann);
    company.signsIn("ben", 2, "eng");
    company.renames(group, "engineering");
    assertThat(company.teamsOf(ann)).containsExactly("eng");
    assertThat(company.teamsOf("ben@acme.example")).containsExactly("eng");
  }

  @Test
  void aRenameOntoANameThatClaimsUseTakesItOver() {
    String ann = company.pushes("ann");
    company.signsIn("ben", -10, "engineering");
    String group = company.pushesGroup("eng", ann);
    company.renames(group, "engineering");
    assertThat(company.teamsOf(ann)).containsExactly("eng");
    assertThat(company.teamsOf("ben@acme.example")).containsExactly("eng");
    assertThat(company.scim().get("/Groups").json().at("/totalResults").asInt()).isEqualTo(1);
  }
}
