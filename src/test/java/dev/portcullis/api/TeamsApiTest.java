package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.signin.SignedInWorld;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Teams over Port's API: made by hand, and as they come from an identity provider. */
@OnBothDatabases
class TeamsApiTest {

  private final SignedInWorld world;
  private final HttpCaller admin;
  private final String ada;

  TeamsApiTest(TestDatabase database) {
    this.world = new SignedInWorld(database);
    this.admin = world.tenant.admin();
    this.ada = world.pushed("ada");
  }

  private Reply made(String body) {
    return admin.post("/v1/teams", body);
  }

  @Test
  void aTeamIsMadeReadRenamedAndDeletedAsTerraformDoes() {
    Reply made =
        made("{\"name\":\"Team Spider\",\"description\":\"webs\",\"users\":[\"ada@acme.test\"]}");
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    assertThat(made.json().path("team").has("users")).isFalse();
    assertThat(made.at("/team/provider")).isEqualTo("port");
    assertThat(made.at("/team/createdAt")).isNotEmpty();
    Reply read =
        admin.get(
            "/v1/teams/Team%20Spider?fields=name&fields=provider&fields=description"
                + "&fields=createdAt&fields=updatedAt&fields=users.email&fields=users.status");
    assertThat(read.at("/team/users/0/email")).isEqualTo("ada@acme.test");
    assertThat(read.at("/team/users/0/status")).isEqualTo("ACTIVE");
    assertThat(read.json().path("team").has("id")).isFalse();
    Reply renamed = admin.put("/v1/teams/Team%20Spider", "{\"name\":\"Team Ant\"}");
    assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
    assertThat(renamed.json().at("/team/description").isNull()).isTrue();
    assertThat(admin.get("/v1/teams/Team%20Spider").status()).isEqualTo(404);
    assertThat(admin.get("/v1/teams/Team%20Ant").json().at("/team/users")).isEmpty();
    assertThat(admin.delete("/v1/teams/Team%20Ant").text()).isEqualTo("{\"ok\":true}");
    assertThat(admin.get("/v1/teams/Team%20Ant").status()).isEqualTo(404);
  }

  @Test
  void whoIsPutIntoATeamBelongsToItAtOnce() {
    made("{\"name\":\"makers\"}");
    assertThat(admin.patch("/v1/teams/makers", "{\"users\":[\"ada@acme.test\"]}").status())
        .isEqualTo(200);
    assertThat(admin.get("/v1/users/ada%40acme.test").at("/user/teams/0")).isEqualTo("makers");
    assertThat(admin.patch("/v1/teams/makers", "{\"description\":\"they make\"}").status())
        .isEqualTo(200);
    assertThat(admin.get("/v1/teams/makers").at("/team/users/0/email")).isEqualTo("ada@acme.test");
    Reply user = admin.patch("/v1/users/ada%40acme.test", "{\"teams\":[]}");
    assertThat(user.status()).as(user.text()).isEqualTo(200);
    assertThat(user.json().at("/teams")).isEmpty();
    assertThat(admin.get("/v1/teams/makers").json().at("/team/users")).isEmpty();
  }

  @Test
  void anIdentityProvidersTeamIsItsOwn() {
    world.pushedGroup("pushed", ada);
    Reply read = admin.get("/v1/teams/pushed");
    assertThat(read.at("/team/provider")).isEqualTo("okta");
    assertThat(read.at("/team/users/0/email")).isEqualTo("ada@acme.test");
    Reply refused = admin.patch("/v1/teams/pushed", "{\"users\":[]}");
    assertThat(refused.status()).as(refused.text()).isEqualTo(403);
    assertThat(refused.at("/message")).contains("okta").contains("users");
    Reply join = admin.patch("/v1/users/ada%40acme.test", "{\"teams\":[\"pushed\"]}");
    assertThat(join.status()).as(join.text()).isEqualTo(200);
    Reply described = admin.patch("/v1/teams/pushed", "{\"description\":\"from Okta\"}");
    assertThat(described.status()).as(described.text()).isEqualTo(200);
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsDone() {
    made("{\"name\":\"makers\"}");
    assertThat(made("{\"name\":\"makers\"}").status()).isEqualTo(409);
    for (String body :
        List.of(
            "{}",
            "{\"name\":null}",
            "{\"name\":\"a;b\"}",
            "{\"name\":\"x\"}",
            "{\"name\":\"others\",\"users\":[\"nobody@acme.test\"]}",
            "{\"name\":\"others\",\"users\":[null]}",
            "{\"name\":\"others\",\"users\":\"ada@acme.test\"}",
            "{\"name\":\"others\",\"colour\":\"red\"}",
            "{\"name\":7}")) {
      Reply refused = made(body);
      assertThat(refused.status()).as(body + refused.text()).isEqualTo(422);
    }
    assertThat(admin.get("/v1/teams").json().at("/teams")).hasSize(1);
    assertThat(admin.get("/v1/teams/nothing").at("/error")).isEqualTo("not_found");
    assertThat(admin.put("/v1/teams/nothing", "{\"name\":\"xy\"}").status()).isEqualTo(404);
    assertThat(admin.delete("/v1/teams/nothing").status()).isEqualTo(404);
  }

  @Test
  void everybodyReadsTeamsAndAdminsChangeThem() {
    made("{\"name\":\"makers\"}");
    HttpCaller member = world.caller(world.signedIn(ada));
    assertThat(member.get("/v1/teams").at("/teams/0/name")).isEqualTo("makers");
    assertThat(member.post("/v1/teams", "{\"name\":\"mine\"}").status()).isEqualTo(403);
    assertThat(member.delete("/v1/teams/makers").status()).isEqualTo(403);
    HttpCaller elsewhere = world.server.tenant().admin();
    assertThat(elsewhere.get("/v1/teams/makers").status()).isEqualTo(404);
  }

  @Test
  void whatAClientReadItMaySendBack() {
    Reply made = made("{\"name\":\"makers\"}");
    String sent =
        "{\"name\":\"makers\",\"id\":\"%s\",\"provider\":\"port\",\"createdAt\":\"%s\",\"updatedAt\":null}"
            .formatted(made.at("/team/id"), made.at("/team/createdAt"));
    assertThat(admin.put("/v1/teams/makers", sent).status()).isEqualTo(200);
  }
}
