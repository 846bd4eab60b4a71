package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Two sources deleted each other's groups. */
@OnBothDatabases
class P23TwoConnectionsTest {

  private final Company company;

  P23TwoConnectionsTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  @Test
  void anEqualNameFromAnotherConnectionIsAnotherGroup() {
    Company other = company.secondOkta();
    String ann = company.pushes("ann");
    company.pushesGroup("eng", ann);
    String theirs = other.scim().post("/Users", Company.userBody("zoe")).at("/id");
    other.pushesGroup("eng", theirs);
    assertThat(company.teamsOf(ann)).containsExactly("eng");
    assertThat(company.teamsOf(theirs)).hasSize(1).doesNotContain("eng");
  }

  @Test
  void aClaimOrAFilterOfOneDoesNotTouchTheOther() {
    Company other = company.secondOkta();
    company.signsIn("ann", -10, "eng");
    other.signsIn("zoe", -10, "eng");
    Reply changed =
        other
            .admin()
            .patch(
                "/v1/connections/second",
                "{\"groupFilter\":{\"type\":\"EQUALS\",\"value\":\"none\"}}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(company.teamsOf("ann@acme.example")).containsExactly("eng");
    assertThat(company.teamsOf("zoe@acme.example")).isEmpty();
    other.signsIn("ann", -5);
    assertThat(company.teamsOf("ann@acme.example")).containsExactly("eng");
  }
}
