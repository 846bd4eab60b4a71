package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Nobody could say whether the push or the sign-in decides. */
@OnBothDatabases
class P04WhoOwnsMembershipTest {

  private final Company company;

  P04WhoOwnsMembershipTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  @Test
  void theLaterOfTheTwoDecidesWhereScimTookSomebodyOut() {
    String ann = company.pushes("ann");
    String eng = company.pushesGroup("eng", ann);
    company.removes(eng, ann);
    company.signsIn("ann", -10, "eng");
    assertThat(company.teamsOf(ann)).as("claimed before SCIM took her out").isEmpty();
    company.signsIn("ann", 2, "eng");
    assertThat(company.teamsOf(ann)).containsExactly("eng");
    company.adds(eng, ann);
    company.removes(eng, ann);
    assertThat(company.teamsOf(ann)).isEmpty();
  }

  @Test
  void lastingDisagreementIsShown() {
    String ann = company.pushes("ann");
    String ben = company.pushes("ben");
    company.pushesGroup("eng", ann);
    String ops = company.pushesGroup("ops", ann, ben);
    company.removes(ops, ben);
    Reply none = company.admin().get("/v1/connections/okta/drift");
    assertThat(none.json().at("/drift")).isEmpty();

    company.signsIn("ann", 2, "ops");
    company.signsIn("ben", 2, "ops");
    Reply first = company.admin().get("/v1/connections/okta/drift?limit=1");
    assertThat(first.json().at("/drift")).hasSize(1);
    assertThat(first.at("/drift/0/user/email")).isEqualTo("ann@acme.example");
    assertThat(first.at("/drift/0/team")).isEqualTo("eng");
    assertThat(first.json().at("/drift/0/scim/member").booleanValue()).isTrue();
    assertThat(first.json().at("/drift/0/claim/names").booleanValue()).isFalse();
    assertThat(first.json().at("/drift/0/belongs").booleanValue()).isTrue();
    Reply second =
        company.admin().get("/v1/connections/okta/drift?limit=1&after=" + first.at("/next"));
    assertThat(second.at("/drift/0/user/email")).isEqualTo("ben@acme.example");
    assertThat(second.at("/drift/0/team")).isEqualTo("ops");
    assertThat(second.json().at("/drift/0/scim/member").booleanValue()).isFalse();
    assertThat(second.json().at("/drift/0/claim/names").booleanValue()).isTrue();
    assertThat(second.json().has("next")).isFalse();
  }

  @Test
  void aPageOfDriftThatCannotBeReadIsRefused() {
    assertThat(company.admin().get("/v1/connections/okta/drift?limit=0").status()).isEqualTo(422);
    assertThat(company.admin().get("/v1/connections/okta/drift?after=x").status()).isEqualTo(422);
    assertThat(company.admin().get("/v1/connections/none/drift").status()).isEqualTo(404);
  }
}
