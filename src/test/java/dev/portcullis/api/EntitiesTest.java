package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class EntitiesTest {

  private static final String ENTITIES = "/v1/blueprints/Env/entities";

  private final Portal portal;

  EntitiesTest(TestDatabase database) {
    portal = new Portal(PortcullisServer.on(database).tenant());
    portal.env();
  }

  @Test
  void aBlueprintReadsBackAsItWasMade() {
    Reply one = portal.admin().get("/v1/blueprints/Env");

    assertThat(one.status()).isEqualTo(200);
    assertThat(one.at("/blueprint/schema/properties/slackChannelUrl/format")).isEqualTo("url");
    assertThat(one.at("/blueprint/relations/deployedAt/target")).isEqualTo("Env");
    assertThat(one.at("/blueprint/createdAt")).isNotEmpty();
    assertThat(portal.admin().get("/v1/blueprints").json().at("/blueprints/0"))
        .isEqualTo(one.json().at("/blueprint"));
    assertThat(
            portal
                .admin()
                .post(
                    "/v1/blueprints",
                    "{\"identifier\":\"Env\",\"title\":\"x\",\"schema\":{\"properties\":{}}}")
                .status())
        .isEqualTo(409);
  }

  @Test
  void anEntityReadsBackAsItWasMade() {
    portal.group("payments");
    portal.entity("eu");
    Reply made =
        portal.created(
            ENTITIES,
            """
            {"identifier":"prod","title":"Production","team":"payments",
             "properties":{"slackChannelUrl":"https://acme.example/x"},
             "relations":{"deployedAt":"eu"},"createdAt":"ignored"}
            """);

    assertThat(made.at("/entity/team/0")).isEqualTo("payments");
    assertThat(made.json().has("warnings")).isFalse();
    assertThat(portal.admin().get(ENTITIES + "/prod").json().at("/entity"))
        .isEqualTo(made.json().at("/entity"));
    assertThat(portal.admin().get(ENTITIES).json().at("/entities/1"))
        .isEqualTo(made.json().at("/entity"));
  }

  @Test
  void anUnknownTeamIsKeptAndWarnedAbout() {
    Reply made = portal.created(ENTITIES, "{\"identifier\":\"prod\",\"team\":[\"ghosts\"]}");

    assertThat(made.at("/entity/team/0")).isEqualTo("ghosts");
    assertThat(made.at("/warnings/0")).contains("`ghosts`");
  }

  @Test
  void identifiersMayHoldWhatPathsMustEncode() {
    portal.entity("org/repo:a+b");

    assertThat(portal.admin().get(ENTITIES + "/org%2Frepo:a+b").at("/entity/identifier"))
        .isEqualTo("org/repo:a+b");
    assertThat(portal.admin().delete(ENTITIES + "/org%2Frepo:a+b").text())
        .isEqualTo("{\"ok\":true}");
    assertThat(portal.admin().get(ENTITIES + "/org%2Frepo:a+b").status()).isEqualTo(404);
  }

  @Test
  void theLongestIdentifierOfTheWidestLettersIsStored() {
    String identifier = "語".repeat(1_000);
    portal.entity(identifier);

    assertThat(portal.admin().get(ENTITIES).at("/entities/0/identifier")).isEqualTo(identifier);
  }

  @Test
  void anEntityWithoutIdentifierIsGivenOne() {
    assertThat(portal.created(ENTITIES, "{\"title\":\"\"}").at("/entity/identifier")).isNotEmpty();
  }

  @Test
  void onlyAnUpsertReplacesWhatIsThere() {
    portal.entity("prod");
    String body = "{\"identifier\":\"prod\",\"title\":\"Other\"}";

    assertThat(portal.admin().post(ENTITIES, body).status()).isEqualTo(409);
    assertThat(portal.admin().get(ENTITIES + "/prod").json().at("/entity/title").isNull()).isTrue();
    assertThat(portal.created(ENTITIES + "?upsert=true", body).at("/entity/title"))
        .isEqualTo("Other");
  }

  @Test
  void anEntityThatDoesNotFitItsBlueprintIsRefusedByName() {
    portal.created(
        "/v1/blueprints",
        """
        {"identifier":"Api","title":"API",
         "schema":{"properties":{"calls":{"type":"number"}},"required":["calls"]},
         "relations":{"env":{"target":"Env","many":true}}}
        """);
    Reply wrongType = api("{\"properties\":{\"calls\":\"many\"}}");
    Reply missing = api("{\"properties\":{\"calls\":null}}");
    Reply unknown = api("{\"properties\":{\"calls\":1,\"zone\":1}}");
    Reply single = api("{\"properties\":{\"calls\":1},\"relations\":{\"env\":\"prod\"}}");
    Reply endless = api("{\"properties\":{\"calls\":1e999}}");

    assertRefused(wrongType, "blueprint_schema_mismatch", "properties.calls");
    assertRefused(missing, "missing_property", "properties.calls");
    assertRefused(unknown, "blueprint_schema_mismatch", "properties.zone");
    assertRefused(single, "blueprint_schema_mismatch", "relations.env");
    assertRefused(endless, "invalid_request", "properties.calls");
    assertThat(portal.admin().get("/v1/blueprints/Api/entities").json().at("/entities").size())
        .isZero();
  }

  private Reply api(String body) {
    return portal.admin().post("/v1/blueprints/Api/entities", body);
  }

  private static void assertRefused(Reply reply, String code, String field) {
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/error")).isEqualTo(code);
    assertThat(reply.at("/details/field")).isEqualTo(field);
  }
}
