package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.signin.SignedInWorld;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is found in the catalog, and by whom. */
@OnBothDatabases
class EntitySearchTest {

  private final SignedInWorld world;
  private final HttpCaller admin;
  private final String ada;

  EntitySearchTest(TestDatabase database) {
    this.world = new SignedInWorld(database);
    this.admin = world.tenant.admin();
    this.ada = world.pushed("ada");
    world.pushedGroup("payments", ada);
    done(
        admin.post(
            "/v1/blueprints",
            """
            {"identifier":"system","title":"System","schema":{"properties":{}},
             "ownership":{"type":"Direct"}}
            """));
    done(
        admin.post(
            "/v1/blueprints",
            """
            {"identifier":"service","title":"Service","ownership":{"type":"Direct"},
             "schema":{"properties":{"tier":{"type":"number"},"lang":{"type":"string"},
              "tags":{"type":"array","items":{"type":"string"}},"live":{"type":"boolean"}}},
             "relations":{"system":{"target":"system","many":false,"required":false}}}
            """));
    entity("system", "{\"identifier\":\"core\",\"title\":\"The core\"}");
    entity(
        "service",
        """
        {"identifier":"a","title":"Alpha","team":"payments","relations":{"system":"core"},
         "properties":{"tier":1,"lang":"Java","tags":["x","y"],"live":true}}
        """);
    entity(
        "service",
        "{\"identifier\":\"b\",\"title\":\"Beta\",\"properties\":{\"tier\":2,\"lang\":\"Go\",\"tags\":[]}}");
    entity("service", "{\"identifier\":\"c\",\"title\":\"\",\"properties\":{}}");
  }

  private static void done(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isBetween(200, 201);
  }

  private void entity(String blueprint, String body) {
    done(admin.post("/v1/blueprints/" + blueprint + "/entities", body));
  }

  private static List<String> ids(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    List<String> ids = new ArrayList<>();
    reply.json().path("entities").forEach(one -> ids.add(one.path("identifier").stringValue()));
    return ids;
  }

  private static String rules(String... rules) {
    return "{\"combinator\":\"and\",\"rules\":[%s]}".formatted(String.join(",", rules));
  }

  private List<String> found(String... rules) {
    return ids(admin.post("/v1/entities/search", rules(rules)));
  }

  private static String rule(String property, String operator, String value) {
    return "{\"property\":\"%s\",\"operator\":\"%s\",\"value\":%s}"
        .formatted(property, operator, value);
  }

  @Test
  void everyOperatorFindsWhatItSays() {
    String kind = rule("$blueprint", "=", "\"service\"");
    assertThat(found(kind)).containsExactly("a", "b", "c");
    assertThat(found(kind, rule("lang", "=", "\"Java\""))).containsExactly("a");
    assertThat(found(kind, rule("lang", "!=", "\"Java\""))).containsExactly("b", "c");
    assertThat(found(kind, rule("lang", "in", "[\"Java\",\"Go\"]"))).containsExactly("a", "b");
    assertThat(found(kind, rule("lang", "notIn", "[\"Go\"]"))).containsExactly("a", "c");
    assertThat(found(kind, rule("tier", ">", "1"))).containsExactly("b");
    assertThat(found(kind, rule("tier", "<=", "2"))).containsExactly("a", "b");
    assertThat(found(kind, rule("lang", "contains", "\"av\""))).containsExactly("a");
    assertThat(found(kind, rule("lang", "beginsWith", "\"G\""))).containsExactly("b");
    assertThat(found(kind, rule("lang", "doesNotEndsWith", "\"a\""))).containsExactly("b", "c");
    assertThat(found(kind, rule("tags", "containsAny", "[\"y\",\"z\"]"))).containsExactly("a");
    assertThat(found(kind, rule("$team", "containsAny", "[\"payments\"]"))).containsExactly("a");
    assertThat(found(kind, rule("live", "=", "\"true\""))).containsExactly("a");
    assertThat(found(kind, "{\"property\":\"tags\",\"operator\":\"isEmpty\"}"))
        .containsExactly("b", "c");
    assertThat(found(kind, "{\"property\":\"lang\",\"operator\":\"isNotEmpty\"}"))
        .containsExactly("a", "b");
    assertThat(
            found(
                kind,
                "{\"property\":\"$createdAt\",\"operator\":\"between\",\"value\":{\"preset\":\"today\"}}"))
        .hasSize(3);
    assertThat(
            found("{\"operator\":\"relatedTo\",\"blueprint\":\"system\",\"value\":\"core\"}", kind))
        .containsExactly("a");
    assertThat(
            found(
                kind,
                "{\"property\":{\"path\":[\"system\"]},\"operator\":\"matchAny\",\"value\":\"core\"}"))
        .containsExactly("a");
    assertThat(
            found(
                kind,
                "{\"propertySchema\":{\"type\":\"string\"},\"operator\":\"=\",\"value\":\"Go\"}"))
        .containsExactly("b");
    assertThat(
            found(
                kind,
                "{\"combinator\":\"or\",\"rules\":[%s,%s]}"
                    .formatted(rule("tier", "=", "1"), rule("$identifier", "=", "\"c\""))))
        .containsExactly("a", "c");
  }

  @Test
  void aTeamIsFoundByItsNameAndNoOther() {
    Reply found =
        admin.post(
            "/v1/entities/search?include=identifier",
            rules(rule("$blueprint", "=", "\"_team\""), rule("$title", "=", "\"payments\"")));
    assertThat(ids(found)).hasSize(1);
    assertThat(found.at("/matchingBlueprints/0")).isEqualTo("_team");
    assertThat(found.at("/entities/0/blueprint")).isEqualTo("_team");
    assertThat(found.at("/entities/0/createdAt")).isNotEmpty();
    assertThat(found.json().at("/entities/0").has("properties")).isFalse();
    assertThat(admin.get("/v1/organization").text()).contains("USERS_AND_TEAMS_OWNERSHIP_V2");
  }

  @Test
  void fieldsAreIncludedAndLeftOut() {
    Reply some =
        admin.get(
            "/v1/blueprints/service/entities?include=title,properties.lang&include=relations");
    assertThat(some.at("/entities/0/title")).isEqualTo("Alpha");
    JsonNode first = some.json().at("/entities/0");
    assertThat(first.path("properties").propertyNames()).containsExactly("lang");
    assertThat(first.path("relations").path("system").stringValue()).isEqualTo("core");
    assertThat(first.has("team")).isFalse();
    JsonNode rest =
        admin
            .get("/v1/blueprints/service/entities/a?exclude=properties.tags&exclude=team")
            .json()
            .path("entity");
    assertThat(rest.path("properties").has("tags")).isFalse();
    assertThat(rest.path("properties").has("lang")).isTrue();
    assertThat(rest.has("team")).isFalse();
    Reply titled = admin.get("/v1/blueprints/service/entities/a?attach_title_to_relation=True");
    assertThat(titled.at("/entity/relations/system/title")).isEqualTo("The core");
  }

  @Test
  void aSearchOfOneBlueprintGoesPartByPart() {
    for (int i = 0; i < 7; i++) {
      entity("service", "{\"identifier\":\"n%d\",\"properties\":{\"tier\":9}}".formatted(i));
    }
    String query = "\"query\":" + rules(rule("tier", "=", "9"));
    List<String> all = new ArrayList<>();
    String from = "";
    do {
      Reply part =
          admin.post(
              "/v1/blueprints/service/entities/search",
              "{%s,\"limit\":3%s}"
                  .formatted(query, from.isEmpty() ? "" : ",\"from\":\"" + from + "\""));
      all.addAll(ids(part));
      from = part.at("/next");
    } while (!from.isEmpty());
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 7).mapToObj(i -> "n" + i).toList());
    assertThat(ids(admin.post("/v1/blueprints/service/entities/search", "{}"))).hasSize(10);
    Reply other =
        admin.post(
            "/v1/blueprints/service/entities/search",
            "{\"from\":\"%s\"}"
                .formatted(
                    admin
                        .post(
                            "/v1/blueprints/service/entities/search", "{" + query + ",\"limit\":3}")
                        .at("/next")));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.at("/details/field")).isEqualTo("from");
  }

  private List<String> related(HttpCaller caller, String members) {
    return ids(
        caller.post(
            "/v1/blueprints/service/entities/search",
            "{\"query\":" + rules("{\"relation\":\"system\"," + members + "}") + "}"));
  }

  @Test
  void aSearchOfOneBlueprintTestsWhatARelationLeadsTo() {
    String title = "\"targetProperty\":\"$title\",";
    assertThat(related(admin, "\"operator\":\"=\",\"value\":\"core\"")).containsExactly("a");
    assertThat(related(admin, title + "\"operator\":\"contains\",\"value\":\"core\""))
        .containsExactly("a");
    assertThat(related(admin, title + "\"operator\":\"=\",\"value\":\"core\"")).isEmpty();
    assertThat(related(admin, "\"operator\":\"!=\",\"value\":\"core\""))
        .containsExactlyInAnyOrder("b", "c");
    assertThat(related(admin, "\"operator\":\"isEmpty\"")).containsExactlyInAnyOrder("b", "c");
    assertThat(related(admin, "\"operator\":\"in\",\"value\":[\"core\",\"none\"]"))
        .containsExactly("a");
    assertThat(
            ids(
                admin.post(
                    "/v1/blueprints/service/entities/search",
                    "{\"query\":"
                        + rules("{\"scorecard\":\"ready\",\"operator\":\"=\",\"value\":\"Gold\"}")
                        + "}")))
        .as("there are no scorecards")
        .isEmpty();
  }

  @Test
  void nobodyFindsByTheTitleOfWhatTheyMayNotRead() {
    done(
        admin.patch(
            "/v1/blueprints/system/permissions",
            "{\"entities\":{\"read\":{\"roles\":[\"Admin\"]}}}"));
    HttpCaller member = world.caller(world.signedIn(ada));

    assertThat(
            related(
                member, "\"targetProperty\":\"$title\",\"operator\":\"=\",\"value\":\"The core\""))
        .isEmpty();
  }

  @Test
  void rulesOnRelationsBelongIntoSearchesOfOneBlueprint() {
    String rule = "{\"relation\":\"system\",\"operator\":\"=\",\"value\":\"core\"}";
    Reply everywhere = admin.post("/v1/entities/search", rules(rule));
    Reply policy =
        admin.patch(
            "/v1/blueprints/service/permissions",
            "{\"entities\":{\"update\":{\"policy\":" + rules(rule) + "}}}");
    Reply wrong =
        admin.post(
            "/v1/blueprints/service/entities/search",
            "{\"query\":"
                + rules(
                    "{\"relation\":7,\"targetProperty\":\"lang\",\"operator\":\">\",\"value\":1,\"other\":2}")
                + "}");

    assertThat(everywhere.status()).isEqualTo(422);
    assertThat(policy.status()).isEqualTo(422);
    assertThat(wrong.json().at("/details/problems"))
        .as(wrong.text())
        .hasSize(4)
        .allMatch(problem -> problem.asString().startsWith("`query.rules[0]."));
  }

  @Test
  void whatIsWrongWithASearchIsSaid() {
    for (String body :
        List.of(
            "{}",
            "[]",
            "{\"combinator\":\"nor\",\"rules\":[]}",
            rules("{\"property\":\"x\",\"operator\":\"like\",\"value\":1}"),
            "{\"query\":" + rules() + "}")) {
      Reply refused = admin.post("/v1/entities/search", body);
      assertThat(refused.status()).as(body + refused.text()).isEqualTo(422);
    }
    Reply refused =
        admin.post(
            "/v1/entities/search",
            rules(rule("x", "=", "1"), "{\"property\":\"x\",\"operator\":\"like\",\"value\":1}"));
    assertThat(refused.at("/message")).contains("rules[1].operator");
    assertThat(admin.post("/v1/blueprints/service/entities/search", rules()).status())
        .isEqualTo(422);
    for (String body : List.of("{\"limit\":0}", "{\"limit\":1001}", "{\"from\":\"x\"}")) {
      assertThat(admin.post("/v1/blueprints/service/entities/search", body).status())
          .isEqualTo(422);
    }
    assertThat(admin.post("/v1/blueprints/nothing/entities/search", "{}").status()).isEqualTo(404);
  }

  @Test
  void whatSomebodyMayNotReadIsNotThere() {
    done(
        admin.patch(
            "/v1/blueprints/service/permissions",
            "{\"entities\":{\"read\":{\"roles\":[\"Admin\"],\"ownedByTeam\":true}}}"));
    HttpCaller member = world.caller(world.signedIn(ada));
    assertThat(ids(member.get("/v1/blueprints/service/entities"))).containsExactly("a");
    assertThat(member.get("/v1/blueprints/service/entities-count").at("/count")).isEqualTo("1");
    assertThat(admin.get("/v1/blueprints/service/entities-count").at("/count")).isEqualTo("3");
    assertThat(
            ids(member.post("/v1/entities/search", rules(rule("$blueprint", "=", "\"service\"")))))
        .containsExactly("a");
    assertThat(ids(member.post("/v1/blueprints/service/entities/search", "{}")))
        .containsExactly("a");
    Reply hidden = member.get("/v1/blueprints/service/entities/b");
    Reply absent = member.get("/v1/blueprints/service/entities/z");
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.text())
        .isEqualTo(absent.text().replace("\"z\"", "\"b\"").replace("z\\\"", "b\\\""));
    assertThat(
            ids(
                member.post(
                    "/v1/entities/search",
                    "{\"combinator\":\"and\",\"rules\":[{\"property\":\"$team\",\"operator\":\"in\",\"value\":[\"My"
                        + " Teams\"]}]}")))
        .contains("a")
        .doesNotContain("b", "c");
  }

  @Test
  void nobodyFindsOutOverRelationsWhatTheyMayNotRead() {
    done(
        admin.patch(
            "/v1/blueprints/system/permissions",
            "{\"entities\":{\"read\":{\"roles\":[\"Admin\"]}}}"));
    HttpCaller member = world.caller(world.signedIn(ada));
    String related = "{\"operator\":\"relatedTo\",\"blueprint\":\"system\",\"value\":\"core\"}";
    assertThat(found(related, rule("$blueprint", "=", "\"service\""))).containsExactly("a");
    assertThat(
            member
                .get("/v1/blueprints/service/entities/a?attach_title_to_relation=true")
                .json()
                .at("/entity/relations/system/title")
                .isNull())
        .isTrue();
    assertThat(ids(member.get("/v1/blueprints/system/entities"))).isEmpty();
  }
}
