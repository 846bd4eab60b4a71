package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.signin.OpenSession;
import dev.portcullis.signin.SignedInWorld;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What somebody who signed in sees of themselves and of their organization. */
@OnBothDatabases
class SignedInPersonTest {

  private static final String QUESTION =
      """
      {"subject":{"type":"user","id":"%s"},"action":{"name":"read"},
       "resource":{"type":"service","id":"payments"}}
      """;

  private final SignedInWorld world;
  private final String ada;

  SignedInPersonTest(TestDatabase database) {
    this.world = new SignedInWorld(database);
    this.ada = world.pushed("ada");
    world.pushedGroup("team payments", ada);
  }

  private HttpCaller signedIn() {
    return world.caller(world.signedIn(ada));
  }

  @Test
  void aUserIsShownAsPortShowsOne() {
    Reply reply = signedIn().get("/v1/users/ada%40acme.test");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.json().get("ok").booleanValue()).isTrue();
    assertThat(Set.copyOf(reply.json().get("user").propertyNames()))
        .containsAll(
            Set.of(
                "email",
                "firstName",
                "lastName",
                "picture",
                "status",
                "id",
                "type",
                "providers",
                "createdAt",
                "updatedAt",
                "orgs",
                "teams",
                "teamsIdentifiers",
                "roles",
                "orgMembers",
                "termsAccepted",
                "phoneNumber",
                "companyId",
                "companyRole",
                "isInvisible",
                "supportLevel",
                "managedByScim",
                "scimUpdatedAt"));
    assertThat(reply.at("/user/email")).isEqualTo("ada@acme.test");
    assertThat(reply.at("/user/id")).isEqualTo(ada);
    assertThat(reply.at("/user/status")).isEqualTo("ACTIVE");
    assertThat(reply.at("/user/providers/0")).isEqualTo("okta");
    assertThat(reply.at("/user/teams/0")).isEqualTo("team payments");
    assertThat(reply.at("/user/teamsIdentifiers/0")).isNotEmpty();
    assertThat(reply.at("/user/roles/0/name")).isEqualTo("Member");
    assertThat(reply.at("/user/orgs/0/id")).isEqualTo(world.tenant.id());
    assertThat(reply.at("/user/orgMembers/0/orgId")).isEqualTo(world.tenant.id());
  }

  @Test
  void anApiClientAndAnAdminSeeEverybodyByWhateverNamesThem() {
    world.makeAdmin(world.pushed("grace"));
    HttpCaller client = world.tenant.admin();
    HttpCaller admin = world.caller(world.signedIn(client.get("/v1/users/grace").at("/user/id")));
    String expected = client.get("/v1/users/ada%40acme.test").text();
    for (String name : Set.of("ADA%40acme.test", ada, "ada")) {
      assertThat(client.get("/v1/users/" + name).text()).as(name).isEqualTo(expected);
      assertThat(admin.get("/v1/users/" + name).text()).as(name).isEqualTo(expected);
    }
    assertThat(client.get("/v1/users/grace").at("/user/roles/0/name")).isEqualTo("Admin");
  }

  @Test
  void aMemberLearnsNothingOfOthersNotEvenWhetherTheyExist() {
    world.pushed("grace");
    Reply other = signedIn().get("/v1/users/grace%40acme.test");
    Reply nobody = signedIn().get("/v1/users/nobody%40acme.test");
    assertThat(other.status()).isEqualTo(403);
    assertThat(other.at("/error")).isEqualTo("forbidden");
    assertThat(other.text()).isEqualTo(nobody.text());
  }

  @Test
  void aUserOfAnotherOrganizationLooksAbsent() {
    HttpCaller stranger = world.server.tenant().admin();
    for (String path : Set.of("/v1/users/%s", "/v1/users/%s/sessions")) {
      Reply foreign = stranger.get(path.formatted(ada));
      String absentId = "0" + ada.substring(1, 35) + "f";
      Reply absent = stranger.get(path.formatted(absentId));
      assertThat(foreign.status()).isEqualTo(404);
      assertThat(foreign.text().replace(ada, "")).isEqualTo(absent.text().replace(absentId, ""));
    }
    assertThat(stranger.delete("/v1/users/" + ada + "/sessions").status()).isEqualTo(404);
  }

  @Test
  void theOrganizationIsShownAsPortShowsOne() {
    Reply reply = signedIn().get("/v1/organization");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.at("/organization/id")).isEqualTo(world.tenant.id());
    assertThat(reply.at("/organization/name")).isEqualTo(world.tenant.name());
    assertThat(reply.json().at("/organization/featureFlags").isArray()).isTrue();
    assertThat(reply.json().at("/organization/settings/hiddenBlueprints").isArray()).isTrue();
    assertThat(world.tenant.admin().get("/v1/organization").text()).isEqualTo(reply.text());
  }

  @Test
  void aMemberAsksForDecisionsAboutThemselvesAlone() {
    world.pushed("grace");
    for (String self : Set.of("ada@acme.test", ada)) {
      Reply own = signedIn().post("/access/v1/evaluation", QUESTION.formatted(self));
      assertThat(own.status()).as(own.text()).isEqualTo(200);
    }
    Reply other = signedIn().post("/access/v1/evaluation", QUESTION.formatted("grace@acme.test"));
    Reply nobody = signedIn().post("/access/v1/evaluation", QUESTION.formatted("no@acme.test"));
    assertThat(other.status()).isEqualTo(403);
    assertThat(other.text()).isEqualTo(nobody.text());
  }

  @Test
  void theirTokenEndsWithTheirSession() {
    OpenSession session = world.signedIn(ada);
    HttpCaller person = world.caller(session);
    HttpCaller me = person.with("Content-Type", "application/scim+json");
    assertThat(me.get("/scim/v2/Me").status()).isEqualTo(200);
    world.sessions.end(session.organizationId(), session.sessionId());
    assertThat(person.get("/v1/organization").status()).isEqualTo(401);
    assertThat(me.get("/scim/v2/Me").status()).isEqualTo(401);
  }

  @Test
  void oneStatementTellsWhetherAPersonIsStillSignedIn() {
    HttpCaller person = signedIn();
    try (var count = world.server.countStatements()) {
      person.get("/v1/organization");
      assertThat(count.statements()).as("session, organization").hasSize(2);
      assertThat(count.statements().getFirst()).contains("live_sessions");
    }
  }
}
