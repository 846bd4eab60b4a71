package dev.portcullis.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code port_system_blueprint}, which compares what there is with what is fixed. */
@OnBothDatabases
class SystemBlueprintResourceTest {

  private static final String ENVIRONMENT =
      """
      {"type":"string","title":"Environment","description":"Where it runs",
       "enum":["dev","staging","prod"],"enumColors":{"dev":"blue","prod":"green"}}
      """;

  private final CatalogClient terraform;

  SystemBlueprintResourceTest(TestDatabase database) {
    terraform = new CatalogClient(PortcullisServer.on(database).tenant().admin());
  }

  /** The body of an update: what there is, with the fixed part and what the state adds to it. */
  private JsonNode updated(String properties, String relations, String mirrors) {
    JsonNode existing = terraform.blueprint("_user");
    JsonNode structure = terraform.structure("_user");
    ObjectNode body = (ObjectNode) CatalogClient.json("{}");
    body.set("identifier", existing.get("identifier"));
    body.set("title", existing.get("title"));
    ObjectNode schema = body.putObject("schema");
    ObjectNode all = schema.putObject("properties");
    all.setAll((ObjectNode) structure.at("/schema/properties"));
    all.setAll((ObjectNode) CatalogClient.json(properties));
    body.set("mirrorProperties", CatalogClient.json(mirrors));
    body.set("calculationProperties", structure.get("calculationProperties"));
    body.set("relations", CatalogClient.json(relations));
    if (existing.has("ownership")) {
      body.set("ownership", existing.get("ownership"));
    }
    return terraform.updateBlueprint("_user", body.toString());
  }

  private int added() {
    return terraform.blueprint("_user").at("/schema/properties").size()
        - terraform.structure("_user").at("/schema/properties").size();
  }

  @Test
  void nothingIsAddedAtFirst() {
    assertThat(terraform.blueprint("_user").get("identifier").asString()).isEqualTo("_user");
    assertThat(added()).isZero();
    assertThat(terraform.structure("_team").get("identifier").asString()).isEqualTo("_team");
  }

  @Test
  void propertiesComeAndGo() {
    JsonNode both =
        updated(
            "{\"environment\":%s,\"version\":{\"type\":\"number\",\"minimum\":1,\"maximum\":10}}"
                .formatted(ENVIRONMENT),
            "{}",
            "{}");
    assertThat(both.at("/schema/properties/environment"))
        .isEqualTo(CatalogClient.json(ENVIRONMENT));
    assertThat(added()).isEqualTo(2);

    JsonNode one = updated("{\"environment\":%s}".formatted(ENVIRONMENT), "{}", "{}");
    assertThat(one.at("/schema/properties").has("version")).isFalse();
    assertThat(added()).isEqualTo(1);
  }

  @Test
  void relationsAndMirrorsComeAndGo() {
    String groups =
        """
        {"groups":{"target":"_team","title":"Teams","description":"D","many":true,
                   "required":false}%s}
        """;
    JsonNode both =
        updated(
            "{}",
            groups.formatted(
                ",\"owner\":{\"target\":\"_team\",\"title\":\"O\",\"many\":false,"
                    + "\"required\":true}"),
            """
            {"team_size":{"path":"groups.size","title":"Team Size"},
             "team_name":{"path":"groups.name","title":"Team Name"}}
            """);
    assertThat(both.at("/relations/owner/required").asBoolean()).isTrue();
    assertThat(both.at("/mirrorProperties").size()).isEqualTo(2);

    JsonNode one =
        updated(
            "{}",
            groups.formatted(""),
            "{\"team_size\":{\"path\":\"groups.size\",\"title\":\"Team Size\"}}");
    assertThat(one.get("relations").propertyNames()).containsExactly("groups");
    assertThat(one.get("mirrorProperties").propertyNames()).containsExactly("team_size");
    assertThat(terraform.structure("_user").get("relations").size()).isZero();
  }
}
