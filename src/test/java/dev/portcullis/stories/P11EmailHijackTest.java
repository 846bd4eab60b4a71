package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever brought an e-mail got the account of the one who had it. */
@OnBothDatabases
class P11EmailHijackTest {

  private final Company company;

  P11EmailHijackTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  @Test
  void anotherSubjectWithTheSameEmailIsAnotherPerson() {
    String ann = company.pushes("ann");
    company.pushesGroup("eng", ann);
    String token =
        company.token("mallory", 0, Map.of("email", "ann@acme.example", "groups", List.of()));
    Reply signIn = company.hands(token);
    assertThat(signIn.at("/signIn/user/id")).isNotEqualTo(ann);
    assertThat(signIn.json().at("/signIn/teams/kept")).isEmpty();
    assertThat(company.teamsOf("ann@acme.example")).containsExactly("eng");
  }

  @Test
  void anUnverifiedEmailMeansNobody() {
    company.hands(
        company.token("eve", 0, Map.of("email_verified", false, "groups", List.of("eng"))));
    assertThat(company.knows("eve@acme.example"))
        .as("as a user name, which nothing is granted to")
        .isTrue();
    Reply handle = company.admin().get("/v1/connections/okta/sign-ins");
    assertThat(handle.status()).isEqualTo(200);
    String pushed =
        company.scim().post("/Users", Company.userBody("x", "00u-x", "eve@acme.example")).at("/id");
    company.pushesGroup("ops", pushed);
    assertThat(company.teamsOf("eve@acme.example")).containsExactly("ops");
  }

  @Test
  void anAddressThatWasLeftBehindBringsNobodyItsRights() {
    String ann = company.pushes("ann");
    company
        .scim()
        .put("/Users/" + ann, Company.userBody("ann", "00u-ann", "ann.married@acme.example"));
    company.scim().post("/Users", Company.userBody("new", "00u-new", "ann@acme.example"));
    assertThat(company.knows("ann@acme.example")).isFalse();
    assertThat(company.knows("ann.married@acme.example")).isTrue();
  }
}
