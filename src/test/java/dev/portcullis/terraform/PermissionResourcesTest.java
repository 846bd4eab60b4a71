package dev.portcullis.terraform;

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
import tools.jackson.databind.JsonNode;

/**
 * {@code port_blueprint_permissions}, {@code port_action_permissions} and {@code
 * port_page_permissions}: each is a PATCH and then a read; there is nothing to delete.
 */
@OnBothDatabases
class PermissionResourcesTest {

  /** What is sent for a block that nobody wrote. */
  private static final String UNWRITTEN =
      "{\"users\":null,\"roles\":null,\"teams\":null,\"ownedByTeam\":null}";

  private static final String POLICY =
      "{\"combinator\":\"and\",\"rules\":[{\"operator\":\"=\",\"property\":\"$identifier\",\"value\":\"x\"}]}";

  private final HttpCaller http;

  PermissionResourcesTest(TestDatabase database) {
    http = PortcullisServer.on(database).tenant().admin();
  }

  @BeforeEach
  void owners() {
    made(
        "/v1/blueprints",
        CatalogClient.blueprint("service", "Service", "\"url\":{\"type\":\"string\"}", "", ""));
    made(
        "/v1/actions",
        """
        {"identifier":"scale","trigger":{"type":"self-service","operation":"DAY-2",
         "blueprintIdentifier":"service","userInputs":{"properties":{},"required":[]}},
         "invocationMethod":{"type":"KAFKA"}}
        """);
  }

  private void made(String path, String body) {
    Reply reply = http.post(path, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
  }

  /** What the client decodes: it dereferences the flag of every block. */
  private static JsonNode decoded(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).startsWith("application/json");
    assertThat(reply.json().get("ok").asBoolean()).isTrue();
    return reply.json().get("permissions");
  }

  private JsonNode read(String path) {
    return decoded(http.with("Accept", "application/json").get(path));
  }

  private static String block(String roles, String more) {
    return "{\"users\":[],\"roles\":[%s],\"teams\":[],\"ownedByTeam\":false%s}"
        .formatted(roles, more);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asString()));
    return texts;
  }

  private static void assertWhole(JsonNode block) {
    for (String list : List.of("users", "roles", "teams")) {
      assertThat(block.get(list).isArray()).as(list).isTrue();
    }
    assertThat(block.get("ownedByTeam").isBoolean()).isTrue();
  }

  @Test
  void blocksThatNobodyWroteStayAsTheyAre() {
    String path = "/v1/blueprints/service/permissions";
    JsonNode before = read(path);

    JsonNode written =
        decoded(
            http.patch(
                path,
                """
                {"entities":{"register":%s,"unregister":%s,"update":%s}}
                """
                    .formatted(block("\"Member\"", ""), UNWRITTEN, UNWRITTEN)));

    assertThat(texts(written.at("/entities/register/roles"))).containsExactly("Member");
    assertThat(written.at("/entities/unregister")).isEqualTo(before.at("/entities/unregister"));
    assertThat(written.at("/entities/update")).isEqualTo(before.at("/entities/update"));
  }

  @Test
  void everyBlockIsReadBackWhole() {
    JsonNode entities = read("/v1/blueprints/service/permissions").get("entities");

    for (String operation : List.of("read", "register", "update", "unregister")) {
      assertWhole(entities.get(operation));
    }
    entities.get("updateProperties").forEach(PermissionResourcesTest::assertWhole);
    entities.get("updateRelations").forEach(PermissionResourcesTest::assertWhole);
    assertThat(entities.get("updateProperties").propertyNames())
        .contains("$title", "$identifier", "$icon", "$team", "url");
  }

  /** V33. */
  @Test
  void policiesComeBackAndGoWhenTheirKeyIsLeftOut() {
    String path = "/v1/blueprints/service/permissions";
    String with = block("\"Admin\"", ",\"policy\":" + POLICY);
    String without = block("\"Admin\"", "");
    String body =
        "{\"entities\":{\"read\":%1$s,\"register\":%1$s,\"unregister\":%1$s,\"update\":%1$s}}";

    decoded(http.patch(path, body.formatted(with)));
    assertThat(read(path).at("/entities/update/policy").toString()).isEqualTo(POLICY);

    decoded(http.patch(path, body.formatted(without)));
    assertThat(read(path).at("/entities").toString()).doesNotContain("policy");
  }

  @Test
  void listsComeBackSortedSoThatNoPlanDiffers() {
    String path = "/v1/blueprints/service/permissions";

    decoded(
        http.patch(
            path,
            """
            {"entities":{"register":{"users":["b@x.io","a@x.io","a@x.io"],"roles":["Member","Admin"],
              "teams":["z","y"],"ownedByTeam":true},"unregister":%1$s,"update":%1$s}}
            """
                .formatted(UNWRITTEN)));

    JsonNode register = read(path).at("/entities/register");
    assertThat(texts(register.get("users"))).containsExactly("a@x.io", "b@x.io");
    assertThat(texts(register.get("roles"))).containsExactly("Admin", "Member");
    assertThat(texts(register.get("teams"))).containsExactly("y", "z");
  }

  /** The client sends any request again whose address has {@code /permissions} in it. */
  @Test
  void whatIsSentAgainChangesNothingMore() {
    String path = "/v1/blueprints/service/permissions";
    String body =
        "{\"entities\":{\"register\":%s,\"unregister\":%s,\"update\":%s}}"
            .formatted(block("\"Member\"", ""), UNWRITTEN, UNWRITTEN);

    JsonNode once = decoded(http.patch(path, body));

    assertThat(decoded(http.patch(path, body))).isEqualTo(once);
    assertThat(http.get(path + "/versions").json().at("/versions")).hasSize(1);
    assertThat(http.get("/v1/blueprints/none/permissions").status()).isEqualTo(404);
  }

  /** V35. */
  @Test
  void anActionsPermissionsAreStoredAsSentAndHaveNoPolicy() {
    String path = "/v1/actions/scale/permissions";

    decoded(
        http.patch(
            path,
            """
            {"execute":{"users":[],"roles":[],"teams":[],"ownedByTeam":true,"policy":null},
             "approve":{"users":[],"roles":[],"teams":[],"policy":null}}
            """));

    JsonNode permissions = read(path);
    assertWhole(permissions.get("execute"));
    assertThat(permissions.at("/execute/ownedByTeam").asBoolean(false)).isTrue();
    assertThat(permissions.at("/approve/roles")).isEmpty();
    assertThat(permissions.toString()).doesNotContain("policy");
    assertThat(http.get("/v1/actions/none/permissions").status()).isEqualTo(404);
  }

  @Test
  void anActionsPolicyComesBackAndIsTakenAwayByNull() {
    String path = "/v1/actions/scale/permissions";
    String policy =
        "{\"conditions\":[\"true\"],\"queries\":{\"q\":{\"combinator\":\"and\",\"rules\":[{\"operator\":\"=\",\"property\":\"$identifier\",\"value\":\"x\"}]}}}";
    String body =
        "{\"execute\":{\"users\":null,\"roles\":[\"Admin\",\"Member\"],\"teams\":null,\"ownedByTeam\":false,\"policy\":%s},"
            + "\"approve\":{\"users\":null,\"roles\":null,\"teams\":null,\"policy\":null}}";

    decoded(http.patch(path, body.formatted(policy)));
    assertThat(read(path).at("/execute/policy").toString()).isEqualTo(policy);

    decoded(http.patch(path, body.formatted("null")));
    assertThat(read(path).get("execute").has("policy")).isFalse();
    assertThat(texts(read(path).at("/approve/roles"))).containsExactly("Admin");
  }

  @Test
  void theCatalogPageOfABlueprintNamedInThePluralBearsItsName() {
    made(
        "/v1/blueprints?create_catalog_page=true",
        CatalogClient.blueprint("t-1-tests", "TF test microservice", "", "", ""));
    String path = "/v1/pages/t-1-tests/permissions";

    decoded(
        http.patch(
            path,
            "{\"read\":{\"users\":[\"a@x.io\"],\"roles\":[\"Member\"],\"teams\":[\"A team\"]}}"));

    assertThat(read(path).get("read").toString())
        .isEqualTo("{\"roles\":[\"Member\"],\"users\":[\"a@x.io\"],\"teams\":[\"A team\"]}");
  }

  @Test
  void aPagesPermissionsKeepWhatTheProviderDoesNotKnow() {
    String path = "/v1/pages/serviceEntity/permissions";

    JsonNode written =
        decoded(
            http.patch(
                path,
                "{\"read\":{\"users\":[\"a@x.io\"],\"roles\":[\"Admin\"],\"teams\":[\"team-1\"]}}"));

    assertThat(read(path)).isEqualTo(written);
    assertThat(texts(written.at("/read/teams"))).as("V34").containsExactly("team-1");
    assertThat(texts(written.at("/update/roles"))).containsExactly("Admin");
    assertThat(http.get("/v1/pages/none/permissions").status()).isEqualTo(404);
  }
}
