package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * People and teams are entities, too: what is done to those is shown beforehand, and held up, as if
 * it had been done to the user or the team.
 */
@OnBothDatabases
class GuardedEntitiesTest {

  private static final String ANN = "ann@acme.example";
  private static final String USERS = "/v1/blueprints/_user/entities";
  private static final String TEAMS = "/v1/blueprints/_team/entities";

  private final Portal portal;
  private final String ann;

  GuardedEntitiesTest(TestDatabase database) {
    portal = new Portal(PortcullisServer.on(database).tenant());
    portal.env();
    ann = portal.person(ANN);
    portal.admin().post("/v1/teams", "{\"name\":\"keepers\",\"users\":[\"" + ANN + "\"]}");
    portal.permit("\"unregister\":{\"teams\":[\"keepers\"]}");
  }

  private void guard() {
    Reply set =
        portal
            .admin()
            .put(
                "/v1/organization/change-guard",
                "{\"enabled\":true,\"sharePercent\":0,\"fewestPeople\":1}");
    assertThat(set.status()).as(set.text()).isEqualTo(200);
  }

  private void assertHeld(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(409);
    assertThat(reply.at("/error")).isEqualTo("mass_change");
    assertThat(reply.at("/details/confirm")).isEqualTo("1");
    assertThat(portal.may(ANN, "unregister", "e1")).isTrue();
  }

  @Test
  void aDryRunOfATeamsEntityShowsWhoLoses() {
    Reply one = portal.admin().delete(TEAMS + "/keepers?dry_run=true");
    Reply several =
        portal
            .admin()
            .post(
                "/v1/blueprints/_team/bulk/entities/delete?dry_run=true",
                "{\"entities\":[\"keepers\"]}");

    assertThat(one.at("/preview/changes/0/losses/0/action")).as(one.text()).isEqualTo("unregister");
    assertThat(several.at("/preview/losing")).as(several.text()).isEqualTo("1");
    assertThat(portal.admin().get("/v1/teams/keepers").status()).isEqualTo(200);
  }

  @Test
  void aDryRunOfAPersonsEntityShowsWhatTheyGainAndLose() {
    Reply promoted =
        portal
            .admin()
            .patch(
                USERS + "/" + ANN + "?dry_run=true", "{\"properties\":{\"port_role\":\"Admin\"}}");
    Reply left = portal.admin().patch(USERS + "/" + ANN + "?dry_run=true", "{\"team\":[]}");
    Reply bulk =
        portal
            .admin()
            .post(
                USERS + "/bulk?upsert=true&merge=true&dry_run=true",
                "{\"entities\":[{\"identifier\":\"" + ANN + "\",\"team\":[]}]}");
    Reply gone = portal.admin().delete(USERS + "/" + ANN + "?dry_run=true");

    assertThat(promoted.at("/preview/changes/0/role/after/role"))
        .as(promoted.text())
        .isEqualTo("Admin");
    assertThat(left.at("/preview/changes/0/teams/left/0")).as(left.text()).isEqualTo("keepers");
    assertThat(bulk.at("/preview/losing")).as(bulk.text()).isEqualTo("1");
    assertThat(gone.at("/preview/losing")).as(gone.text()).isEqualTo("1");
    assertThat(portal.may(ANN, "unregister", "e1")).isTrue();
  }

  /** Credentials that were taken back again would only be tried in vain. */
  @Test
  void aDryRunOfAServiceAccountShowsNoCredentials() {
    String body =
        """
        {"identifier":"ci@serviceaccounts.getport.io","title":"CI",
         "properties":{"port_type":"Service Account","status":"Active","port_role":"Admin"}}
        """;

    Reply dry = portal.admin().post(USERS + "?dry_run=true", body);
    Reply bulk = portal.admin().post(USERS + "/bulk?dry_run=true", "{\"entities\":[" + body + "]}");

    assertThat(dry.status()).as(dry.text()).isEqualTo(200);
    assertThat(dry.at("/preview/gaining")).isEqualTo("1");
    assertThat(bulk.at("/preview/gaining")).as(bulk.text()).isEqualTo("1");
    assertThat(dry.text() + bulk.text()).doesNotContain("clientSecret");
    assertThat(portal.admin().post(USERS, body).text()).contains("clientSecret");
  }

  @Test
  void theGuardHoldsUpWhatIsDoneToEntitiesOfPeopleAndTeams() {
    guard();

    assertHeld(portal.admin().delete(TEAMS + "/keepers"));
    assertHeld(
        portal
            .admin()
            .post("/v1/blueprints/_team/bulk/entities/delete", "{\"entities\":[\"keepers\"]}"));
    assertHeld(portal.admin().patch(USERS + "/" + ANN, "{\"team\":[]}"));
    assertHeld(
        portal.admin().patch(USERS + "/" + ANN, "{\"properties\":{\"status\":\"Disabled\"}}"));
    assertHeld(
        portal
            .admin()
            .post(
                USERS + "?upsert=true&merge=true", "{\"identifier\":\"" + ANN + "\",\"team\":[]}"));
    assertHeld(
        portal
            .admin()
            .post(
                USERS + "/bulk?upsert=true&merge=true",
                "{\"entities\":[{\"identifier\":\"" + ANN + "\",\"team\":[]}]}"));
    assertHeld(portal.admin().delete(USERS + "/" + ANN));

    Reply confirmed = portal.admin().delete(USERS + "/" + ANN + "?confirm=1");
    assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
  }

  @Test
  void whatAnAdminSaysOfPeopleIsShownAndHeldUpToo() {
    Reply invited =
        portal
            .admin()
            .post(
                "/v1/users/invite?dry_run=true",
                "{\"invitee\":{\"email\":\"new@acme.example\",\"roles\":[\"Admin\"]}}");
    Reply renamed =
        portal
            .admin()
            .put("/v1/users/" + ann + "/handle?dry_run=true", "{\"email\":\"a2@acme.example\"}");

    assertThat(invited.at("/preview/changes/0/user/email"))
        .as(invited.text())
        .isEqualTo("new@acme.example");
    assertThat(portal.admin().get("/v1/users/new@acme.example").status()).isEqualTo(404);
    assertThat(renamed.at("/user/email")).as(renamed.text()).isEqualTo("a2@acme.example");
    assertThat(portal.admin().get("/v1/users/" + ANN).status()).isEqualTo(200);
  }

  /** What an integration stores is not looked at; a dry run of it stores nothing, and says so. */
  @Test
  void otherEntitiesHaveNoPreviewAndNoGuard() {
    portal.entity("e1", "keepers");
    guard();

    Reply dry =
        portal.admin().patch("/v1/blueprints/Env/entities/e1?dry_run=true", "{\"team\":[]}");

    assertThat(dry.status()).as(dry.text()).isEqualTo(422);
    assertThat(dry.at("/details/field")).isEqualTo("dry_run");
    assertThat(portal.admin().get("/v1/blueprints/Env/entities/e1").json().at("/entity/team"))
        .hasSize(1);
    assertThat(portal.admin().patch("/v1/blueprints/Env/entities/e1", "{\"team\":[]}").status())
        .isEqualTo(200);
  }
}
