package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How blueprints are made, changed and deleted. */
@OnBothDatabases
class BlueprintWritesTest {

  private static final String SERVICE =
      """
      {"identifier":"service","title":"Service","description":"","icon":"Cloud",
       "schema":{"properties":{"tier":{"type":"string","title":"Tier","enumColors":{"a":"red"}},
                               "size":{"type":"number"}},"required":["tier"]},
       "relations":{"team":{"target":"_team"},"parent":{"target":"service","title":"Parent"}},
       "mirrorProperties":{"boss":{"path":"parent.$title","title":"Boss"}},
       "calculationProperties":{"sum":{"calculation":".properties.size","type":"number"}},
       "aggregationProperties":{"parts":{"target":"service","calculationSpec":{"func":"count"}}},
       "changelogDestination":{"type":"WEBHOOK","url":"https://acme.example","agent":true},
       "includeInGlobalSearch":false,"ownership":{"type":"Direct","title":"Owners"}}
      """;

  private static final String PATH = "/v1/blueprints/service";

  private final Portal portal;
  private final HttpCaller admin;

  BlueprintWritesTest(TestDatabase database) {
    portal = new Portal(PortcullisServer.on(database).tenant());
    admin = portal.admin();
  }

  private Reply patched(String body) {
    Reply reply = admin.patch(PATH, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply;
  }

  private void entity(String body) {
    portal.created(PATH + "/entities", body);
  }

  /** Names of roles are compared without case: the moderators of the one would be the other's. */
  @Test
  void noTwoDifferInCaseAlone() {
    portal.created("/v1/blueprints", SERVICE);
    portal.created("/v1/blueprints", bare("other"));

    Reply made = admin.post("/v1/blueprints", bare("SerVice"));
    Reply renamed = admin.patch("/v1/blueprints/other", "{\"identifier\":\"SERVICE\"}");

    assertThat(made.status()).as(made.text()).isEqualTo(409);
    assertThat(made.at("/message")).contains("`service`", "`SerVice`", "moderators");
    assertThat(renamed.status()).as(renamed.text()).isEqualTo(409);
    assertThat(admin.post("/v1/blueprints", bare("_USER")).status()).isBetween(409, 422);
    assertThat(admin.get("/v1/blueprints/SerVice").status()).isEqualTo(404);
    // Its own name in another case is free, and its longest.
    assertThat(patched("{\"identifier\":\"Service\"}").at("/blueprint/identifier"))
        .isEqualTo("Service");
    portal.created("/v1/blueprints", bare("\u0130".repeat(100)));
    assertThat(admin.delete("/v1/blueprints/Service").status()).isEqualTo(200);
    portal.created("/v1/blueprints", bare("SERVICE"));
  }

  private static String bare(String identifier) {
    return "{\"identifier\":\"%s\",\"title\":\"T\",\"schema\":{\"properties\":{}}}"
        .formatted(identifier);
  }

  @Test
  void ofTwoThatAreMadeAtOnceOneIsRefused() {
    List<Integer> statuses =
        IntStream.range(0, 8)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(() ->
                    admin.post("/v1/blueprints", bare(i % 2 == 0 ? "alpha" : "Alpha")).status()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
  }

  @Test
  void everyFieldComesBackAsItWasSent() {
    Reply made = portal.created("/v1/blueprints", SERVICE);

    for (String field :
        new String[] {
          "description",
          "icon",
          "schema",
          "mirrorProperties",
          "calculationProperties",
          "aggregationProperties",
          "changelogDestination",
          "includeInGlobalSearch",
          "ownership"
        }) {
      assertThat(made.json().at("/blueprint/" + field))
          .as(field)
          .isEqualTo(json(SERVICE).get(field));
    }
    assertThat(admin.get(PATH + "?exclude_calculated_properties=true").text())
        .isEqualTo(admin.get(PATH).text());
    // What was read can be sent back, provenance included.
    Reply put = admin.put(PATH, made.json().at("/blueprint").toString());
    assertThat(put.status()).as(put.text()).isEqualTo(200);
    assertThat(put.json().at("/blueprint/schema")).isEqualTo(made.json().at("/blueprint/schema"));
    assertThat(put.at("/blueprint/createdAt")).isEqualTo(made.at("/blueprint/createdAt"));
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void aPatchMergesPropertiesAndRelationsOneByOne() {
    portal.created("/v1/blueprints", SERVICE);

    Reply changed =
        patched(
            """
            {"description":null,"title":"Services",
             "schema":{"properties":{"size":null,"zone":{"type":"string"}}},
             "relations":{"parent":null,"peer":{"target":"service","many":true}},
             "mirrorProperties":{"boss":null},"includeInGlobalSearch":null}
            """);

    assertThat(changed.json().at("/blueprint/schema").toString())
        .isEqualTo(
            "{\"properties\":{\"tier\":{\"type\":\"string\",\"title\":\"Tier\",\"enumColors\":"
                + "{\"a\":\"red\"}},\"zone\":{\"type\":\"string\"}},\"required\":[\"tier\"]}");
    assertThat(changed.json().at("/blueprint/relations").propertyNames())
        .containsExactly("team", "peer");
    assertThat(changed.at("/blueprint/title")).isEqualTo("Services");
    assertThat(changed.json().at("/blueprint").has("description")).isFalse();
    assertThat(changed.json().at("/blueprint").has("includeInGlobalSearch")).isFalse();
    assertThat(changed.at("/blueprint/icon")).isEqualTo("Cloud");
    assertThat(changed.json().at("/blueprint/mirrorProperties").toString()).isEqualTo("{}");
    assertThat(admin.get(PATH).json().at("/blueprint")).isEqualTo(changed.json().at("/blueprint"));
    // Permissions follow: a block for what is new, none for what is gone.
    assertThat(
            admin
                .get(PATH + "/permissions")
                .json()
                .at("/permissions/entities/updateProperties")
                .propertyNames())
        .containsExactly("$icon", "$identifier", "$team", "$title", "tier", "zone");
  }

  @Test
  void aChangeThatDoesNotFitChangesNothing() {
    portal.created("/v1/blueprints", SERVICE);
    String before = admin.get(PATH).text();

    for (String body :
        new String[] {
          "[]",
          "",
          "{\"title\":null}",
          "{\"colour\":1}",
          "{\"schema\":7}",
          "{\"schema\":{\"properties\":{\"tier\":null}}}",
          "{\"schema\":{\"properties\":{\"x\":{\"type\":\"string\",\"pattern\":\"(?=a)\"}}}}",
          "{\"schema\":{\"properties\":{\"x\":{\"type\":\"string\",\"pattern\":\"a{900}b{900}c{900}\"}}}}",
          "{\"schema\":{\"properties\":{\"x\":{\"type\":\"string\",\"default\":7}}}}",
          "{\"schema\":{\"properties\":{\"x\":{\"type\":\"array\",\"items\":7}}}}",
          "{\"schema\":{\"properties\":{\"x\":{\"type\":\"string\",\"enum\":[]}}}}",
          "{\"schema\":{\"properties\":{\"x\":{\"type\":\"string\",\"minLength\":-1}}}}",
          "{\"relations\":{\"x\":{\"target\":\"nowhere\"}}}",
          "{\"mirrorProperties\":{\"x\":{}}}",
          "{\"calculationProperties\":{\"x\":{\"calculation\":\".\"}}}",
          "{\"aggregationProperties\":{\"x\":7}}",
          "{\"changelogDestination\":{\"type\":\"FAX\"}}",
          "{\"ownership\":{\"type\":\"Inherited\",\"path\":\"team\"},\"relations\":{\"team\":null}}",
          "{\"ownership\":{\"type\":\"Direct\",\"union\":true}}",
          "{\"identifier\":\"_mine\"}"
        }) {
      assertThat(admin.patch(PATH, body).status()).as(body).isEqualTo(422);
    }
    assertThat(admin.patch("/v1/blueprints/none", "{}").status()).isEqualTo(404);
    assertThat(admin.get(PATH).text()).isEqualTo(before);
  }

  @Test
  void oldClientsReadInheritedOwnershipAsTheySaidIt() {
    portal.created("/v1/blueprints", SERVICE);
    Reply made =
        portal.created(
            "/v1/blueprints",
            """
            {"identifier":"part","title":"Part","schema":{"properties":{}},
             "relations":{"of":{"target":"service"}},"teamInheritance":{"path":"of"}}
            """);
    portal.group("payments");
    entity("{\"identifier\":\"s\",\"team\":\"payments\",\"properties\":{\"tier\":\"a\"}}");

    assertThat(made.at("/blueprint/teamInheritance/path")).isEqualTo("of");
    assertThat(made.json().at("/blueprint").has("ownership")).isFalse();
    assertThat(
            portal
                .created(
                    "/v1/blueprints/part/entities",
                    "{\"identifier\":\"p\",\"relations\":{\"of\":\"s\"}}")
                .at("/entity/team/0"))
        .isEqualTo("payments");
    Reply direct = admin.patch("/v1/blueprints/part", "{\"ownership\":{\"type\":\"Direct\"}}");
    assertThat(direct.json().at("/blueprint").has("teamInheritance")).isFalse();
    assertThat(direct.at("/blueprint/ownership/type")).isEqualTo("Direct");
  }

  @Test
  void entitiesLoseWhatTheirBlueprintHasNoMore() {
    portal.created("/v1/blueprints", SERVICE);
    entity("{\"identifier\":\"p\",\"properties\":{\"tier\":\"a\"}}");
    entity(
        """
        {"identifier":"s","properties":{"tier":"a","size":3},"relations":{"parent":"p"}}
        """);

    patched("{\"schema\":{\"properties\":{\"size\":{\"type\":\"string\"}}}}");
    assertThat(admin.get(PATH + "/entities/s").json().at("/entity/properties").toString())
        .isEqualTo("{\"tier\":\"a\"}");
    patched(
        "{\"relations\":{\"parent\":{\"target\":\"service\",\"many\":true,\"required\":true}}}");
    assertThat(admin.get(PATH + "/entities/s").json().at("/entity/relations").toString())
        .isEqualTo("{\"parent\":[\"p\"]}");
    assertThat(admin.delete(PATH + "/entities/p").status()).isEqualTo(409);
    patched("{\"relations\":{\"parent\":null}}");
    assertThat(admin.get(PATH + "/entities/s").json().at("/entity/relations").toString())
        .isEqualTo("{}");
    assertThat(admin.delete(PATH + "/entities/p").status()).isEqualTo(200);
  }

  @Test
  void everythingFollowsABlueprintToItsNewIdentifier() {
    portal.created("/v1/blueprints?create_catalog_page=true", SERVICE);
    portal.created(
        "/v1/blueprints",
        """
        {"identifier":"part","title":"Part","schema":{"properties":{}},
         "relations":{"of":{"target":"service","required":true}}}
        """);
    entity("{\"identifier\":\"p\",\"properties\":{\"tier\":\"a\"}}");
    entity(
        "{\"identifier\":\"s\",\"properties\":{\"tier\":\"a\"},\"relations\":{\"parent\":\"p\"}}");
    portal.created(
        "/v1/blueprints/part/entities", "{\"identifier\":\"x\",\"relations\":{\"of\":\"s\"}}");
    portal.created(
        "/v1/actions",
        """
        {"identifier":"restart","trigger":{"type":"self-service","operation":"DAY-2",
         "blueprintIdentifier":"service"}}
        """);
    admin.patch(
        PATH + "/permissions", "{\"entities\":{\"read\":{\"users\":[\"a@acme.example\"]}}}");
    admin.patch(
        "/v1/blueprints/part/permissions",
        "{\"entities\":{\"update\":{\"roles\":[\"Service-Moderator\"]}}}");
    portal.groupRule("keepers", "keepers", "{\"role\":\"Moderator\",\"blueprints\":[\"service\"]}");

    Reply renamed =
        admin.put(PATH, SERVICE.replace("\"identifier\":\"service\"", "\"identifier\":\"svc\""));

    assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
    assertThat(renamed.at("/blueprint/relations/parent/target")).isEqualTo("svc");
    assertThat(admin.get(PATH).status()).isEqualTo(404);
    assertThat(admin.get("/v1/blueprints/svc/entities").json().at("/entities").size()).isEqualTo(2);
    assertThat(admin.get("/v1/blueprints/svc/entities/s").at("/entity/blueprint")).isEqualTo("svc");
    assertThat(admin.get("/v1/blueprints/part").at("/blueprint/relations/of/target"))
        .isEqualTo("svc");
    assertThat(admin.delete("/v1/blueprints/svc/entities/s").at("/error"))
        .isEqualTo("has_dependents");
    assertThat(admin.get("/v1/actions/restart").at("/action/trigger/blueprintIdentifier"))
        .isEqualTo("svc");
    assertThat(admin.get("/v1/pages/serviceEntity").at("/page/blueprint")).isEqualTo("svc");
    assertThat(
            admin
                .get("/v1/blueprints/svc/permissions")
                .json()
                .at("/permissions/entities/read")
                .toString())
        .contains("a@acme.example", "svc-moderator")
        .doesNotContain("service-moderator");
    assertThat(
            admin.get("/v1/blueprints/part/permissions").at("/permissions/entities/update/roles/0"))
        .isEqualTo("svc-moderator");
    assertThat(admin.get("/v1/group-rules/keepers").at("/groupRule/grant/blueprints/0"))
        .isEqualTo("svc");
    assertThat(admin.patch("/v1/blueprints/svc", "{\"identifier\":\"part\"}").status())
        .isEqualTo(409);
  }

  @Test
  void aBlueprintOnWhichSomethingDependsStays() {
    portal.created("/v1/blueprints", SERVICE);
    entity("{\"identifier\":\"s\",\"properties\":{\"tier\":\"a\"}}");
    Reply held = admin.delete(PATH);
    assertThat(held.status()).isEqualTo(409);
    assertThat(held.at("/message"))
        .contains("has dependant entities", "has_dependents", "1 entity");
    admin.delete(PATH + "/entities/s");
    portal.created(
        "/v1/blueprints",
        """
        {"identifier":"part","title":"Part","schema":{"properties":{}},
         "relations":{"of":{"target":"service"}}}
        """);
    portal.created(
        "/v1/actions",
        """
        {"identifier":"restart","trigger":{"type":"self-service","operation":"DAY-2",
         "blueprintIdentifier":"service"}}
        """);

    assertThat(admin.delete(PATH).at("/message")).contains("`part`", "`restart`");
    assertThat(admin.delete(PATH + "/all-entities?delete_blueprint=true").status()).isEqualTo(409);
    admin.delete("/v1/blueprints/part");
    assertThat(admin.delete(PATH).at("/message")).contains("`restart`");
    admin.patch(
        PATH + "/permissions", "{\"entities\":{\"read\":{\"users\":[\"a@acme.example\"]}}}");
    assertThat(admin.delete(PATH + "?delete_actions=true").text()).isEqualTo("{\"ok\":true}");
    assertThat(admin.delete(PATH).status()).isEqualTo(404);
    assertThat(admin.get("/v1/actions/restart").status()).isEqualTo(404);
    assertThat(admin.get("/v1/pages").json().at("/pages").size()).isZero();
    // Another one of that name begins anew.
    portal.created("/v1/blueprints", SERVICE);
    assertThat(
            admin.get(PATH + "/permissions").json().at("/permissions/entities/read/users").size())
        .isZero();
  }

  @Test
  void allEntitiesGoAtOnceAndTheDeletionIsRemembered() {
    portal.created("/v1/blueprints", SERVICE);
    entity("{\"identifier\":\"p\",\"properties\":{\"tier\":\"a\"}}");
    entity(
        "{\"identifier\":\"s\",\"properties\":{\"tier\":\"a\"},\"relations\":{\"parent\":\"p\"}}");

    Reply emptied = admin.delete(PATH + "/all-entities");
    assertThat(emptied.status()).as(emptied.text()).isEqualTo(200);
    Reply migration = admin.get("/v1/migrations/" + emptied.at("/migrationId"));
    assertThat(migration.at("/migration/status")).isEqualTo("COMPLETED");
    assertThat(migration.at("/migration/successCount")).isEqualTo("2");
    assertThat(migration.at("/migration/deleteBlueprint")).isEqualTo("false");
    assertThat(admin.get(PATH + "/entities").json().at("/entities").size()).isZero();
    assertThat(admin.delete(PATH + "/all-entities?delete_blueprint=true").status()).isEqualTo(200);
    assertThat(admin.get(PATH).status()).isEqualTo(404);
    assertThat(admin.get("/v1/migrations/none").status()).isEqualTo(404);
    assertThat(admin.delete("/v1/blueprints/none/all-entities").status()).isEqualTo(404);
  }

  @Test
  void systemBlueprintsAreExtendedAndNeverStripped() {
    Reply fixed = admin.get("/v1/blueprints/system/_user/structure");
    Reply extended =
        admin.patch(
            "/v1/blueprints/_user",
            """
            {"schema":{"properties":{"age":{"type":"number"}}},
             "relations":{"groups":{"target":"_team","many":true}},
             "mirrorProperties":{"team_size":{"path":"groups.size"}},
             "includeInGlobalSearch":false}
            """);

    assertThat(extended.status()).as(extended.text()).isEqualTo(200);
    assertThat(extended.json().at("/blueprint/schema/properties").size())
        .isEqualTo(fixed.json().at("/blueprint/schema/properties").size() + 1);
    assertThat(extended.at("/blueprint/mirrorProperties/team_size/path")).isEqualTo("groups.size");
    assertThat(admin.get("/v1/blueprints/system/_user/structure").text()).isEqualTo(fixed.text());
    for (Reply refused :
        new Reply[] {
          admin.patch("/v1/blueprints/_user", "{\"schema\":{\"properties\":{\"status\":null}}}"),
          admin.patch("/v1/blueprints/_user", "{\"identifier\":\"person\"}"),
          admin.delete("/v1/blueprints/_team"),
          admin.delete("/v1/blueprints/_user/all-entities?delete_blueprint=true")
        }) {
      assertThat(refused.status()).as(refused.text()).isEqualTo(403);
      assertThat(refused.at("/error")).isEqualTo("protected_resource");
    }
    assertThat(admin.get("/v1/blueprints/system/service/structure").status()).isEqualTo(404);
    assertThat(admin.get("/v1/blueprints").json().at("/blueprints").valueStream())
        .extracting(each -> each.at("/identifier").asString())
        .containsExactly("_team", "_user");
    Reply taken =
        admin.post(
            "/v1/blueprints",
            "{\"identifier\":\"_rule\",\"title\":\"R\",\"schema\":{\"properties\":{}}}");
    assertThat(taken.at("/error")).isEqualTo("system_identifier_error");
    assertThat(taken.at("/details/identifiers/0")).isEqualTo("_rule");
    Reply there =
        admin.post(
            "/v1/blueprints",
            "{\"identifier\":\"_user\",\"title\":\"R\",\"schema\":{\"properties\":{}}}");
    assertThat(there.status()).as("importers go on with a PUT").isEqualTo(409);
    assertThat(
            admin
                .get("/v1/blueprints/system/_user/structure")
                .json()
                .at("/blueprint/schema/properties"))
        .allSatisfy(property -> assertThat(property.path("title").asString()).isNotEmpty());
  }
}
