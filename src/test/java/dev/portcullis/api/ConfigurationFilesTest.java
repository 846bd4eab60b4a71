package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An organization's configuration leaves as a file, lives in Git, and comes back. */
@OnBothDatabases
class ConfigurationFilesTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** One of everything, in no particular order, with blueprints in a circle. */
  private static final String FILE =
      """
      {"version": 1,
       "applications": [
         {"name":"Portal","region":"eu","redirectUris":["https://portal.example/cb"],
          "origins":["https://portal.example"]}],
       "connections": [
         {"name":"okta","issuer":"https://acme.okta.example","clientId":"0oa1","application":"Portal",
          "groupFilter":{"type":"MATCHES_REGEX","value":"port-.*","except":{"type":"CONTAINS","value":"test"}},
          "sessionIdle":"PT12H"},
         {"name":"other","issuer":"https://other.okta.example","clientId":"0oa2","enabled":false,
          "dialect":"rfc","claimSeparator":","}],
       "scimSchemas": [
         {"id":"urn:acme:2.0:User","name":"Acme","resourceType":"User",
          "attributes":[{"name":"desk","type":"complex","subAttributes":[{"name":"floor","type":"integer"}]}]}],
       "blueprints": [
         {"identifier":"service","title":"Service","icon":"Cloud",
          "schema":{"properties":{"tier":{"type":"string","enum":["one","two"]},"age":{"type":"number","minimum":0.5}},
                    "required":["tier"]},
          "relations":{"system":{"target":"system","required":false,"many":false}},
          "ownership":{"type":"Inherited","path":"system"},
          "mirrorProperties":{"system_name":{"path":"system.name"}}},
         {"identifier":"system","title":"System","schema":{"properties":{}},
          "relations":{"main":{"target":"service","many":true},"lead":{"target":"_user"}},
          "ownership":{"type":"Direct"}},
         {"identifier":"_user","title":"User","schema":{"properties":{"desk":{"type":"string"}}}}],
       "actions": [
         {"identifier":"restart","title":"Restart","trigger":{"type":"self-service","operation":"DAY-2",
           "blueprintIdentifier":"service","userInputs":{"properties":{},"required":[],"order":[null]}}}],
       "pages": [
         {"identifier":"home","title":"Home","widgets":[{"z":1,"a":[1.5,2]}]}],
       "groupRules": [
         {"identifier":"keepers","title":"Keepers","connections":["other","okta"],
          "groups":{"type":"STARTS_WITH","value":"port-keep"},
          "grant":{"role":"Moderator","blueprints":["system","service"]}},
         {"identifier":"admins","title":"Admins","connections":["okta"],
          "groups":{"type":"EQUALS","value":"port-admins"},"grant":{"role":"Admin"}}],
       "permissions": {
         "blueprints": {
           "service": {"entities": {
             "read": {"roles":["Member","Admin"],"users":["b@acme.example","a@acme.example"],"teams":["Platform"],
                      "policy":{"combinator":"and","rules":[{"property":"tier","operator":"=","value":"one"}]}},
             "updateProperties": {"tier": {"roles":["Admin"],"ownedByTeam":true}},
             "updateRelations": {"system": {"users":["a@acme.example"]}}}}},
         "actions": {"restart": {"execute": {"roles":["Admin"],"ownedByTeam":true}}},
         "pages": {"home": {"read": {"teams":["Platform"]}}}}}
      """;

  private final PortcullisServer server;
  private final HttpCaller admin;
  private final String organization;

  ConfigurationFilesTest(TestDatabase database) {
    server = PortcullisServer.on(database);
    var tenant = server.tenant();
    admin = tenant.admin();
    organization = tenant.id();
  }

  @Test
  void anEmptyOrganizationIsAFileOfEmptyLists() {
    assertThat(admin.get("/v1/export").text())
        .isEqualTo(
            """
            {
              "version": 1,
              "applications": [],
              "connections": [],
              "scimSchemas": [],
              "blueprints": [],
              "actions": [],
              "pages": [],
              "groupRules": [],
              "permissions": {
                "blueprints": {},
                "actions": {},
                "pages": {}
              }
            }
            """);
  }

  @Test
  void whatGoesInComesOutAndASecondTimeNothingHappens() {
    long before = entries();
    Reply dry = imported(FILE, "?dry_run=true");
    assertThat(admin.get("/v1/export").json().at("/connections")).isEmpty();
    assertThat(entries()).isEqualTo(before);

    Reply done = imported(FILE, "");
    assertThat(done.json().at("/plan")).isEqualTo(dry.json().at("/plan"));
    assertThat(done.json().at("/warnings")).isEqualTo(dry.json().at("/warnings"));
    assertThat(done.json().at("/plan/add")).hasSize(14);
    assertThat(done.json().at("/warnings").toString())
        .contains(
            "`applications[0]`: has a `clientId` of its own", "`connections[0]`: has no client");

    String file = admin.get("/v1/export").text();
    assertThat(file).isEqualTo(admin.get("/v1/export").text()).endsWith("}\n");
    long entries = entries();
    assertUnchanged(imported(FILE, "?prune=true"));
    assertUnchanged(imported(file, "?prune=true"));
    assertThat(entries()).isEqualTo(entries);
    assertThat(admin.get("/v1/blueprints/service/permissions/versions").json().at("/versions"))
        .hasSize(1);
    assertThat(admin.get("/v1/export").text()).isEqualTo(file);
  }

  @Test
  void anotherOrganizationBecomesTheSame() {
    imported(FILE, "");
    String file = admin.get("/v1/export").text();
    HttpCaller other = server.tenant().admin();

    Reply reply = other.post("/v1/import", file);

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(other.get("/v1/export").text()).isEqualTo(file);
  }

  @Test
  void thePlanTellsWhatIsOtherwiseAndLeavesTheRest() {
    imported(FILE, "");
    admin.patch("/v1/connections/okta", "{\"clientSecret\":\"a secret of the client\"}");
    ObjectNode file = exported();
    ((ObjectNode) file.at("/connections/0")).put("sessionIdle", "PT1H");
    ((ArrayNode) file.at("/connections")).remove(1);
    ((ObjectNode) file.at("/permissions/blueprints/service/entities")).remove("updateRelations");
    ObjectNode properties = (ObjectNode) file.at("/blueprints/1/schema/properties");
    properties.set("tier", properties.remove("tier"));

    JsonNode plan = imported(file.toString(), "").json().at("/plan");

    assertThat(plan.path("add")).isEmpty();
    assertThat(plan.path("remove")).isEmpty();
    assertThat(plan.at("/extra"))
        .isEqualTo(JSON.readTree("[{\"kind\":\"connection\",\"identifier\":\"other\"}]"));
    assertThat(plan.at("/change/0"))
        .isEqualTo(
            JSON.readTree(
                """
                {"kind":"connection","identifier":"okta","before":{"sessionIdle":"PT12H"},
                 "after":{"sessionIdle":"PT1H"}}
                """));
    assertThat(plan.at("/change/1/kind").asString()).isEqualTo("blueprint");
    assertThat(plan.at("/change/1/after/schema/properties").propertyNames())
        .as("the order of properties counts")
        .containsExactly("age", "tier");
    assertThat(plan.at("/change/2/before").propertyNames())
        .containsExactly("entities.updateRelations.system");
    assertThat(plan.at("/change/2/after")).isEmpty();
    assertThat(plan.path("change")).hasSize(3);
    Reply connection = admin.get("/v1/connections/okta");
    assertThat(connection.at("/connection/hasClientSecret")).isEqualTo("true");
    assertThat(admin.get("/v1/connections/other").status()).isEqualTo(200);
    assertThat(admin.get("/v1/export").text()).doesNotContain("a secret of the client");
  }

  @Test
  void anotherClientLosesTheSecretAndIsToldSo() {
    imported(FILE, "");
    admin.patch("/v1/connections/okta", "{\"clientSecret\":\"a secret of the client\"}");

    Reply reply = imported(FILE.replace("0oa1", "0oa9"), "");

    assertThat(reply.json().at("/warnings/0").asString())
        .startsWith("`connections[0]`: lost its client secret");
  }

  @Test
  void whatIsNotInTheFileGoesIfThatIsWanted() {
    imported(FILE, "");
    String empty = server.tenant().admin().get("/v1/export").text();

    Reply dry = imported(empty, "?prune=true&dry_run=true");
    Reply done = imported(empty, "?prune=true");

    assertThat(done.json().at("/plan")).isEqualTo(dry.json().at("/plan"));
    assertThat(done.json().at("/plan/remove"))
        .as("permissions go with their owners")
        .hasSize(11)
        .extracting(removed -> removed.path("identifier").asString())
        .startsWith("admins", "keepers", "home", "restart")
        .endsWith("Portal");
    assertThat(admin.get("/v1/export").text()).isEqualTo(empty);
  }

  @Test
  void whatAFileDoesNotSpeakOfStays() {
    imported(FILE, "");
    String before = admin.get("/v1/export").text();

    JsonNode plan = imported("{\"version\":1}", "?prune=true").json().at("/plan");

    assertThat(plan.path("extra")).isEmpty();
    assertThat(admin.get("/v1/export").text()).isEqualTo(before);
    imported(
        """
        {"version":1,"blueprints":[{"identifier":"host","title":"Host","schema":{"properties":{}}}]}
        """,
        "");
    assertThat(admin.get("/v1/pages/hostEntity").status())
        .as("a blueprint brings its page unless the file says which pages there are")
        .isEqualTo(200);
  }

  @Test
  void teamsKeepTheMeaningThatTheyWereWrittenWith() {
    imported(FILE, "");
    admin.post("/v1/teams", "{\"name\":\"Platform\"}");
    ObjectNode file = exported();

    assertUnchanged(imported(file.toString(), ""));
    ((ObjectNode) file.at("/permissions/actions/restart/execute"))
        .set("teams", JSON.readTree("[\"Platform\",\"Nobody\"]"));
    Reply reply = imported(file.toString(), "");

    assertThat(reply.json().at("/plan/change")).hasSize(1);
    assertThat(reply.json().at("/warnings").toString())
        .contains("`permissions.actions.restart`: team `Nobody`")
        .doesNotContain("Platform");
  }

  private ObjectNode exported() {
    return (ObjectNode) admin.get("/v1/export").json();
  }

  private static void assertUnchanged(Reply reply) {
    JsonNode plan = reply.json().at("/plan");
    for (String list : List.of("add", "change", "remove", "extra")) {
      assertThat(plan.path(list)).as(reply.text()).isEmpty();
    }
    assertThat(plan.path("unchanged").intValue()).isEqualTo(14);
    assertThat(reply.json().at("/warnings")).isEmpty();
  }

  private Reply imported(String file, String query) {
    Reply reply = admin.post("/v1/import" + query, file);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply;
  }

  private long entries() {
    return server
        .bean(JdbcClient.class)
        .sql("select count(*) from audit_entries where organization_id = ?")
        .param(UUID.fromString(organization))
        .query(Long.class)
        .single();
  }
}
