package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** One person became two by the case of a letter, or lost the case. */
@OnBothDatabases
class P09LetterCaseTest {

  private final Company company;

  P09LetterCaseTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  @Test
  void aUserNameIsOnePersonsInAnyCaseAndIsKeptAsSent() {
    Reply made =
        company.scim().post("/Users", Company.userBody("Ann.Lee", "00u-1", "a@acme.example"));
    assertThat(made.at("/userName")).isEqualTo("Ann.Lee");
    assertThat(
            company
                .scim()
                .post("/Users", Company.userBody("ANN.LEE", "00u-2", "b@acme.example"))
                .status())
        .isEqualTo(409);
    assertThat(company.knows("ann.lee")).isTrue();
  }

  @Test
  void aClaimsNameMeansAGroupOnlyInItsOwnCase() {
    String ann = company.pushes("ann");
    company.pushesGroup("Eng");
    company.signsIn("ann", 2, "eng");
    assertThat(company.teamsOf(ann)).containsExactly("eng");
  }
}
