package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** A user whom a sign-in had made answered every push with 409, and lost the link. */
@OnBothDatabases
class P08SignInBeforePushTest {

  private final Company company;

  P08SignInBeforePushTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  @Test
  void theNextPushAdoptsThemUnderTheSameId() {
    Reply first = company.signsIn("ann", -10, "eng");
    String id = first.at("/signIn/user/id");
    Reply pushed = company.scim().post("/Users", Company.userBody("ann"));
    assertThat(pushed.status()).isEqualTo(201);
    assertThat(pushed.at("/id")).isEqualTo(id);
    Reply second = company.signsIn("ann", -5, "eng", "ops");
    assertThat(second.at("/signIn/user/id")).isEqualTo(id);
    assertThat(company.teamsOf(id)).containsExactlyInAnyOrder("eng", "ops");
  }

  @Test
  void aPushUnderAnotherExternalIdGetsTheUserNameThatASignInTook() {
    Reply signIn = company.signsIn("ann", -10, "eng");
    Reply pushed =
        company
            .scim()
            .post("/Users", Company.userBody("ann@acme.example", "00u-x", "x@acme.example"));
    assertThat(pushed.status()).isEqualTo(201);
    assertThat(pushed.at("/id")).isNotEqualTo(signIn.at("/signIn/user/id"));
    assertThat(company.scim().get("/Users/" + signIn.at("/signIn/user/id")).at("/userName"))
        .isEqualTo("00u-ann");
  }

  @Test
  void aChangeOfTheExternalIdOntoASignInsUserMakesOneOfTheTwo() {
    String old = company.pushes("old");
    company.pushesGroup("of-the-old-one", old);
    String signedIn = company.signsIn("ann", -10, "eng").at("/signIn/user/id");

    Reply changed =
        company
            .scim()
            .patch("/Users/" + old, "{\"op\":\"replace\",\"value\":{\"externalId\":\"00u-ann\"}}");

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(company.teamsOf(old)).as("those of the other person").containsExactly("eng");
    assertThat(company.scim().get("/Users/" + signedIn).status()).isEqualTo(404);
    assertThat(company.signsIn("ann", -5, "eng").at("/signIn/user/id")).isEqualTo(old);
    assertThat(company.signsIn("old", 0, "eng").status())
        .as("whoever bore the record before is gone")
        .isEqualTo(403);
  }
}
