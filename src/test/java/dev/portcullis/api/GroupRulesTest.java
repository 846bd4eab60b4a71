package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@OnBothDatabases
class GroupRulesTest {

  private static final String RULE =
      """
      {"identifier":"admins","title":"Admins","connections":["okta"],
       "groups":{"type":"STARTS_WITH","value":"adm","except":{"type":"CONTAINS","value":"test"}},
       "grant":{"role":"Admin"}}
      """;

  private final Portal portal;

  GroupRulesTest(TestDatabase database) {
    portal = new Portal(PortcullisServer.on(database).tenant());
    portal.env();
  }

  @Test
  void aRuleReadsBackAsItWasMade() {
    Reply made = portal.created("/v1/group-rules", RULE);

    assertThat(made.json().at("/groupRule")).isEqualTo(JsonMapper.shared().readTree(RULE));
    assertThat(portal.admin().get("/v1/group-rules/admins").json().at("/groupRule"))
        .isEqualTo(made.json().at("/groupRule"));
    assertThat(portal.admin().get("/v1/group-rules").json().at("/groupRules/0"))
        .isEqualTo(made.json().at("/groupRule"));
    assertThat(portal.admin().post("/v1/group-rules", RULE).status()).isEqualTo(409);
  }

  @Test
  void theLastAdminIsNotLostByAnEdit() {
    portal.group("administrators", portal.person("adm@acme.example"));
    portal.created("/v1/group-rules", RULE);
    portal.created("/v1/group-rules", RULE.replace("\"admins\"", "\"admins-2\""));
    assertThat(portal.admin().delete("/v1/group-rules/admins-2").status()).isEqualTo(200);

    Reply deleted = portal.admin().delete("/v1/group-rules/admins");
    Reply demoted =
        portal.admin().patch("/v1/group-rules/admins", "{\"grant\":{\"role\":\"Member\"}}");
    Reply narrowed =
        portal
            .admin()
            .patch(
                "/v1/group-rules/admins",
                "{\"groups\":{\"type\":\"EQUALS\",\"value\":\"nobody\"}}");
    Reply disabled = portal.admin().patch("/v1/connections/okta", "{\"enabled\":false}");
    Reply gone = portal.admin().delete("/v1/connections/okta");

    for (Reply refused : List.of(deleted, demoted, narrowed, disabled, gone)) {
      assertThat(refused.status()).as(refused.text()).isEqualTo(409);
      assertThat(refused.at("/message")).contains("Admin");
    }
    assertThat(portal.admin().get("/v1/connections/okta").at("/connection/enabled"))
        .isEqualTo("true");
    assertThat(portal.may("adm@acme.example", "update", "e1")).isTrue();
    assertThat(portal.admin().patch("/v1/group-rules/admins", "{\"title\":\"Chiefs\"}").status())
        .isEqualTo(200);
  }

  @Test
  void whatOktaSaysOfTheLastAdminTakesEffect() {
    String admin = portal.person("adm@acme.example");
    String group = portal.group("administrators", admin);
    portal.created("/v1/group-rules", RULE);

    portal.removeMember(group, admin);

    assertThat(portal.may("adm@acme.example", "update", "e1")).isFalse();
    assertThat(portal.admin().delete("/v1/group-rules/admins").status()).isEqualTo(200);
  }

  @Test
  void gainAndLossTakeEffectAtOnce() {
    portal.group("others", portal.person("chief@acme.example"));
    portal.groupRule("chiefs", "others", "{\"role\":\"Admin\"}");
    portal.group("administrators", portal.person("adm@acme.example"));
    assertThat(portal.may("adm@acme.example", "update", "e1")).isFalse();

    portal.created("/v1/group-rules", RULE);
    assertThat(portal.may("adm@acme.example", "update", "e1")).isTrue();

    Reply patched =
        portal
            .admin()
            .patch(
                "/v1/group-rules/admins",
                "{\"grant\":{\"role\":\"Moderator\",\"blueprints\":[\"Env\"]}}");
    assertThat(patched.at("/groupRule/title")).isEqualTo("Admins");
    assertThat(portal.ask("adm@acme.example", "update", "e1", "{}").at("/context/reasons/0/role"))
        .isEqualTo("env-moderator");

    assertThat(portal.admin().delete("/v1/group-rules/admins").text()).isEqualTo("{\"ok\":true}");
    assertThat(portal.may("adm@acme.example", "update", "e1")).isFalse();
  }

  @Test
  void rulesSeePresentNames() {
    String group = portal.group("staff", portal.person("adm@acme.example"));
    portal.created("/v1/group-rules", RULE);
    assertThat(portal.may("adm@acme.example", "update", "e1")).isFalse();

    portal.rename(group, "admiralty");
    assertThat(portal.may("adm@acme.example", "update", "e1")).isTrue();

    portal.rename(group, "adm-test");
    assertThat(portal.may("adm@acme.example", "update", "e1")).isFalse();
  }

  @Test
  void aRuleFollowsItsConnectionThroughARename() {
    portal.group("admins", portal.person("adm@acme.example"));
    portal.created("/v1/group-rules", RULE);
    portal.admin().patch("/v1/connections/okta", "{\"name\":\"okta-eu\"}");

    assertThat(portal.admin().get("/v1/group-rules/admins").at("/groupRule/connections/0"))
        .isEqualTo("okta-eu");
    assertThat(portal.may("adm@acme.example", "update", "e1")).isTrue();
  }

  @Test
  void putReplacesTheWholeRule() {
    portal.created("/v1/group-rules", RULE);

    Reply replaced =
        portal.admin().put("/v1/group-rules/admins", RULE.replace("\"Admins\"", "\"Chiefs\""));

    assertThat(replaced.status()).isEqualTo(200);
    assertThat(replaced.at("/groupRule/title")).isEqualTo("Chiefs");
    assertThat(portal.admin().put("/v1/group-rules/none", RULE).status()).isIn(404, 422);
    assertThat(portal.admin().put("/v1/group-rules/admins", "{\"title\":\"Half a rule\"}").status())
        .isEqualTo(422);
  }

  @Test
  void whatARuleNamesMustExist() {
    Reply connection =
        portal.admin().post("/v1/group-rules", RULE.replace("\"okta\"", "\"entra\""));
    Reply blueprint =
        portal
            .admin()
            .post(
                "/v1/group-rules",
                RULE.replace("\"Admin\"}", "\"Moderator\",\"blueprints\":[\"Nope\"]}"));

    assertThat(connection.status()).isEqualTo(422);
    assertThat(connection.at("/message")).contains("`entra`");
    assertThat(blueprint.status()).isEqualTo(422);
    assertThat(blueprint.at("/message")).contains("`Nope`");
    assertThat(portal.admin().get("/v1/group-rules").json().at("/groupRules").size()).isZero();
  }
}
