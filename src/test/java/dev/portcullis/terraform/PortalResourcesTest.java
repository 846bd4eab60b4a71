package dev.portcullis.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * {@code port_action}, {@code port_page}, and what the provider reads of organization and search.
 */
@OnBothDatabases
class PortalResourcesTest {

  private final HttpCaller http;

  PortalResourcesTest(TestDatabase database) {
    http = PortcullisServer.on(database).tenant().admin();
  }

  @BeforeEach
  void blueprint() {
    decoded(
        http.post(
            "/v1/blueprints",
            CatalogClient.blueprint(
                "service", "Service", "\"url\":{\"type\":\"string\"}", "", "")));
  }

  /** Any success will do, but the body must say so. */
  private static JsonNode decoded(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isBetween(200, 201);
    assertThat(reply.header("Content-Type")).startsWith("application/json");
    assertThat(reply.json().get("ok").asBoolean()).isTrue();
    return reply.json();
  }

  private JsonNode read(String path) {
    return decoded(http.with("Accept", "application/json").get(path));
  }

  private void deleted(String path) {
    assertThat(http.delete(path).text()).isEqualTo("{\"ok\":true}");
    Reply gone = http.get(path);
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.json().get("ok").asBoolean()).isFalse();
  }

  private static String action(String title, String more) {
    return """
    {"identifier":"scale","title":"%s","icon":"Terraform",
     "trigger":{"type":"self-service","blueprintIdentifier":"service","operation":"DAY-2",
       "userInputs":{"properties":{"replicas":{"type":"number","title":"Replicas","maximum":9,
           "visible":{"jqQuery":"true"},"dependsOn":["zone"]},
         "zone":{"type":"string","enum":["a","b"],"enumColors":{"a":"red"}}},
         "required":["replicas"],"order":["zone","replicas"],
         "steps":[{"title":"One","order":["zone"]}],"titles":{}},
       "condition":{"type":"SEARCH","combinator":"and","rules":[]}},
     "invocationMethod":{"type":"WEBHOOK","url":"https://hooks.acme.test","agent":false,
       "synchronized":true,"method":"POST","headers":{"X-Run":"1"},"body":{"a":"{{ .inputs.replicas }}"}}%s}
    """
        .formatted(title, more);
  }

  @Test
  void anActionIsMadeReadReplacedAndDeleted() {
    JsonNode made =
        decoded(
            http.post(
                "/v1/actions",
                action(
                    "Scale",
                    ",\"requiredApproval\":true,\"approvalNotification\":{\"type\":\"email\"},\"publish\":true")));

    JsonNode action = read("/v1/actions/scale").get("action");
    assertThat(action).isEqualTo(made.get("action"));
    assertThat(action.at("/trigger/userInputs/properties/replicas/maximum").asInt()).isEqualTo(9);
    assertThat(action.at("/invocationMethod/headers/X-Run").asString()).isEqualTo("1");
    assertThat(action.has("allowAnyoneToViewRuns")).isFalse();

    decoded(http.put("/v1/actions/scale", action("Grow", ",\"allowAnyoneToViewRuns\":false")));

    JsonNode replaced = read("/v1/actions/scale").get("action");
    assertThat(replaced.get("title").asString()).isEqualTo("Grow");
    assertThat(replaced.has("requiredApproval")).isFalse();
    assertThat(replaced.get("allowAnyoneToViewRuns").asBoolean(true)).isFalse();
    deleted("/v1/actions/scale");
  }

  @Test
  void anAutomationIsAnActionTooAndHasNoBlueprint() {
    JsonNode made =
        decoded(
            http.post(
                "/v1/actions",
                """
                {"identifier":"tell","title":"Tell","trigger":{"type":"automation",
                  "event":{"type":"ENTITY_CREATED","blueprintIdentifier":"service"},
                  "condition":{"type":"JQ","expressions":["true"],"combinator":"and"}},
                 "invocationMethod":{"type":"KAFKA","payload":{"runId":"{{ .run.id }}"}},"publish":true}
                """));

    assertThat(read("/v1/actions/tell").get("action")).isEqualTo(made.get("action"));
  }

  @Test
  void aPageIsMadeReadReplacedAndDeleted() {
    String page =
        """
        {"identifier":"services","type":"blueprint-entities","icon":"Terraform","title":"%s",
         "locked":%s,"blueprint":"service",
         "widgets":[{"id":"t","type":"table-entities-explorer","dataset":{"combinator":"and","rules":[]}}],
         "pageFilters":[{"identifier":"f","title":"F","query":{"combinator":"and","rules":[]}}]}
        """;
    decoded(http.post("/v1/pages", page.formatted("Services", "true")));

    JsonNode read = read("/v1/pages/services").get("page");
    assertThat(read.get("locked").asBoolean()).isTrue();
    assertThat(read.at("/pageFilters/0/identifier").asString()).isEqualTo("f");
    assertThat(Instant.parse(read.get("createdAt").asString())).isNotNull();
    assertThat(Instant.parse(read.get("updatedAt").asString())).isNotNull();

    decoded(http.put("/v1/pages/services", page.formatted("All services", "false")));

    assertThat(read("/v1/pages/services").at("/page/title").asString()).isEqualTo("All services");
    deleted("/v1/pages/services");
  }

  @Test
  void theOrganizationIsNeverNull() {
    JsonNode organization = read("/v1/organization").get("organization");

    assertThat(organization.get("name").isString()).isTrue();
    assertThat(organization.get("featureFlags").isArray()).isTrue();
  }

  /** The client changes parts, is answered no more than that it is done, and reads the rest. */
  @Test
  void theOrganizationIsChangedPartByPart() {
    patched("{\"name\":\"acme\",\"inactivityTimeout\":null}");
    patched("{\"name\":\"acme\",\"settings\":{\"hiddenBlueprints\":[\"service\",\"other\"]}}");
    patched(
        """
        {"name":"acme","inactivityTimeout":15,
         "settings":{"portalTitle":"My Dev Portal","portalIcon":"https://acme.test/icon.png",
                     "includeBlueprintsInGlobalSearchByDefault":false},
         "announcement":{"enabled":true,"content":"Welcome","link":"https://acme.test",
                         "color":"blue"}}
        """);

    JsonNode organization = read("/v1/organization").get("organization");
    assertThat(organization.get("inactivityTimeout").asInt()).isEqualTo(15);
    assertThat(organization.at("/settings/hiddenBlueprints").toString())
        .isEqualTo("[\"service\",\"other\"]");
    assertThat(organization.at("/settings/portalTitle").asString()).isEqualTo("My Dev Portal");
    assertThat(organization.at("/settings/includeBlueprintsInGlobalSearchByDefault").isBoolean())
        .isTrue();
    assertThat(organization.at("/announcement/color").asString()).isEqualTo("blue");

    patched("{\"name\":\"acme\",\"inactivityTimeout\":null}");
    assertThat(read("/v1/organization").at("/organization/inactivityTimeout").isMissingNode())
        .isTrue();
    assertThat(
            http.patch("/v1/organization", "{\"name\":\"acme\",\"inactivityTimeout\":1.5}")
                .status())
        .isEqualTo(422);
  }

  private void patched(String body) {
    assertThat(http.patch("/v1/organization", body).text()).isEqualTo("{\"ok\":true}");
  }

  /** The provider formats pointers where it means truth values. */
  @Test
  void aSearchIsReadWhateverItsSwitchesLookLike() {
    decoded(
        http.post(
            "/v1/blueprints/service/entities",
            "{\"identifier\":\"one\",\"title\":\"One\",\"blueprint\":\"service\",\"properties\":{\"url\":\"u\"},\"relations\":{}}"));

    JsonNode found =
        decoded(
            http.with("Accept", "application/json")
                .post(
                    "/v1/entities/search?exclude_calculated_properties=0xc000012345"
                        + "&include=identifier,title&attach_title_to_relation=0xc000054321",
                    """
                    {"combinator":"and","rules":[
                      {"operator":"=","property":"$blueprint","value":"service"}]}
                    """));

    assertThat(found.get("matchingBlueprints").toString()).isEqualTo("[\"service\"]");
    JsonNode hit = found.at("/entities/0");
    assertThat(hit.get("identifier").asString()).isEqualTo("one");
    assertThat(hit.get("blueprint").asString()).isEqualTo("service");
    assertThat(Instant.parse(hit.get("createdAt").asString())).isNotNull();
    assertThat(Instant.parse(hit.get("updatedAt").asString())).isNotNull();
  }
}
