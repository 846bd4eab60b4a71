package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Actions and pages as documents that own permissions. */
@OnBothDatabases
class ActionsAndPagesTest {

  private static final String ACTION =
      """
      {"identifier":"restart","title":"Restart","allowAnyoneToViewRuns":false,
       "requiredApproval":{"type":"ANY"},
       "trigger":{"type":"self-service","operation":"DAY-2","blueprintIdentifier":"Env",
                  "userInputs":{"properties":{}}},
       "invocationMethod":{"type":"WEBHOOK","url":"https://example.com"}}
      """;

  private final Portal portal;
  private final HttpCaller admin;

  ActionsAndPagesTest(TestDatabase database) {
    portal = new Portal(PortcullisServer.on(database).tenant());
    admin = portal.admin();
    portal.env();
  }

  @Test
  void anActionComesBackAsItWasSent() {
    Reply made = portal.created("/v1/actions", ACTION);

    assertThat(made.at("/action/requiredApproval/type")).isEqualTo("ANY");
    assertThat(made.json().at("/action/allowAnyoneToViewRuns").asBoolean(true)).isFalse();
    assertThat(made.json().at("/action").has("publish")).isFalse();
    assertThat(admin.get("/v1/actions/restart").json().at("/action"))
        .isEqualTo(made.json().at("/action"));
    assertThat(admin.get("/v1/actions?trigger_type=automation").json().at("/actions").size())
        .isZero();
    assertThat(admin.get("/v1/actions?trigger_type=self-service").json().at("/actions").size())
        .isEqualTo(1);
    // What clients read they send back, provenance included.
    Reply put = admin.put("/v1/actions/restart", made.json().at("/action").toString());
    assertThat(put.status()).as(put.text()).isEqualTo(200);
    Reply patched =
        admin.patch("/v1/actions/restart", "{\"title\":\"Again\",\"requiredApproval\":null}");
    assertThat(patched.at("/action/title")).isEqualTo("Again");
    assertThat(patched.json().at("/action").has("requiredApproval")).isFalse();
  }

  @Test
  void anActionIsRefusedWithAllThatIsWrong() {
    Reply refused =
        admin.post(
            "/v1/actions",
            """
            {"identifier":"a b","colour":1,"requiredApproval":"yes",
             "trigger":{"type":"none","operation":"MOVE","blueprintIdentifier":"Nowhere"}}
            """);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/message"))
        .contains("`identifier`", "`colour`", "`requiredApproval`", "`trigger.type`", "`Nowhere`");
    assertThat(admin.get("/v1/actions").json().at("/actions").size()).isZero();
    assertThat(admin.post("/v1/actions", "{\"identifier\":7}").status()).isEqualTo(422);
    assertThat(admin.post("/v1/actions", "[]").status()).isEqualTo(422);
    assertThat(admin.post("/v1/actions", "{}").status()).isEqualTo(422);
    portal.created("/v1/actions", ACTION);
    assertThat(admin.post("/v1/actions", ACTION).status()).isEqualTo(409);
    assertThat(admin.patch("/v1/actions/restart", "{\"identifier\":\"x\"}").status())
        .isEqualTo(422);
    assertThat(admin.patch("/v1/actions/none", "{}").status()).isEqualTo(404);
    assertThat(admin.get("/v1/actions/none/permissions").status()).isEqualTo(404);
    assertThat(admin.patch("/v1/actions/none/permissions", "{}").status()).isEqualTo(404);
  }

  @Test
  void permissionsLiveAndDieWithTheirOwner() {
    portal.created("/v1/actions", ACTION);
    assertThat(admin.get("/v1/actions/restart/permissions").json().at("/permissions").toString())
        .isEqualTo(
            "{\"execute\":{\"roles\":[\"Admin\",\"Env-moderator\",\"Member\"],\"users\":[],"
                + "\"teams\":[],\"ownedByTeam\":false},"
                + "\"approve\":{\"roles\":[\"Admin\"],\"users\":[],\"teams\":[]}}");
    admin.patch("/v1/actions/restart/permissions", "{\"execute\":{\"roles\":[]}}");
    assertThat(admin.delete("/v1/actions/restart").text()).isEqualTo("{\"ok\":true}");
    assertThat(admin.delete("/v1/actions/restart").status()).isEqualTo(404);

    portal.created("/v1/actions", ACTION);
    assertThat(
            admin
                .get("/v1/actions/restart/permissions")
                .json()
                .at("/permissions/execute/roles")
                .size())
        .isEqualTo(3);
    assertThat(admin.get("/v1/actions/restart/permissions/versions").json().at("/versions").size())
        .isZero();
  }

  @Test
  void aBlueprintBringsItsPages() {
    admin.post(
        "/v1/blueprints?create_catalog_page=true",
        "{\"identifier\":\"library\",\"title\":\"Library\",\"schema\":{\"properties\":{}}}");

    assertThat(admin.get("/v1/pages").json().at("/pages").valueStream())
        .extracting(page -> page.at("/identifier").asString())
        .containsExactly("EnvEntity", "libraryEntity", "libraries");
    assertThat(admin.get("/v1/pages/libraries").at("/page/blueprint")).isEqualTo("library");
    assertThat(admin.patch("/v1/pages/libraries", "{\"locked\":true}").at("/page/locked"))
        .isEqualTo("true");
  }

  @Test
  void whatAScopeHasNotIsRefused() {
    portal.created("/v1/actions", ACTION);
    portal.created("/v1/pages", "{\"identifier\":\"p1\",\"title\":\"P\",\"type\":\"dashboard\"}");

    Reply action =
        admin.patch(
            "/v1/actions/restart/permissions",
            """
            {"run":{},"approve":{"ownedByTeam":true},
             "execute":{"policy":{"queries":{},"conditions":[".a |","nonsense(.)","$x",7],"more":1}}}
            """);
    Reply page =
        admin.patch(
            "/v1/pages/p1/permissions",
            "{\"read\":{\"ownedByTeam\":true,\"policy\":{\"combinator\":\"and\",\"rules\":[]}}}");

    assertThat(action.status()).isEqualTo(422);
    assertThat(action.json().at("/details/problems").size()).isEqualTo(8);
    assertThat(action.at("/message"))
        .contains(
            "`run`",
            "`approve.ownedByTeam`",
            "`execute.policy.more`",
            "`execute.policy.queries`",
            "`execute.policy.conditions[0]`",
            "unknown function `nonsense/1`",
            "unbound variable `$x`",
            "`execute.policy.conditions[3]`");
    assertThat(page.json().at("/details/problems").size()).isEqualTo(2);
  }

  @Test
  void aConditionThatLoopsAllocatesOrFailsDeniesAndIsReported() {
    portal.person("mem@acme.example");
    portal.created(
        "/v1/actions",
        ACTION.replace("\"DAY-2\"", "\"CREATE\"").replace("\"blueprintIdentifier\":\"Env\",", ""));
    for (String condition :
        new String[] {
          "def f: f; f",
          "[repeat(1)] | length == 0",
          "[range(1e12)] | length > 0",
          "until(false; .)",
          "reduce range(60) as $i (\\\"x\\\"; . + .) | length > 0",
          "(\\\"x\\\" * 1e9) == \\\"\\\"",
          "error(\\\"no\\\")",
          "1 + \\\"a\\\""
        }) {
      Reply stored =
          admin.patch(
              "/v1/actions/restart/permissions",
              """
              {"execute":{"policy":{"queries":{"q":{"combinator":"and","rules":[
                 {"property":"$blueprint","operator":"=","value":"Env"}]}},
               "conditions":["%s"]}}}
              """
                  .formatted(condition));
      assertThat(stored.status()).as(stored.text()).isEqualTo(200);

      Reply answer = ask("execute", "restart");

      assertThat(answer.at("/decision")).as(condition).isEqualTo("false");
      assertThat(answer.at("/context/reasons/0/kind")).as(answer.text()).isEqualTo("policyFailed");
      assertThat(answer.at("/context/reasons/0/message")).contains("condition 1");
    }
    assertThat(portal.may("mem@acme.example", "read", "e1")).isTrue();
  }

  @Test
  void moreThanAThousandFindingsAreCutAndSaid() {
    portal.person("mem@acme.example");
    portal.created(
        "/v1/actions",
        ACTION.replace("\"DAY-2\"", "\"CREATE\"").replace("\"blueprintIdentifier\":\"Env\",", ""));
    for (int i = 0; i < 1_001; i++) {
      portal.entity("many-" + i);
    }
    admin.patch(
        "/v1/actions/restart/permissions",
        """
        {"execute":{"policy":{"queries":{"all":{"combinator":"and","rules":[
           {"property":"$blueprint","operator":"=","value":"Env"}]}},
         "conditions":[".results.all.entities | length == 1000"]}}}
        """);

    Reply answer = ask("execute", "restart");

    assertThat(answer.at("/decision")).as(answer.text()).isEqualTo("true");
    assertThat(answer.text()).contains("policyCapped", "Query `all` found more than 1000 entities");
  }

  private Reply ask(String action, String identifier) {
    return admin.post(
        "/access/v1/evaluation",
        """
        {"subject":{"type":"user","id":"mem@acme.example"},"action":{"name":"%s"},
         "resource":{"type":"_action","id":"%s"},"context":{"explain":true}}
        """
            .formatted(action, identifier));
  }
}
