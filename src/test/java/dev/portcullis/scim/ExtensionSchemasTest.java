package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What an organization declares is an attribute as any other. */
@OnBothDatabases
class ExtensionSchemasTest {

  private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
  private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
  private static final String BADGE = "urn:acme:scim:2.0:Badge";
  private static final String BUDGET = "urn:acme:scim:2.0:Budget";

  private final PortcullisServer server;
  private final Tenant tenant;
  private final HttpCaller scim;

  ExtensionSchemasTest(TestDatabase database) {
    server = PortcullisServer.on(database);
    tenant = server.tenant();
    scim = tenant.connection("okta").scim();
    declare(
        BADGE,
        "User",
        """
        {"name":"number","type":"string","required":true,"mutability":"immutable"},
        {"name":"weight","type":"decimal"},
        {"name":"visits","type":"integer"},
        {"name":"issuedAt","type":"dateTime"},
        {"name":"doors","type":"complex","multiValued":true,"subAttributes":[
          {"name":"value","required":true},{"name":"primary","type":"boolean"}]}
        """);
    declare(
        BUDGET, "Group", "{\"name\":\"costCenter\"},{\"name\":\"amount\",\"type\":\"decimal\"}");
  }

  private void declare(String urn, String resourceType, String attributes) {
    Reply made =
        tenant
            .admin()
            .post(
                "/v1/scim-schemas",
                """
                {"id":"%s","name":"Acme","resourceType":"%s","attributes":[%s]}
                """
                    .formatted(urn, resourceType, attributes));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
  }

  private Reply post(String userName, String badge) {
    return scim.post("/scim/v2/Users", user(userName, badge));
  }

  private static String user(String userName, String badge) {
    return """
    {"schemas":["%s","%s"],"userName":"%s","%s":%s}
    """
        .formatted(CORE, BADGE, userName, BADGE, badge);
  }

  private Reply patch(String id, String operations) {
    return scim.patch(
        "/scim/v2/Users/" + id,
        """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}
        """
            .formatted(operations));
  }

  private static void assertShown(Reply reply, int status, String badge) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.json().path(BADGE)).isEqualTo(JsonMapper.shared().readTree(badge));
  }

  private static void assertRefused(Reply reply, String scimType, String attribute) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.at("/scimType")).isEqualTo(scimType);
    assertThat(reply.at("/detail")).contains(attribute + "`");
  }

  @Test
  void aUserIsMadeReadPatchedAndReplacedWithItsAttributes() {
    Reply made =
        post(
            "ada",
            """
            {"NUMBER":"7","weight":1.50,"visits":9007199254740993,
             "issuedAt":"2026-11-23T10:15:30+01:00","doors":[{"value":"front","primary":true}]}
            """);
    String badge =
        """
        {"number":"7","weight":1.5,"visits":9007199254740993,
         "issuedAt":"2026-11-23T10:15:30+01:00","doors":[{"value":"front","primary":true}]}
        """;
    assertShown(made, 201, badge);
    assertThat(made.json().path("schemas").toString())
        .isEqualTo("[\"%s\",\"%s\"]".formatted(CORE, BADGE));
    String id = made.at("/id");
    String path = "/scim/v2/Users/" + id;
    assertShown(scim.get(path), 200, badge);

    Reply same = scim.put(path, made.text());
    assertThat(same.json()).as("a PUT of what is there changes nothing").isEqualTo(made.json());

    Reply patched =
        patch(
            id,
            """
            {"op":"replace","path":"%1$s:visits","value":8},
            {"op":"remove","path":"%1$s:weight"},{"op":"remove","path":"%1$s:issuedAt"},
            {"op":"add","path":"%1$s:doors","value":[{"value":"back","primary":true}]}
            """
                .formatted(BADGE));
    assertShown(
        patched,
        200,
        """
        {"number":"7","visits":8,"doors":[{"value":"front","primary":false},{"value":"back","primary":true}]}
        """);
    assertThat(patched.at("/meta/version")).isEqualTo("W/\"2\"");

    Reply put = scim.put(path, "{\"schemas\":[\"%s\"],\"userName\":\"ada\"}".formatted(CORE));
    assertShown(put, 200, "{\"number\":\"7\"}");
  }

  @Test
  void itsRulesHoldForEveryVerb() {
    assertRefused(post("ben", "{\"visits\":1}"), "invalidValue", BADGE + ":number");
    String id = post("ben", "{\"number\":\"1\"}").at("/id");
    String path = "/scim/v2/Users/" + id;

    assertRefused(scim.put(path, user("ben", "{\"number\":\"2\"}")), "mutability", ":number");
    String replace = "{\"op\":\"replace\",\"path\":\"%s:number\",\"value\":\"2\"}".formatted(BADGE);
    assertRefused(patch(id, replace), "mutability", BADGE + ":number");
    String remove = "{\"op\":\"remove\",\"path\":\"%s:number\"}".formatted(BADGE);
    assertRefused(patch(id, remove), "mutability", BADGE + ":number");
    String door = "{\"op\":\"add\",\"path\":\"%s:doors\",\"value\":[{\"primary\":true}]}";
    assertRefused(patch(id, door.formatted(BADGE)), "invalidValue", BADGE + ":doors.value");
    assertShown(patch(id, replace.replace("\"2\"", "\"1\"")), 200, "{\"number\":\"1\"}");
    assertThat(scim.get(path).at("/meta/version")).isEqualTo("W/\"1\"");

    Reply none =
        scim.post("/scim/v2/Users", "{\"schemas\":[\"%s\"],\"userName\":\"cy\"}".formatted(CORE));
    assertThat(none.status()).isEqualTo(201);
    assertShown(patch(none.at("/id"), replace), 200, "{\"number\":\"2\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "{\"number\":7}|number",
        "{\"number\":\"7\",\"weight\":\"1\"}|weight",
        "{\"number\":\"7\",\"weight\":1e21}|weight",
        "{\"number\":\"7\",\"visits\":1.5}|visits",
        "{\"number\":\"7\",\"visits\":9223372036854775808}|visits",
        "{\"number\":\"7\",\"issuedAt\":\"today\"}|issuedAt",
        "{\"number\":\"7\",\"doors\":[\"front\"]}|doors",
        "{\"number\":\"7\",\"doors\":[{\"value\":\"a\",\"primary\":true},{\"value\":\"b\",\"primary\":true}]}|doors"
      })
  void aValueOfAnotherTypeIsRefused(String badge, String attribute) {
    assertRefused(post("dora", badge), "invalidValue", attribute);
  }

  @Test
  void aGroupIsMadeReadAndReplacedWithItsAttributes() {
    Reply made =
        scim.post(
            "/scim/v2/Groups",
            """
            {"schemas":["%1$s"],"displayName":"payments",
             "%2$s":{"costcenter":"C1","amount":0.10}}
            """
                .formatted(GROUP, BUDGET));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().path("schemas").toString())
        .isEqualTo("[\"%s\",\"%s\"]".formatted(GROUP, BUDGET));
    assertThat(made.json().path(BUDGET).toString())
        .isEqualTo("{\"costCenter\":\"C1\",\"amount\":0.1}");
    String path = "/scim/v2/Groups/" + made.at("/id");
    assertThat(scim.get(path).json()).isEqualTo(made.json());
    assertThat(scim.put(path, made.text()).at("/meta/version")).isEqualTo("W/\"1\"");

    Reply put =
        scim.put(path, "{\"schemas\":[\"%s\"],\"displayName\":\"payments\"}".formatted(GROUP));
    assertThat(put.json().has(BUDGET)).isFalse();
    assertThat(put.json().path("schemas")).hasSize(1);
    assertThat(put.at("/meta/version")).isEqualTo("W/\"2\"");
  }

  @Test
  void discoveryShowsItToThisOrganizationAlone() {
    Reply schema = scim.get("/scim/v2/Schemas/" + BADGE.toUpperCase());
    assertThat(schema.status()).isEqualTo(200);
    assertThat(schema.at("/id")).isEqualTo(BADGE);
    assertThat(schema.at("/meta/location")).endsWith("/scim/v2/Schemas/" + BADGE);
    assertThat(schema.at("/attributes/4/subAttributes/0/required")).isEqualTo("true");
    assertThat(schema.at("/attributes/0/mutability")).isEqualTo("immutable");
    assertThat(scim.get("/scim/v2/ResourceTypes/User").json().at("/schemaExtensions").toString())
        .contains("\"schema\":\"" + BADGE + "\"", "\"required\":false")
        .doesNotContain(BUDGET);
    assertThat(scim.get("/scim/v2/ResourceTypes/Group").text()).contains(BUDGET);

    HttpCaller other = server.tenant().connection("okta").scim();
    assertThat(other.get("/scim/v2/Schemas/" + BADGE).status()).isEqualTo(404);
    assertThat(other.get("/scim/v2/Schemas").text()).doesNotContain(BADGE, BUDGET);
    Reply made = other.post("/scim/v2/Users", user("eve", "{\"number\":\"7\"}"));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().has(BADGE)).isFalse();
  }

  @Test
  void aChangeIsSeenByTheNextRequest() {
    assertThat(post("fay", "{\"number\":\"7\",\"shade\":\"red\"}").text()).doesNotContain("shade");
    String url = "/v1/scim-schemas/" + BUDGET;
    assertThat(tenant.admin().delete(url).status()).isEqualTo(200);
    assertThat(scim.get("/scim/v2/Schemas/" + BUDGET).status()).isEqualTo(404);
    declare("urn:acme:colours", "User", "{\"name\":\"shade\"}");
    assertThat(scim.get("/scim/v2/Schemas/urn:acme:colours").status()).isEqualTo(200);
    Reply made =
        scim.post(
            "/scim/v2/Users",
            "{\"schemas\":[\"%s\"],\"userName\":\"gus\",\"urn:acme:colours\":{\"shade\":\"red\"}}"
                .formatted(CORE));
    assertThat(made.json().path("urn:acme:colours").path("shade").asString()).isEqualTo("red");
  }

  @Test
  void noRequestPaysAStatementForIt() {
    scim.get("/scim/v2/Schemas");
    try (var count = server.countStatements()) {
      assertThat(scim.get("/scim/v2/Schemas").status()).isEqualTo(200);
      assertThat(count.statements()).noneMatch(sql -> sql.contains("scim_schemas"));
    }
  }
}
