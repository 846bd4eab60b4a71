package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@OnBothDatabases
class BlueprintPermissionsTest {

  private static final String KEEPERS =
      "{\"roles\":[\"Admin\",\"Env-moderator\"],\"users\":[],\"teams\":[],\"ownedByTeam\":false}";

  private final Portal portal;

  BlueprintPermissionsTest(TestDatabase database) {
    portal = new Portal(PortcullisServer.on(database).tenant());
    portal.env();
  }

  @Test
  void aNewBlueprintAnswersPortsDefaultsInFull() {
    Reply reply = portal.admin().get("/v1/blueprints/Env/permissions");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json())
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"ok":true,"permissions":{"entities":{
                      "read":{"roles":["Admin","Env-moderator","Member"],"users":[],"teams":[],
                              "ownedByTeam":false},
                      "register":%1$s,"update":%1$s,"unregister":%1$s,
                      "updateProperties":{"$icon":%1$s,"$identifier":%1$s,"$team":%1$s,
                                          "$title":%1$s,"slackChannelUrl":%1$s},
                      "updateRelations":{"deployedAt":%1$s}}}}
                    """
                        .formatted(KEEPERS)));
  }

  @Test
  void aChangeAnswersTheWholeDocumentAndStays() {
    Reply changed = portal.permit("\"update\":{\"users\":[\"b@acme.example\",\"a@acme.example\"]}");

    assertThat(changed.json().at("/permissions/entities/update/users").toString())
        .isEqualTo("[\"a@acme.example\",\"b@acme.example\"]");
    assertThat(changed.json().at("/permissions"))
        .isEqualTo(portal.admin().get("/v1/blueprints/Env/permissions").json().at("/permissions"));
  }

  @Test
  void eachChangeIsAVersionAndARepetitionIsNone() {
    String block = "\"read\":{\"roles\":[\"Admin\"],\"users\":[\"mem@acme.example\"]}";
    portal.person("mem@acme.example");
    portal.permit(block);
    portal.permit(block);
    assertThat(version()).isEqualTo("1");

    portal.permit("\"update\":{\"ownedByTeam\":true}");
    assertThat(version()).isEqualTo("2");
  }

  @Test
  void whatNobodyKnowsIsStoredAndWarnedAbout() {
    Reply reply =
        portal.permit(
            """
            "read":{"roles":["Admin","Wizard"],"users":["soon@acme.example"],"teams":["ghosts"]}
            """);

    assertThat(reply.json().at("/warnings").valueStream().map(warning -> warning.asString()))
        .satisfiesExactly(
            role -> assertThat(role).contains("role `Wizard`"),
            user -> assertThat(user).contains("user `soon@acme.example`"),
            team -> assertThat(team).contains("team `ghosts`"));
    assertThat(reply.at("/permissions/entities/read/teams/0")).isEqualTo("ghosts");
  }

  @Test
  void anUnknownTeamMeansNoneUntilItIsSavedAgain() {
    String block = "\"unregister\":{\"teams\":[\"Payments\"]}";
    portal.permit(block);
    String member = portal.person("mem@acme.example");
    String group = portal.group("Payments", member);
    assertThat(portal.may("mem@acme.example", "unregister", "e1")).isFalse();

    assertThat(portal.permit(block).json().has("warnings")).isFalse();
    assertThat(portal.may("mem@acme.example", "unregister", "e1")).isTrue();

    portal.rename(group, "Billing");
    assertThat(portal.may("mem@acme.example", "unregister", "e1")).isTrue();
    assertThat(
            portal
                .admin()
                .get("/v1/blueprints/Env/permissions")
                .at("/permissions/entities/unregister/teams/0"))
        .isEqualTo("Payments");
  }

  @Test
  void fieldsThatTheBlueprintHasNotAreNamed() {
    Reply reply =
        portal
            .admin()
            .patch(
                "/v1/blueprints/Env/permissions",
                """
                {"entities":{"read":{"roles":[]},
                 "updateProperties":{"zone":{"roles":[]}},
                 "updateRelations":{"runsOn":{"roles":[]}}}}
                """);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/error")).isEqualTo("invalid_permissions");
    assertThat(reply.json().at("/details"))
        .isEqualTo(
            JsonMapper.shared()
                .readTree("{\"invalidProperties\":[\"zone\"],\"invalidRelations\":[\"runsOn\"]}"));
    assertThat(
            portal
                .admin()
                .get("/v1/blueprints/Env/permissions")
                .json()
                .at("/permissions/entities/read/roles")
                .size())
        .isEqualTo(3);
  }

  @Test
  void aPolicyStaysUntilItIsTakenAway() {
    String rule = "{\"property\":\"$identifier\",\"operator\":\"=\",\"value\":\"e1\"}";
    portal.permit(
        "\"read\":{\"roles\":[],\"policy\":{\"combinator\":\"and\",\"rules\":[" + rule + "]}}");
    String id = portal.person("mem@acme.example");
    assertThat(portal.may(id, "read", "e1")).isTrue();
    assertThat(portal.may(id, "read", "e2")).isFalse();

    portal.permit("\"read\":{\"users\":[]}");
    assertThat(portal.may(id, "read", "e1")).isTrue();

    assertThat(portal.permit("\"read\":{\"policy\":null}").json().at("/permissions/entities/read"))
        .noneMatch(value -> value.isNull());
    assertThat(portal.may(id, "read", "e1")).isFalse();
  }

  @Test
  void everyMistakeOfADocumentIsNamedAtOnce() {
    Reply refused =
        portal
            .admin()
            .patch(
                "/v1/blueprints/Env/permissions",
                """
                {"pages":1,"entities":{"write":{},
                  "read":{"roles":"Admin","users":[7],"ownedByTeam":"yes","colour":1,
                    "policy":{"combinator":"xor","rules":[
                      {"property":"tier","operator":"is","value":1},
                      {"property":"tier","operator":">","value":"gold"},
                      {"operator":"=","value":1},
                      {"property":{"context":"us","property":"x"},"operator":"isEmpty"},
                      {"property":"at","operator":"between","value":{"preset":"someday"}},
                      {"operator":"relatedTo","value":"x","direction":"sideways"},
                      {"property":{"path":[{"relation":"r","maxHops":99}]},"operator":"matchAny",
                       "value":1}]}},
                  "updateProperties":{"$team":{"policy":{"combinator":"and","rules":[]}}}}}
                """);

    assertThat(refused.status()).isEqualTo(422);
    String policy = "`entities.read.policy.";
    assertThat(refused.json().at("/details/problems").valueStream().map(each -> each.asString()))
        .satisfiesExactlyInAnyOrder(
            starts("`pages` "),
            starts("`entities.write` "),
            starts("`entities.read.roles` "),
            starts("`entities.read.users` "),
            starts("`entities.read.ownedByTeam` "),
            starts("`entities.read.colour` "),
            starts("`entities.updateProperties.$team.policy` "),
            starts(policy + "combinator` "),
            starts(policy + "rules[0].operator` "),
            starts(policy + "rules[1].value` "),
            starts(policy + "rules[2].property` "),
            starts(policy + "rules[3].property.context` "),
            starts(policy + "rules[4].value.preset` "),
            starts(policy + "rules[5].blueprint` "),
            starts(policy + "rules[5].direction` "),
            starts(policy + "rules[6].property.path[0].maxHops` "),
            starts(policy + "rules[6].value` "));
    assertThat(portal.admin().get("/v1/blueprints/Env/permissions").text())
        .doesNotContain("policy");
  }

  private static ThrowingConsumer<String> starts(String beginning) {
    return text -> assertThat(text).startsWith(beginning);
  }

  @Test
  void aPropertyThatNoEntityHasIsWarnedAbout() {
    Reply reply =
        portal.permit(
            """
            "read":{"policy":{"combinator":"and","rules":[
              {"property":"tier","operator":"=","value":{"context":"user","property":"level"}},
              {"property":"slackChannelUrl","operator":"isNotEmpty"}]}}
            """);

    assertThat(reply.json().at("/warnings").valueStream().map(warning -> warning.asString()))
        .satisfiesExactly(
            text -> assertThat(text).contains("rules[0].property`", "`tier`", "`Env`"),
            text -> assertThat(text).contains("rules[0].value`", "`level`", "`_user`"));
  }

  @Test
  void putTakesTheWholePlace() {
    portal.permit("\"update\":{\"users\":[\"a@acme.example\"]},\"read\":{\"roles\":[]}");

    Reply put =
        portal
            .admin()
            .put(
                "/v1/blueprints/Env/permissions",
                "{\"entities\":{\"update\":{\"roles\":[\"Member\"]}}}");

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.json().at("/permissions/entities/update").toString())
        .isEqualTo("{\"roles\":[\"Member\"],\"users\":[],\"teams\":[],\"ownedByTeam\":false}");
    assertThat(put.json().at("/permissions/entities/read/roles").size()).isEqualTo(3);
  }

  @Test
  void everyVersionIsKeptComparedAndRestored() {
    String path = "/v1/blueprints/Env/permissions";
    Reply first = portal.permit("\"read\":{\"roles\":[\"Admin\"]}");
    portal.permit("\"update\":{\"ownedByTeam\":true}");

    Reply versions = portal.admin().get(path + "/versions");
    assertThat(
            versions.json().at("/versions").valueStream().map(each -> each.at("/version").asInt()))
        .containsExactly(2, 1);
    assertThat(versions.at("/versions/1/traceId")).isEqualTo(first.header("X-Trace-Id"));
    assertThat(versions.at("/versions/1/changedBy/kind")).isEqualTo("api-client");
    assertThat(versions.at("/versions/1/changedAt")).isNotEmpty();

    Reply compared = portal.admin().get(path + "/versions/2?compare=1");
    assertThat(compared.json().at("/differences").size()).isEqualTo(1);
    assertThat(compared.at("/differences/0/key")).isEqualTo("entities.update");
    assertThat(compared.json().at("/differences/0/before/ownedByTeam").asBoolean()).isFalse();
    assertThat(compared.json().at("/differences/0/after/ownedByTeam").asBoolean()).isTrue();

    Reply restored = portal.admin().post(path + "/versions/1/restore", "");
    assertThat(restored.json().at("/permissions")).isEqualTo(first.json().at("/permissions"));
    assertThat(portal.admin().get(path + "/versions").at("/versions/0/version")).isEqualTo("3");
    assertThat(portal.admin().get(path + "/versions/9").status()).isEqualTo(404);
    assertThat(portal.admin().post(path + "/versions/9/restore", "").status()).isEqualTo(404);
    Reply zero = portal.admin().get(path + "/versions/0");
    assertThat(zero.json().at("/version").toString()).isEqualTo("{\"version\":0}");
    assertThat(
            portal
                .admin()
                .get(path + "/versions/1?compare=0")
                .json()
                .at("/differences/0/before")
                .isObject())
        .isTrue();
    Reply back = portal.admin().post(path + "/versions/0/restore", "");
    assertThat(back.json().at("/permissions")).isEqualTo(zero.json().at("/permissions"));
    assertThat(portal.admin().get(path + "/versions/x").status()).isEqualTo(422);
  }

  private String version() {
    return portal.ask("mem@acme.example", "read", "e1", "{}").at("/context/reasons/0/rule/version");
  }
}
