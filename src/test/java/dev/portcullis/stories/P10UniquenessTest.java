package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** A person was refused because somebody else had the e-mail. */
@OnBothDatabases
class P10UniquenessTest {

  private final Company company;

  P10UniquenessTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  @Test
  void twoPeopleMayHaveOneEmailAndItMeansTheFirst() {
    String first = company.pushes("ann");
    Reply second =
        company.scim().post("/Users", Company.userBody("ben", "00u-ben", "ann@acme.example"));
    assertThat(second.status()).isEqualTo(201);
    company.pushesGroup("eng", first);
    company.pushesGroup("ops", second.at("/id"));
    assertThat(company.teamsOf("ann@acme.example")).containsExactly("eng");
    assertThat(company.teamsOf(second.at("/id"))).containsExactly("ops");
  }

  @Test
  void anAdminMayMoveTheEmailToTheOther() {
    String first = company.pushes("ann");
    String second =
        company
            .scim()
            .post("/Users", Company.userBody("ben", "00u-ben", "ann@acme.example"))
            .at("/id");
    company.pushesGroup("ops", second);
    Reply moved =
        company.admin().put("/v1/users/" + second + "/handle", "{\"email\":\"Ann@acme.example\"}");
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    assertThat(moved.at("/user/email")).isEqualTo("ann@acme.example");
    assertThat(company.teamsOf("ann@acme.example")).containsExactly("ops");
    assertThat(company.knows(first)).isTrue();
    company.scim().put("/Users/" + first, Company.userBody("ann"));
    assertThat(company.teamsOf("ann@acme.example")).as("outweighs a push").containsExactly("ops");
  }
}
