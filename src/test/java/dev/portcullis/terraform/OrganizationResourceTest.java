package dev.portcullis.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code port_organization}: each write is a PATCH and then a read; there is nothing to delete. */
@OnBothDatabases
class OrganizationResourceTest {

  private final HttpCaller http;
  private final CatalogClient terraform;

  OrganizationResourceTest(TestDatabase database) {
    http = PortcullisServer.on(database).tenant().admin();
    terraform = new CatalogClient(http);
  }

  private JsonNode applied(String body) {
    Reply reply = http.patch("/v1/organization", body);
    assertThat(reply.json().at("/ok").asBoolean()).as(reply.text()).isTrue();
    return read();
  }

  private JsonNode read() {
    return http.get("/v1/organization").json().get("organization");
  }

  @Test
  void theNameIsChangedAndChangedAgain() {
    assertThat(applied("{\"name\":\"t-1\"}").get("name").asString()).isEqualTo("t-1");
    assertThat(applied("{\"name\":\"t-2\"}").get("name").asString()).isEqualTo("t-2");
  }

  @Test
  void settingsAndAnnouncementAreReadAsWritten() {
    JsonNode read =
        applied(
            """
            {"name":"t-1","settings":{"portalIcon":"https://acme.test/i.png","portalTitle":"Mine",
             "includeBlueprintsInGlobalSearchByDefault":false},
             "announcement":{"enabled":false,"content":"Soon","color":"red"}}
            """);

    assertThat(read.at("/settings/portalTitle").asString()).isEqualTo("Mine");
    assertThat(read.at("/settings/includeBlueprintsInGlobalSearchByDefault").asBoolean(true))
        .isFalse();
    assertThat(read.get("announcement"))
        .isEqualTo(
            CatalogClient.json("{\"enabled\":false,\"content\":\"Soon\",\"color\":\"red\"}"));
  }

  /** The list is kept in its order, and nothing of it stays when Terraform destroys the rest. */
  @Test
  void hiddenBlueprintsFollowTheirBlueprints() {
    for (String blueprint : new String[] {"one", "two", "three"}) {
      terraform.createBlueprint(CatalogClient.blueprint(blueprint, "BP", "", "", ""));
    }
    assertThat(
            applied("{\"name\":\"t\",\"settings\":{\"hiddenBlueprints\":[\"two\",\"one\",\"x\"]}}")
                .at("/settings/hiddenBlueprints")
                .toString())
        .isEqualTo("[\"two\",\"one\",\"x\"]");

    terraform.updateBlueprint("two", CatalogClient.blueprint("second", "BP", "", "", ""));
    terraform.deleteBlueprint("one");
    terraform.deleteBlueprint("three");

    assertThat(read().at("/settings/hiddenBlueprints").toString()).isEqualTo("[\"second\",\"x\"]");
    assertThat(applied("{\"name\":\"t\",\"settings\":{\"hiddenBlueprints\":[\"second\"]}}"))
        .isNotNull();
    terraform.deleteBlueprintWithEntities("second");
    assertThat(read().at("/settings/hiddenBlueprints")).isEmpty();
    assertThat(read().get("name").asString()).isEqualTo("t");
  }
}
