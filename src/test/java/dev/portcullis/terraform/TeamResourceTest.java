package dev.portcullis.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code port_team}: bodies without empty members, replies decoded into fixed shapes. */
@OnBothDatabases
class TeamResourceTest {

  private static final String FIELDS =
      "?fields=name&fields=provider&fields=description&fields=createdAt&fields=updatedAt"
          + "&fields=users.firstName&fields=users.status&fields=users.email";

  private final HttpCaller http;

  TeamResourceTest(TestDatabase database) {
    http = PortcullisServer.on(database).tenant().admin();
  }

  @BeforeEach
  void somebody() {
    Reply invited =
        http.post(
            "/v1/users/invite",
            "{\"invitee\":{\"email\":\"somebody@acme.test\",\"roles\":[],\"teams\":[]}}");
    assertThat(invited.status()).as(invited.text()).isEqualTo(200);
  }

  /** What the client sends: an empty description and an empty list are left out. */
  private static String body(String name, String description, List<String> users) {
    StringBuilder body = new StringBuilder("{\"name\":\"" + name + "\"");
    if (!description.isEmpty()) {
      body.append(",\"description\":\"").append(description).append('"');
    }
    if (!users.isEmpty()) {
      body.append(",\"users\":[\"").append(String.join("\",\"", users)).append("\"]");
    }
    return body.append('}').toString();
  }

  /** The reply to a write: its users, if there are any, would have to be texts. */
  private static JsonNode written(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).startsWith("application/json");
    assertThat(reply.json().get("ok").asBoolean()).isTrue();
    JsonNode team = reply.json().get("team");
    assertThat(team.has("users")).isFalse();
    assertThat(team.get("provider").asString()).isEqualTo("port");
    return timed(team);
  }

  private static JsonNode timed(JsonNode team) {
    assertThat(Instant.parse(team.get("createdAt").asString())).isNotNull();
    assertThat(Instant.parse(team.get("updatedAt").asString())).isNotNull();
    return team;
  }

  private JsonNode read(String name) {
    Reply reply = http.with("Accept", "application/json").get("/v1/teams/" + name + FIELDS);
    assertThat(reply.json().get("ok").asBoolean()).as(reply.text()).isTrue();
    return timed(reply.json().get("team"));
  }

  private static List<String> emails(JsonNode team) {
    List<String> emails = new ArrayList<>();
    team.get("users").forEach(user -> emails.add(user.get("email").asString()));
    return emails;
  }

  @Test
  void aTeamWithoutUsersIsMadeAndRead() {
    written(http.post("/v1/teams", body("one", "Test description", List.of())));

    JsonNode team = read("one");

    assertThat(team.get("name").asString()).isEqualTo("one");
    assertThat(team.get("description").asString()).isEqualTo("Test description");
    assertThat(emails(team)).isEmpty();
  }

  @Test
  void descriptionAndUsersAreUpdated() {
    written(http.post("/v1/teams", body("one", "Test description", List.of())));

    written(
        http.put("/v1/teams/one", body("one", "Test description2", List.of("somebody@acme.test"))));

    JsonNode team = read("one");
    assertThat(team.get("description").asString()).isEqualTo("Test description2");
    assertThat(emails(team)).containsExactly("somebody@acme.test");

    written(http.put("/v1/teams/one", body("one", "Test description2", List.of())));
    assertThat(emails(read("one"))).isEmpty();
  }

  @Test
  void aDescriptionThatIsLeftOutIsCleared() {
    written(http.post("/v1/teams", body("one", "abc", List.of())));

    written(http.put("/v1/teams/one", body("one", "", List.of())));

    assertThat(read("one").get("description").isNull()).isTrue();
  }

  @Test
  void aTeamIsRenamed() {
    written(http.post("/v1/teams", body("one", "abc", List.of("somebody@acme.test"))));

    JsonNode renamed =
        written(http.put("/v1/teams/one", body("two", "abc", List.of("somebody@acme.test"))));

    assertThat(renamed.get("name").asString()).isEqualTo("two");
    assertThat(emails(read("two"))).containsExactly("somebody@acme.test");
    // The resource under the former name is taken out of the state.
    assertThat(http.get("/v1/teams/one" + FIELDS).status()).isEqualTo(404);
  }

  @Test
  void aTeamIsImportedByItsName() {
    JsonNode made =
        written(
            http.post("/v1/teams", body("one", "Test description", List.of("somebody@acme.test"))));

    JsonNode imported = read("one");

    assertThat(imported.get("createdAt")).isEqualTo(made.get("createdAt"));
    assertThat(imported.get("updatedAt")).isEqualTo(made.get("updatedAt"));
    assertThat(emails(imported)).containsExactly("somebody@acme.test");
  }

  @Test
  void aTeamIsDeletedWithABody() {
    written(http.post("/v1/teams", body("one", "abc", List.of())));

    Reply gone = http.delete("/v1/teams/one");

    assertThat(gone.status()).isEqualTo(200);
    assertThat(gone.json().get("ok").asBoolean()).isTrue();
    assertThat(http.get("/v1/teams/one" + FIELDS).status()).isEqualTo(404);
  }

  @Test
  void afterEachCallThereIsOneEntityOfThatTitle() {
    written(http.post("/v1/teams", body("Team Spiderman", "abc", List.of())));
    written(http.put("/v1/teams/Team%20Spiderman", body("Team Batman", "abc", List.of())));

    List<String> titles = new ArrayList<>();
    http.get("/v1/blueprints/_team/entities")
        .json()
        .get("entities")
        .forEach(entity -> titles.add(entity.get("title").asString()));
    assertThat(titles).containsExactly("Team Batman");
  }

  @Test
  void entitiesOfTeamsAreNamedInPermissionsAndComeBackAsTheyWere() {
    CatalogClient catalog = new CatalogClient(http);
    JsonNode made =
        catalog.createEntity("_team", CatalogClient.entity("_team", "tf-team", "TF Team", "", ""));
    assertThat(made.get("identifier").asString()).isEqualTo("tf-team");
    catalog.createBlueprint(
        CatalogClient.blueprint("one", "BP0", "\"s\":{\"type\":\"string\"}", "", ""));

    Reply permitted =
        http.patch(
            "/v1/blueprints/one/permissions",
            "{\"entities\":{\"register\":{\"teams\":[\"tf-team\"],\"roles\":[\"Member\"],"
                + "\"users\":[],\"ownedByTeam\":true}}}");
    assertThat(permitted.status()).as(permitted.text()).isEqualTo(200);
    assertThat(
            http.get("/v1/blueprints/one/permissions").at("/permissions/entities/register/teams/0"))
        .isEqualTo("tf-team");

    // Read for the state, without what is counted.
    assertThat(catalog.entity("_team", "tf-team").get("properties").size()).isZero();
    catalog.deleteEntity("_team", "tf-team");
    assertThat(catalog.readEntity("_team", "tf-team").status()).isEqualTo(404);
  }
}
