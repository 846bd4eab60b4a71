package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Apps: made, limited, rotated without a gap, switched off, and gone at the next request. */
@OnBothDatabases
class AppsConversationTest {

  private final PortcullisServer server;
  private final Tenant tenant;
  private final HttpCaller admin;

  AppsConversationTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.tenant = server.tenant();
    this.admin = tenant.admin();
  }

  private record Made(String id, String secret) {}

  private Made made() {
    Reply reply = admin.post("/v1/apps", "{\"name\":\"terraform\"}");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Cache-Control")).contains("no-store");
    return new Made(reply.at("/app/id"), reply.at("/app/secret"));
  }

  private int tokenStatus(String id, String secret) {
    return server
        .anybody()
        .post(
            "/v1/auth/access_token",
            "{\"clientId\":\"%s\",\"clientSecret\":\"%s\"}".formatted(id, secret))
        .status();
  }

  private HttpCaller limited(String... scopes) {
    Made app = made();
    String body = "{\"permissions\":[\"" + String.join("\",\"", scopes) + "\"]}";
    assertThat(admin.post("/v1/apps/" + app.id() + "/permissions", body).at("/ok"))
        .isEqualTo("true");
    return server.client(app.id(), app.secret());
  }

  @Test
  void anAppIsListedWithoutItsSecret() {
    Made app = made();
    Reply list = admin.get("/v1/apps");
    assertThat(list.json().at("/apps")).hasSize(2);
    assertThat(list.text()).doesNotContain(app.secret());
    assertThat(list.json().at("/apps/1").propertyNames())
        .containsExactlyInAnyOrder("id", "name", "enabled", "secret", "createdAt", "updatedAt");
    assertThat(admin.get("/v1/apps?fields=id&fields=name").json().at("/apps/1").propertyNames())
        .containsExactly("id", "name");
    assertThat(server.client(app.id(), app.secret()).get("/v1/blueprints").status()).isEqualTo(200);
  }

  @Test
  void aRotatedSecretLeavesNoGap() {
    Made app = made();
    HttpCaller before = server.client(app.id(), app.secret());
    String second = admin.post("/v1/apps/" + app.id() + "/rotate-secret", "").at("/app/secret");
    assertThat(second).isNotEmpty().isNotEqualTo(app.secret());

    assertThat(before.get("/v1/apps").status()).isEqualTo(200);
    assertThat(tokenStatus(app.id(), app.secret())).isEqualTo(200);
    assertThat(server.client(app.id(), app.secret()).get("/v1/apps").status()).isEqualTo(200);
    HttpCaller after = server.client(app.id(), second);
    assertThat(after.get("/v1/apps").status()).isEqualTo(200);

    String third = admin.post("/v1/apps/" + app.id() + "/rotate-secret", "").at("/app/secret");
    Reply refused = before.get("/v1/apps");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.at("/message")).contains("ended", "POST /v1/auth/access_token");
    assertThat(tokenStatus(app.id(), app.secret())).isEqualTo(401);
    assertThat(after.get("/v1/apps").status()).isEqualTo(200);

    assertThat(admin.post("/v1/apps/" + app.id() + "/rotate-secret?immediately=true", "").status())
        .isEqualTo(200);
    assertThat(after.get("/v1/apps").status()).isEqualTo(401);
    assertThat(tokenStatus(app.id(), third)).isEqualTo(401);
  }

  @Test
  void aDisabledAppIsRefusedUntilItIsEnabledAndADeletedOneForGood() {
    Made app = made();
    HttpCaller caller = server.client(app.id(), app.secret());
    String path = "/v1/apps/" + app.id();
    assertThat(admin.put(path, "{\"enabled\":false}").at("/app/enabled")).isEqualTo("false");
    assertThat(caller.get("/v1/apps").status()).isEqualTo(401);
    assertThat(tokenStatus(app.id(), app.secret())).isEqualTo(401);
    assertThat(admin.put(path, "{\"name\":\"other\",\"enabled\":true}").status()).isEqualTo(200);
    assertThat(caller.get("/v1/apps").status()).isEqualTo(200);
    assertThat(admin.delete(path).text()).isEqualTo("{\"ok\":true}");
    assertThat(caller.get("/v1/apps").status()).isEqualTo(401);
    assertThat(admin.delete(path).status()).isEqualTo(404);
  }

  @Test
  void anotherOrganizationsAppLooksAbsent() {
    Made app = made();
    HttpCaller stranger = server.tenant().admin();
    for (String id : List.of(app.id(), "nothing")) {
      Reply reply = stranger.post("/v1/apps/" + id + "/rotate-secret", "");
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.text().replace(id, "X")).contains("App with id \\\"X\\\" was not found");
    }
    assertThat(tokenStatus(app.id(), app.secret())).isEqualTo(200);
  }

  @Test
  void theLastAppThatMayDoEverythingStays() {
    String first = admin.get("/v1/apps").at("/apps/0/id");
    assertThat(admin.delete("/v1/apps/" + first).status()).isEqualTo(409);
    assertThat(admin.put("/v1/apps/" + first, "{\"enabled\":false}").status()).isEqualTo(409);
    assertThat(admin.post("/v1/apps/" + first + "/permissions", "{\"permissions\":[]}").status())
        .isEqualTo(409);
    made();
    assertThat(admin.delete("/v1/apps/" + first).status()).isEqualTo(200);
  }

  @Test
  void ofTwoAdministratorsWhoDeleteOneAppEachOneIsRefused() throws Exception {
    String first = admin.get("/v1/apps").at("/apps/0/id");
    Made second = made();
    HttpCaller other = server.client(second.id(), second.secret());
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Future<Reply> one = both.submit(() -> admin.delete("/v1/apps/" + second.id()));
      Future<Reply> two = both.submit(() -> other.delete("/v1/apps/" + first));
      assertThat(List.of(one.get().status(), two.get().status())).containsOnlyOnce(200);
    }
  }

  @Test
  void theOperatorCannotBeDeleted() {
    Reply refused = server.operator().delete("/v1/apps/" + PortcullisServer.OPERATOR_ID);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/message")).contains("operator");
  }

  @Test
  void aLimitedAppCallsOnlyTheRoutesOfItsScopes() {
    HttpCaller reader = limited("read:blueprints");
    assertThat(reader.get("/v1/blueprints").status()).isEqualTo(200);
    assertThat(reader.get("/v1/organization").status()).isEqualTo(200);
    Reply refused = reader.post("/v1/blueprints", "{}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.at("/details/scope")).isEqualTo("create:blueprints");
    assertThat(refused.at("/details/operation")).isEqualTo("register");
    assertThat(refused.at("/details/identifier")).isEqualTo("POST /v1/blueprints");
    assertThat(refused.at("/message")).contains("`create:blueprints`");
    assertThat(reader.get("/v1/connections").status()).isEqualTo(403);
    assertThat(limited("read:apps").get("/v1/blueprints").status()).isEqualTo(403);
  }

  @Test
  void aLimitedAppTakesNobodysRights() {
    HttpCaller keeper = limited("read:apps", "create:apps", "update:apps", "delete:apps");
    String first = admin.get("/v1/apps").at("/apps/0/id");
    assertThat(keeper.post("/v1/apps/" + first + "/rotate-secret", "").status()).isEqualTo(403);
    assertThat(keeper.delete("/v1/apps/" + first).status()).isEqualTo(403);
    Reply made = keeper.post("/v1/apps", "{\"name\":\"mine\"}");
    assertThat(made.json().at("/app/permissions")).hasSize(4);
    String own = "/v1/apps/" + made.at("/app/id") + "/permissions";
    assertThat(keeper.post(own, "{\"permissions\":null}").status()).isEqualTo(403);
    assertThat(keeper.post(own, "{\"permissions\":[\"read:users\"]}").status()).isEqualTo(403);
    assertThat(keeper.post(own, "{\"permissions\":[\"read:apps\"]}").status()).isEqualTo(200);
  }

  @Test
  void whatIsWrongIsNamed() {
    Made app = made();
    assertThat(admin.post("/v1/apps", "{}").at("/details/field")).isEqualTo("name");
    assertThat(admin.post("/v1/apps", "{\"name\":\" \"}").status()).isEqualTo(422);
    assertThat(admin.put("/v1/apps/" + app.id(), "{}").status()).isEqualTo(422);
    String path = "/v1/apps/" + app.id() + "/permissions";
    Reply unknown = admin.post(path, "{\"permissions\":[\"read:everything\"]}");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.at("/message")).contains("permissions", "read:everything");
    assertThat(admin.post(path, "{\"permissions\":[null]}").status()).isEqualTo(422);
    assertThat(admin.post(path, "{}").status()).isEqualTo(422);
  }

  @Test
  void whoeverAsksForATokenWhileTheSecretIsRotatedGetsOneThatWorks() throws Exception {
    Made app = made();
    try (ExecutorService crowd = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> asked = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        asked.add(
            crowd.submit(() -> server.client(app.id(), app.secret()).get("/v1/apps").status()));
      }
      assertThat(admin.post("/v1/apps/" + app.id() + "/rotate-secret", "").status()).isEqualTo(200);
      for (Future<Integer> each : asked) {
        assertThat(each.get()).isEqualTo(200);
      }
    }
  }
}
