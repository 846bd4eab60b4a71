package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an export tool of the portal reads before and beside what is held here. */
@OnBothDatabases
class PortalCollectionsTest {

  private final HttpCaller admin;

  PortalCollectionsTest(TestDatabase database) {
    this.admin = PortcullisServer.on(database).tenant().admin();
    admin.post(
        "/v1/blueprints",
        "{\"identifier\":\"service\",\"title\":\"Service\",\"schema\":{\"properties\":{}}}");
  }

  @Test
  void collectionsOfWhatIsNotHeldHereAreEmpty() {
    Map.of(
            "/v1/integration", "/integrations",
            "/v1/scorecards", "/scorecards",
            "/v1/webhooks", "/webhooks",
            "/v1/organization/secrets", "/secrets",
            "/v1/blueprints/service/scorecards", "/scorecards",
            "/v1/blueprints/service/actions", "/actions")
        .forEach((path, pointer) -> {
          Reply reply = admin.get(path);
          assertThat(reply.status()).as(path + reply.text()).isEqualTo(200);
          assertThat(reply.json().at(pointer).isArray()).as(path).isTrue();
          assertThat(reply.json().at(pointer)).as(path).isEmpty();
        });
    assertThat(admin.get("/v1/health").at("/ok")).isEqualTo("true");
    assertThat(admin.get("/v1/blueprints/nothing/actions").status()).isEqualTo(404);
    assertThat(admin.get("/v1/blueprints/nothing/scorecards").status()).isEqualTo(404);
  }

  @Test
  void aBlueprintsActionsAndThePagesAreThere() {
    Reply made =
        admin.post(
            "/v1/actions",
            """
            {"identifier":"restart","title":"Restart",
             "trigger":{"type":"self-service","operation":"DAY-2","blueprintIdentifier":"service",
              "userInputs":{"properties":{},"required":[]}},
             "invocationMethod":{"type":"WEBHOOK","url":"https://example.com"}}
            """);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(admin.get("/v1/blueprints/service/actions").at("/actions/0/identifier"))
        .isEqualTo("restart");
    Reply sidebar = admin.get("/v1/sidebars/catalog");
    assertThat(sidebar.at("/sidebar/identifier")).isEqualTo("catalog");
    assertThat(sidebar.at("/sidebar/items/0/sidebarType")).isEqualTo("page");
    assertThat(sidebar.text()).contains("serviceEntity");
  }
}
