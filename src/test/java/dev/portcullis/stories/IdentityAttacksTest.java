package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ways in which others' identity was taken over in systems of this kind. */
@OnBothDatabases
class IdentityAttacksTest {

  private final Company company;

  IdentityAttacksTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  private Reply posts(String userName, String externalId) {
    return company
        .scim()
        .post("/Users", Company.userBody(userName, externalId, userName + "@evil.example"));
  }

  @Test
  void anExternalIdThatLooksLikeAnIdOfOursMeansNobodyElse() {
    String ann = company.pushes("ann");
    company.pushesGroup("eng", ann);
    String before = company.scim().get("/Users/" + ann).text();
    List<String> made = new ArrayList<>();
    for (String externalId : List.of(ann, "admin", "0", "-1", "1e0", "1")) {
      Reply reply = posts("x-" + externalId, externalId);
      assertThat(reply.status()).as(externalId).isEqualTo(201);
      made.add(reply.at("/id"));
    }
    assertThat(new HashSet<>(made)).hasSize(6).doesNotContain(ann);
    assertThat(company.scim().get("/Users/" + ann).text()).isEqualTo(before);

    String ops = company.pushesGroup("ops");
    company.adds(ops, ann);
    assertThat(company.teamsOf(ann))
        .as("an id comes first")
        .containsExactlyInAnyOrder("eng", "ops");
    assertThat(company.teamsOf(made.getFirst())).isEmpty();
  }

  @Test
  void aReusedUserNameBringsNothingOfTheFormerPerson() {
    String former = company.pushes("ann");
    company.pushesGroup("eng", former);
    company.signsIn("ann", -60, "ops");
    for (int round = 0; round < 10; round++) {
      assertThat(company.scim().delete("/Users/" + former).status()).isEqualTo(204);
      String next = posts("ann", "00u-next-" + round).at("/id");
      assertThat(next).isNotEqualTo(former);
      assertThat(company.teamsOf(next)).isEmpty();
      former = next;
    }
  }

  @Test
  void aSignInNeverTakesTheUserOfAnEqualUserName() {
    String ann = company.pushes("ann");
    company.pushesGroup("eng", ann);
    Reply signIn =
        company.hands(
            company.token("mallory", 0, Map.of("preferred_username", "ann", "groups", List.of())));
    assertThat(signIn.at("/signIn/user/id")).isNotEqualTo(ann);
    assertThat(signIn.json().at("/signIn/teams/kept")).isEmpty();
  }

  @Test
  void aGroupThatIsCalledLikeARoleGivesNone() {
    Reply signIn =
        company.signsIn(
            "ann", 0, "Admin", "admin", "role:admin", "../admin", "Ad\u200bmin", "Moderator");
    assertThat(signIn.at("/signIn/role")).isEqualTo("Member");
  }

  @Test
  void nothingButAPushRevivesSomebody() {
    String ann = company.pushes("ann");
    company.setActive(ann, false);
    assertThat(company.signsIn("ann", 0, "eng").status()).isEqualTo(403);
    company.adds(company.pushesGroup("eng"), "00u-ann");
    assertThat(company.signsIn("ann", 1, "eng").status()).isEqualTo(403);
    company.scim().delete("/Users/" + ann);
    assertThat(company.signsIn("ann", 2, "eng").status()).isEqualTo(403);
  }

  @Test
  void anInvitationIsNotClaimedByAnEmailThatNobodyVouchesFor() {
    Reply invited =
        company
            .admin()
            .post(
                "/v1/users/invite",
                "{\"invitee\":{\"email\":\"boss@acme.example\",\"roles\":[\"Admin\"]}}");
    assertThat(invited.status()).as(invited.text()).isEqualTo(200);
    for (Object verified : List.of(false, "false", 1, "TRUE")) {
      Reply signIn =
          company.hands(
              company.token(
                  "mallory-" + verified,
                  0,
                  Map.of(
                      "email",
                      "boss@acme.example",
                      "email_verified",
                      verified,
                      "groups",
                      List.of())));
      assertThat(signIn.at("/signIn/role")).as(verified.toString()).isEqualTo("Member");
    }
    Reply boss = company.signsIn("boss", 0);
    assertThat(boss.at("/signIn/role")).isEqualTo("Admin");
    assertThat(boss.json().at("/signIn/created").booleanValue()).isFalse();
  }

  @Test
  void anInvitationThatCannotBeReadIsRefused() {
    for (String body :
        List.of(
            "{}",
            "{\"invitee\":{}}",
            "{\"invitee\":{\"email\":\"a#b@x.test\"}}",
            "{\"invitee\":{\"email\":\"a@x.test\",\"roles\":[\"Boss\"]}}",
            "{\"invitee\":{\"email\":\"a@x.test\",\"roles\":[null]}}",
            "{\"invitee\":{\"email\":\"a@x.test\",\"teams\":[\"eng\"]}}",
            "{\"invitee\":{\"email\":\"a@x.test\",\"color\":\"red\"}}")) {
      assertThat(company.admin().post("/v1/users/invite", body).status()).as(body).isEqualTo(422);
    }
    assertThat(
            company
                .admin()
                .post(
                    "/v1/users/invite",
                    "{\"invitee\":{\"email\":\"a@x.test\",\"connection\":\"none\"}}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void aPersonWhoIsMovedIsFoundByIdEmailOrUserName() {
    company.pushes("ann");
    Company other = company.secondOkta();
    Reply moved =
        company
            .admin()
            .post(
                "/v1/users/ann@acme.example/move",
                "{\"connection\":\"second\",\"externalId\":\"00u-ann\"}");
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    assertThat(other.signsIn("ann", 0, "eng").at("/signIn/user/id"))
        .isEqualTo(moved.at("/user/id"));
    assertThat(company.signsIn("ann", 1, "eng").status()).isEqualTo(403);
    assertThat(
            company
                .admin()
                .post("/v1/users/nobody/move", "{\"connection\":\"okta\",\"externalId\":\"x\"}")
                .status())
        .isEqualTo(404);
  }
}
