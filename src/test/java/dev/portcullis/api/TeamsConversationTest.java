package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Teams over the API: those that Admins make by hand, and those that Okta brings. */
@OnBothDatabases
class TeamsConversationTest {

  private final Portal portal;
  private final HttpCaller admin;
  private String ann;

  TeamsConversationTest(TestDatabase database) {
    portal = new Portal(PortcullisServer.on(database).tenant());
    admin = portal.admin();
  }

  @BeforeEach
  void people() {
    ann = portal.person("ann@acme.test");
    portal.person("ben@acme.test");
  }

  private Reply team(String body) {
    return answered(200, admin.post("/v1/teams", body));
  }

  private static Reply answered(int status, Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    return reply;
  }

  private List<String> members(String team) {
    List<String> members = new ArrayList<>();
    answered(200, admin.get("/v1/teams/" + team))
        .json()
        .at("/team/users")
        .forEach(user -> members.add(user.get("email").asString()));
    return members;
  }

  @Test
  void aTeamIsMadeShownEditedAndDeleted() {
    Reply made =
        team(
            "{\"name\":\"Team A/B\",\"description\":\"both\",\"users\":[\"ann@acme.test\"]}"
                .replace("Team A/B", "Team AB"));
    assertThat(made.json().get("team").propertyNames())
        .containsExactlyInAnyOrder(
            "id", "name", "provider", "description", "createdAt", "updatedAt");
    assertThat(made.at("/team/provider")).isEqualTo("port");

    Reply shown = answered(200, admin.get("/v1/teams/Team%20AB"));
    assertThat(shown.at("/team/users/0/email")).isEqualTo("ann@acme.test");
    assertThat(shown.at("/team/users/0/status")).isEqualTo("ACTIVE");
    assertThat(shown.at("/team/description")).isEqualTo("both");

    answered(200, admin.patch("/v1/teams/Team%20AB", "{\"name\":\"Team C\"}"));
    assertThat(members("Team%20C")).containsExactly("ann@acme.test");
    assertThat(admin.get("/v1/teams/Team%20C").at("/team/description")).isEqualTo("both");
    answered(404, admin.get("/v1/teams/Team%20AB"));

    Reply put = answered(200, admin.put("/v1/teams/Team%20C", "{\"name\":\"Team C\"}"));
    assertThat(put.json().at("/team/description").isNull()).isTrue();
    assertThat(put.json().get("team").has("users")).isFalse();
    assertThat(members("Team%20C")).isEmpty();

    assertThat(answered(200, admin.delete("/v1/teams/Team%20C")).text()).isEqualTo("{\"ok\":true}");
    answered(404, admin.delete("/v1/teams/Team%20C"));
  }

  @Test
  void whatIsReadCanBeSentBack() {
    team("{\"name\":\"Team\",\"users\":[\"ann@acme.test\"]}");
    String read = admin.get("/v1/teams/Team").json().get("team").toString();

    answered(200, admin.put("/v1/teams/Team", read));

    assertThat(admin.get("/v1/teams/Team").json().get("team").toString()).isEqualTo(read);
  }

  @Test
  void readersChooseFields() {
    team("{\"name\":\"Team\",\"users\":[\"ann@acme.test\"]}");

    Reply some =
        admin.get("/v1/teams?fields=provider,users.email&fields=description&fields=nonsense");
    assertThat(some.json().at("/teams/0").propertyNames())
        .containsExactlyInAnyOrder(
            "name", "createdAt", "updatedAt", "provider", "description", "users");
    assertThat(some.json().at("/teams/0/users/0").propertyNames()).containsExactly("email");
    assertThat(admin.get("/v1/teams?fields=name").json().at("/teams/0").has("users")).isFalse();
    assertThat(admin.get("/v1/teams").json().at("/teams/0/users/0").size()).isEqualTo(5);
  }

  @Test
  void mistakesAreToldAtOnceAndChangeNothing() {
    Reply wrong =
        answered(
            422,
            admin.post(
                "/v1/teams", "{\"name\":\"a#b\",\"users\":[\"no@acme.test\",\"none@acme.test\"]}"));
    assertThat(wrong.at("/message")).contains("`name`", "`no@acme.test`", "`none@acme.test`");
    answered(422, admin.post("/v1/teams", "{\"users\":[]}"));
    answered(422, admin.post("/v1/teams", "{\"name\":\"Team\",\"nmae\":1}"));
    answered(422, admin.post("/v1/teams", "{\"name\":\"Team\",\"users\":[1]}"));
    team("{\"name\":\"Team\"}");
    assertThat(answered(409, admin.post("/v1/teams", "{\"name\":\"Team\"}")).at("/error"))
        .isEqualTo("conflict");
    answered(422, admin.patch("/v1/teams/Team", "{\"name\":null}"));
    answered(422, admin.patch("/v1/teams/Team", "{\"users\":[\"no@acme.test\"]}"));
    assertThat(admin.get("/v1/teams").json().get("teams").size()).isEqualTo(1);
  }

  @Test
  void anIdentityProvidersTeamIsDescribedAndDeletedButNotEdited() {
    portal.group("pay/ments", ann);

    Reply shown = answered(200, admin.get("/v1/teams/pay%2Fments"));
    assertThat(shown.at("/team/provider")).isEqualTo("okta");
    Reply refused =
        answered(
            403,
            admin.patch(
                "/v1/teams/pay%2Fments", "{\"users\":[\"ben@acme.test\"],\"name\":\"x y\"}"));
    assertThat(refused.at("/error")).isEqualTo("protected_resource");
    assertThat(refused.at("/message")).contains("okta", "`name`", "`users`");

    answered(
        200,
        admin.put(
            "/v1/teams/pay%2Fments", "{\"name\":\"pay/ments\",\"description\":\"who pays\"}"));
    assertThat(members("pay%2Fments")).containsExactly("ann@acme.test");
    answered(200, admin.delete("/v1/teams/pay%2Fments"));
    assertThat(portal.okta().scim().get("/scim/v2/Groups").at("/totalResults")).isEqualTo("0");
  }

  @Test
  void theLastAdminsTeamIsNotDeleted() {
    portal.group("bosses", ann);
    portal.groupRule("bosses", "bosses", "{\"role\":\"Admin\"}");

    answered(409, admin.delete("/v1/teams/bosses"));

    assertThat(members("bosses")).containsExactly("ann@acme.test");
  }

  @Test
  void aTeamMadeByHandDecidesAndSaysSo() {
    portal.env();
    portal.entity("e1");
    Reply made = team("{\"name\":\"Readers\",\"users\":[\"ann@acme.test\"]}");
    portal.permit("\"update\":{\"roles\":[],\"teams\":[\"Readers\"]}");

    Reply asked = portal.ask("ann@acme.test", "update", "e1", "{}");

    assertThat(asked.at("/decision")).isEqualTo("true");
    assertThat(asked.at("/context/reasons/0/team")).isEqualTo("Readers");
    assertThat(asked.at("/context/reasons/0/evidence/0/source")).isEqualTo("by-hand");
    assertThat(asked.at("/context/reasons/0/evidence/0/by")).isNotEmpty();
    assertThat(asked.at("/context/reasons/0/evidence/0/traceId"))
        .isEqualTo(made.header("X-Trace-Id"));
    assertThat(portal.may("ben@acme.test", "update", "e1")).isFalse();

    admin.patch("/v1/teams/Readers", "{\"users\":[]}");
    assertThat(portal.may("ann@acme.test", "update", "e1")).isFalse();
  }

  @Test
  void anotherTeamOfTheNameInheritsNothing() {
    portal.env();
    portal.entity("e1");
    team("{\"name\":\"Readers\",\"users\":[\"ann@acme.test\"]}");
    String block = "\"update\":{\"roles\":[],\"teams\":[\"Readers\"]}";
    portal.permit(block);
    answered(200, admin.delete("/v1/teams/Readers"));
    team("{\"name\":\"Readers\",\"users\":[\"ann@acme.test\"]}");

    assertThat(portal.may("ann@acme.test", "update", "e1")).isFalse();
    portal.permit(block);
    assertThat(portal.may("ann@acme.test", "update", "e1")).isTrue();
  }

  @Test
  void entitiesAndTeamsAreTheSame() {
    Reply made =
        answered(
            201,
            admin.post(
                "/v1/blueprints/_team/entities?upsert=true",
                "{\"identifier\":\"team-1\",\"title\":\"Team One\","
                    + "\"properties\":{\"description\":\"the first\"}}"));
    assertThat(made.at("/entity/identifier")).isEqualTo("team-1");
    assertThat(admin.get("/v1/teams/Team%20One").at("/team/description")).isEqualTo("the first");
    answered(200, admin.patch("/v1/teams/Team%20One", "{\"users\":[\"ann@acme.test\"]}"));
    Reply entity = answered(200, admin.get("/v1/blueprints/_team/entities/team-1"));
    assertThat(entity.at("/entity/properties/size")).isEqualTo("1");
    Reply plain =
        admin.get("/v1/blueprints/_team/entities/team-1?exclude_calculated_properties=true");
    assertThat(plain.json().at("/entity/properties").has("size")).isFalse();

    // What was read is sent back under another title.
    answered(
        200,
        admin.put(
            "/v1/blueprints/_team/entities/team-1",
            entity.json().get("entity").toString().replace("Team One", "Team Uno")));
    assertThat(members("Team%20Uno")).containsExactly("ann@acme.test");

    answered(
        200,
        admin.patch(
            "/v1/blueprints/_team/entities/team-1", "{\"properties\":{\"description\":null}}"));
    assertThat(admin.get("/v1/teams/Team%20Uno").json().at("/team/description").isNull()).isTrue();

    team("{\"name\":\"Team Two\"}");
    Reply taken =
        answered(
            422, admin.patch("/v1/blueprints/_team/entities/team-1", "{\"title\":\"Team Two\"}"));
    assertThat(taken.at("/message")).contains("title", "Team Two");

    answered(200, admin.delete("/v1/blueprints/_team/entities/team-1"));
    answered(404, admin.get("/v1/teams/Team%20Uno"));
    Reply again =
        answered(
            422,
            admin.post(
                "/v1/blueprints/_team/entities", "{\"identifier\":\"team-1\",\"title\":\"X1\"}"));
    assertThat(again.at("/message")).contains("team-1", "deleted");
  }

  @Test
  void whatAnOrganizationAddsGoesWithTheTeam() {
    answered(
        200,
        admin.put(
            "/v1/blueprints/_team",
            "{\"identifier\":\"_team\",\"title\":\"Team\",\"schema\":{\"properties\":"
                + "{\"description\":{\"type\":\"string\"},\"floor\":{\"type\":\"number\"}}},"
                + "\"relations\":{}}"));
    answered(
        201,
        admin.post(
            "/v1/blueprints/_team/entities",
            "{\"identifier\":\"t1\",\"title\":\"T1\",\"properties\":{\"floor\":3}}"));
    assertThat(admin.get("/v1/blueprints/_team/entities/t1").at("/entity/properties/floor"))
        .isEqualTo("3");
    answered(
        201,
        admin.post(
            "/v1/blueprints/_team/entities?upsert=true",
            "{\"identifier\":\"t1\",\"title\":\"T9\",\"properties\":{\"floor\":4}}"));
    assertThat(admin.get("/v1/teams/T9").status()).isEqualTo(200);
    assertThat(admin.get("/v1/blueprints/_team/structure").status()).isNotEqualTo(500);
    answered(200, admin.delete("/v1/teams/T9"));
    answered(404, admin.get("/v1/blueprints/_team/entities/t1"));
  }

  @Test
  void aTeamToWhichEntitiesMustRelateStays() {
    answered(200, team("{\"name\":\"Owners\"}"));
    portal.created(
        "/v1/blueprints",
        "{\"identifier\":\"Svc\",\"title\":\"Svc\",\"schema\":{\"properties\":{}},\"relations\":"
            + "{\"owner\":{\"target\":\"_team\",\"required\":true,\"many\":false},"
            + "\"friend\":{\"target\":\"_team\",\"required\":false,\"many\":false}}}");
    team("{\"name\":\"Friends\"}");
    portal.created(
        "/v1/blueprints/Svc/entities",
        "{\"identifier\":\"s\",\"relations\":{\"owner\":\"Owners\",\"friend\":\"Friends\"}}");

    assertThat(answered(409, admin.delete("/v1/teams/Owners")).text()).contains("has_dependents");
    answered(200, admin.delete("/v1/teams/Friends"));

    Reply left = admin.get("/v1/blueprints/Svc/entities/s");
    assertThat(left.at("/entity/relations/owner")).isEqualTo("Owners");
    assertThat(left.json().at("/entity/relations").has("friend")).isFalse();
  }
}
