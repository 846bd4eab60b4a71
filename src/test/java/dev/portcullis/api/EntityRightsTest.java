package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.signin.SignedInWorld;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What people who signed in may do with entities: Port's rules 7 to 23. */
@OnBothDatabases
class EntityRightsTest {

  private static final String ENTITIES = "/v1/blueprints/service/entities";

  private final SignedInWorld world;
  private final HttpCaller admin;
  private final HttpCaller mem;

  EntityRightsTest(TestDatabase database) {
    world = new SignedInWorld(database);
    admin = world.tenant.admin();
    String ada = world.pushed("ada");
    world.pushedGroup("t1", ada);
    world.pushedGroup("t2", world.pushed("bob"));
    mem = world.caller(world.signedIn(ada));
    made(
        "/v1/blueprints",
        """
        {"identifier":"service","title":"Service",
         "schema":{"properties":{"tier":{"type":"string"},"slack":{"type":"string"},
                                 "level":{"type":"number","default":3}}},
         "relations":{"parent":{"target":"service"}},"ownership":{"type":"Direct"}}
        """);
    entity("e1", "t1");
    entity("e2", "t2");
    entity("e3", "");
  }

  private Reply made(String path, String body) {
    Reply reply = admin.post(path, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply;
  }

  private void entity(String identifier, String team) {
    made(
        ENTITIES,
        "{\"identifier\":\"%s\",\"team\":%s,\"properties\":{\"tier\":\"gold\"}}"
            .formatted(identifier, team.isEmpty() ? "[]" : "\"" + team + "\""));
  }

  private void permit(String blocks) {
    permit("service", blocks);
  }

  private void permit(String blueprint, String blocks) {
    Reply reply =
        admin.patch(
            "/v1/blueprints/" + blueprint + "/permissions", "{\"entities\":{" + blocks + "}}");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  private static void assertForbidden(Reply reply, String operation, String identifier) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(403);
    assertThat(reply.at("/error")).isEqualTo("forbidden");
    assertThat(reply.at("/details/operation")).isEqualTo(operation);
    assertThat(reply.at("/details/resource")).isEqualTo("service");
    assertThat(reply.at("/details/identifier")).isEqualTo(identifier);
    assertThat(reply.at("/details/reason")).isNotEmpty();
  }

  private static void assertDone(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isBetween(200, 201);
  }

  private String tier(String entity) {
    return admin.get(ENTITIES + "/" + entity).at("/entity/properties/tier");
  }

  @Test
  void aMemberReadsAndChangesNothingUntilSomebodySaysSo() {
    assertForbidden(mem.post(ENTITIES, "{\"identifier\":\"new\"}"), "register", "new");
    assertForbidden(mem.patch(ENTITIES + "/e1", "{\"title\":\"x\"}"), "update", "e1");
    assertForbidden(mem.put(ENTITIES + "/e1", "{\"title\":\"x\"}"), "update", "e1");
    assertForbidden(mem.delete(ENTITIES + "/e1"), "unregister", "e1");
    assertThat(admin.get(ENTITIES).json().at("/entities").size()).isEqualTo(3);
    assertThat(mem.patch(ENTITIES + "/none", "{}").status()).isEqualTo(404);
  }

  @Test
  void moderatorsKeepTheirBlueprintAndNoOther() {
    made(
        "/v1/blueprints",
        "{\"identifier\":\"other\",\"title\":\"O\",\"schema\":{\"properties\":{}}}");
    made(
        "/v1/group-rules",
        """
        {"identifier":"keepers","title":"Keepers","connections":["okta"],
         "groups":{"type":"EQUALS","value":"keepers"},
         "grant":{"role":"Moderator","blueprints":["service"]}}
        """);
    String eve = world.pushed("eve");
    world.pushedGroup("keepers", eve);
    HttpCaller moderator = world.caller(world.signedIn(eve));

    assertDone(moderator.post(ENTITIES, "{\"identifier\":\"new\",\"team\":\"t2\"}"));
    assertDone(moderator.patch(ENTITIES + "/new", "{\"team\":\"t1\",\"title\":\"New\"}"));
    assertDone(moderator.delete(ENTITIES + "/new"));
    assertThat(moderator.post("/v1/blueprints/other/entities", "{\"identifier\":\"x\"}").status())
        .isEqualTo(403);
    assertThat(moderator.patch("/v1/blueprints/service", "{\"title\":\"x\"}").status())
        .isEqualTo(403);
  }

  @Test
  void registeringTakesTheRightToEachValueThatIsSent() {
    permit("\"register\":{\"roles\":[\"Admin\",\"Member\"]}");
    String titled = "{\"identifier\":\"%s\",\"title\":\"T\",\"icon\":\"I\"%s}";

    assertDone(mem.post(ENTITIES, titled.formatted("a", "")));
    assertThat(admin.get(ENTITIES + "/a").at("/entity/properties/level")).isEqualTo("3");
    assertForbidden(
        mem.post(ENTITIES, titled.formatted("b", ",\"properties\":{\"tier\":\"x\"}")),
        "register",
        "b");
    assertForbidden(
        mem.post(ENTITIES, titled.formatted("b", ",\"relations\":{\"parent\":\"e1\"}")),
        "register",
        "b");
    assertForbidden(mem.post(ENTITIES, titled.formatted("b", ",\"team\":\"t1\"")), "register", "b");
    permit(
        """
        "updateProperties":{"tier":{"roles":["Member"]},"$team":{"roles":["Member"]}}
        """);
    assertDone(
        mem.post(
            ENTITIES, titled.formatted("b", ",\"team\":\"t1\",\"properties\":{\"tier\":\"x\"}")));
  }

  @Test
  void ownersRegisterWhatTheyOwnIfTheyMayNameOwners() {
    permit("\"register\":{\"roles\":[\"Admin\"],\"ownedByTeam\":true}");
    String owned = "{\"identifier\":\"new\",\"team\":\"%s\"}";

    assertForbidden(mem.post(ENTITIES, owned.formatted("t1")), "register", "new");
    permit("\"updateProperties\":{\"$team\":{\"roles\":[\"Member\"]}}");
    assertForbidden(mem.post(ENTITIES, owned.formatted("t2")), "register", "new");
    assertDone(mem.post(ENTITIES, owned.formatted("t1")));
  }

  @Test
  void aRightToOneFieldIsARightToThatFieldAlone() {
    permit("\"updateProperties\":{\"slack\":{\"roles\":[\"Member\"]}}");
    String slack = "{\"properties\":{\"slack\":\"s\"}}";

    assertDone(mem.patch(ENTITIES + "/e2", slack));
    assertDone(mem.patch(ENTITIES + "/e2", slack)); // again, with nothing to change
    assertForbidden(
        mem.patch(ENTITIES + "/e2", "{\"title\":\"T\",\"properties\":{\"slack\":\"x\"}}"),
        "update",
        "e2");
    // Whole documents may be sent where all else stays as it is ...
    assertDone(
        mem.put(
            ENTITIES + "/e2",
            """
            {"identifier":"e2","team":["t2"],"properties":{"tier":"gold","slack":"y","level":3}}
            """));
    // ... but what is left out is taken away, which is a change.
    assertForbidden(
        mem.put(ENTITIES + "/e2", "{\"team\":\"t2\",\"properties\":{\"slack\":\"z\"}}"),
        "update",
        "e2");
    assertThat(tier("e2")).isEqualTo("gold");
  }

  @Test
  void leavingAValueToItsDefaultIsAChangeLikeAnyOther() {
    permit("\"updateProperties\":{\"slack\":{\"roles\":[\"Member\"]}}");
    assertDone(admin.patch(ENTITIES + "/e3", "{\"properties\":{\"level\":9}}"));

    assertForbidden(
        mem.put(ENTITIES + "/e3", "{\"properties\":{\"tier\":\"gold\",\"slack\":\"s\"}}"),
        "update",
        "e3");
    assertThat(admin.get(ENTITIES + "/e3").at("/entity/properties/level")).isEqualTo("9");
  }

  @Test
  void ownersChangeWhatTheyOwnAndDoNotGiveItAway() {
    permit("\"update\":{\"roles\":[\"Admin\"],\"ownedByTeam\":true}");

    assertDone(mem.patch(ENTITIES + "/e1", "{\"properties\":{\"tier\":\"silver\"}}"));
    assertForbidden(
        mem.patch(ENTITIES + "/e2", "{\"properties\":{\"tier\":\"silver\"}}"), "update", "e2");
    assertForbidden(
        mem.patch(ENTITIES + "/e3", "{\"properties\":{\"tier\":\"silver\"}}"), "update", "e3");
    assertForbidden(mem.patch(ENTITIES + "/e1", "{\"team\":[\"t2\"]}"), "update", "e1");
    assertDone(mem.patch(ENTITIES + "/e1", "{\"team\":[\"t1\",\"t2\"]}"));
    // Rights are judged on what is there, not on what would be.
    assertForbidden(mem.patch(ENTITIES + "/e3", "{\"team\":[\"t1\"]}"), "update", "e3");
  }

  @Test
  void whatSomebodyMayNotReadIsAbsentToThem() {
    permit("\"read\":{\"roles\":[\"Admin\"]},\"register\":{\"roles\":[\"Admin\"]}");

    for (String method : new String[] {"PATCH", "PUT", "DELETE"}) {
      assertThat(asked(method, "e1")).isEqualTo(asked(method, "e9"));
      assertThat(asked(method, "e1")).startsWith("404");
    }
    Reply there = mem.post(ENTITIES + "?upsert=true", "{\"identifier\":\"e1\"}");
    Reply absent = mem.post(ENTITIES + "?upsert=true", "{\"identifier\":\"e9\"}");
    assertForbidden(there, "register", "e1");
    assertThat(there.text().replace("e1", "e9")).isEqualTo(absent.text());
    Reply merged =
        mem.post(ENTITIES + "?upsert=true&merge=true", "{\"identifier\":\"e1\",\"title\":\"x\"}");
    assertForbidden(merged, "register", "e1");
    Reply bulk =
        mem.post("/v1/blueprints/service/bulk/entities/delete", "{\"entities\":[\"e1\",\"e2\"]}");
    assertThat(bulk.status()).isEqualTo(404);
    assertThat(admin.get(ENTITIES).json().at("/entities").size()).isEqualTo(3);
  }

  private String asked(String method, String identifier) {
    String path = ENTITIES + "/" + identifier;
    Reply reply =
        switch (method) {
          case "PATCH" -> mem.patch(path, "{\"title\":\"x\"}");
          case "PUT" -> mem.put(path, "{\"title\":\"x\"}");
          default -> mem.delete(path);
        };
    return reply.status() + reply.text().replace(identifier, "*");
  }

  @Test
  void nobodyIsNamedInARefusal() {
    permit("\"update\":{\"roles\":[],\"users\":[\"bob@acme.test\"]}");

    Reply refused = mem.patch(ENTITIES + "/e1", "{\"title\":\"x\"}");

    assertForbidden(refused, "update", "e1");
    assertThat(refused.text()).doesNotContain("bob");
  }

  @Test
  void whatMayNotBeReadCannotBeRelatedTo() {
    permit(
        """
        "read":{"roles":["Admin"],"ownedByTeam":true},
        "update":{"roles":["Admin"],"ownedByTeam":true}
        """);

    Reply hidden = mem.patch(ENTITIES + "/e1", "{\"relations\":{\"parent\":\"e2\"}}");
    Reply absent = mem.patch(ENTITIES + "/e1", "{\"relations\":{\"parent\":\"e9\"}}");

    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.text().replace("e2", "e9")).isEqualTo(absent.text());
    assertDone(mem.patch(ENTITIES + "/e1", "{\"relations\":{\"parent\":\"e1\"}}"));
  }

  @Test
  void makingWhatRelationsLeadToTakesTheRightToRegisterIt() {
    permit(
        """
        "update":{"roles":["Admin","Member"]},"register":{"roles":["Admin"]}
        """);
    String path = ENTITIES + "/e1?create_missing_related_entities=true";
    String related = "{\"relations\":{\"parent\":\"made\"}}";

    assertForbidden(mem.patch(path, related), "register", "made");
    permit("\"register\":{\"roles\":[\"Member\"]}");
    assertDone(mem.patch(path, related));
    assertThat(admin.get(ENTITIES + "/made").status()).isEqualTo(200);
  }

  @Test
  void whoGoesAlongMustBeOnesOwnToDelete() {
    made(
        "/v1/blueprints",
        """
        {"identifier":"deployment","title":"D","schema":{"properties":{}},
         "relations":{"of":{"target":"service","required":true}},"ownership":{"type":"Direct"}}
        """);
    made(
        "/v1/blueprints/deployment/entities",
        "{\"identifier\":\"d\",\"team\":\"t2\",\"relations\":{\"of\":\"e1\"}}");
    permit("\"unregister\":{\"roles\":[\"Admin\"],\"ownedByTeam\":true}");
    permit("deployment", "\"unregister\":{\"roles\":[\"Admin\"],\"ownedByTeam\":true}");

    assertThat(mem.delete(ENTITIES + "/e1").at("/error")).isEqualTo("has_dependents");
    assertForbidden(mem.delete(ENTITIES + "/e1?delete_dependents=true"), "unregister", "e1");
    assertThat(admin.get("/v1/blueprints/deployment/entities/d").status()).isEqualTo(200);
    assertDone(admin.patch("/v1/blueprints/deployment/entities/d", "{\"team\":\"t1\"}"));
    assertDone(mem.delete(ENTITIES + "/e1?delete_dependents=true"));
    assertThat(admin.get("/v1/blueprints/deployment/entities/d").status()).isEqualTo(404);
  }

  @Test
  void inheritedOwnersFollowTheRelation() {
    made(
        "/v1/blueprints",
        """
        {"identifier":"part","title":"Part","schema":{"properties":{"n":{"type":"number"}}},
         "relations":{"of":{"target":"service"}},
         "ownership":{"type":"Inherited","path":"of"}}
        """);
    made("/v1/blueprints/part/entities", "{\"identifier\":\"p\",\"relations\":{\"of\":\"e1\"}}");
    permit("part", "\"update\":{\"roles\":[\"Admin\"],\"ownedByTeam\":true}");
    String part = "/v1/blueprints/part/entities/p";

    assertDone(mem.patch(part, "{\"properties\":{\"n\":1}}"));
    Reply moved = admin.patch(part, "{\"relations\":{\"of\":\"e2\"}}");
    assertThat(moved.at("/entity/team/0")).isEqualTo("t2");
    assertThat(mem.patch(part, "{\"properties\":{\"n\":2}}").status()).isEqualTo(403);
    Reply cut = admin.patch(part, "{\"relations\":{\"of\":null}}");
    assertThat(cut.json().at("/entity/team").size()).isZero();
    Reply named = admin.patch(part, "{\"team\":\"t1\"}");
    assertThat(named.status()).isEqualTo(422);
    assertThat(named.at("/error")).isEqualTo("inherited_ownership_enabled");
  }

  @Test
  void severalAtOnceAreJudgedOneByOne() {
    permit(
        """
        "update":{"roles":["Admin"],"ownedByTeam":true},"register":{"roles":["Admin","Member"]}
        """);

    Reply reply =
        mem.post(
            ENTITIES + "/bulk?upsert=true&merge=true",
            """
            {"entities":[{"identifier":"e2","title":"Two"},{"identifier":"e1","title":"One"},
                         {"identifier":"e4"},{"identifier":"e5","properties":{"tier":"x"}}]}
            """);

    assertThat(reply.status()).as(reply.text()).isEqualTo(207);
    assertThat(reply.json().at("/entities").toString())
        .contains("\"identifier\":\"e1\",\"index\":1", "\"identifier\":\"e4\",\"index\":2");
    assertThat(reply.json().at("/errors").valueStream())
        .extracting(error -> error.at("/index").asInt() + error.at("/error").asString())
        .containsExactly("0forbidden", "3forbidden");
    assertThat(admin.get(ENTITIES + "/e1").at("/entity/title")).isEqualTo("One");
    assertThat(admin.get(ENTITIES + "/e2").at("/entity/title")).isEmpty();
  }

  @Test
  void policiesGrantWritingToo() {
    permit(
        """
        "update":{"roles":["Admin"],"policy":{"combinator":"and","rules":[
          {"property":"tier","operator":"=","value":"gold"}]}}
        """);

    assertDone(mem.patch(ENTITIES + "/e2", "{\"properties\":{\"tier\":\"lead\"}}"));
    assertForbidden(
        mem.patch(ENTITIES + "/e2", "{\"properties\":{\"tier\":\"gold\"}}"), "update", "e2");
  }

  @Test
  void peopleAndTeamsAreChangedByAdminsAlone() {
    Reply refused =
        mem.post("/v1/blueprints/_user/entities?upsert=true", "{\"identifier\":\"ada@acme.test\"}");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.at("/error")).isEqualTo("forbidden");
    assertThat(mem.delete("/v1/blueprints/_user/entities/ada@acme.test").status()).isEqualTo(404);
  }

  @Test
  void everybodyReadsBlueprintsAndOnlyAdminsChangeThem() {
    assertThat(mem.get("/v1/blueprints").status()).isEqualTo(200);
    assertThat(mem.get("/v1/blueprints/service").status()).isEqualTo(200);
    assertThat(mem.get("/v1/blueprints/system/_user/structure").status()).isEqualTo(200);
    assertThat(mem.delete("/v1/blueprints/service").status()).isEqualTo(403);
    assertThat(mem.delete("/v1/blueprints/service/all-entities").status()).isEqualTo(403);
  }
}
