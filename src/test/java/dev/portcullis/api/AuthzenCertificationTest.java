package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The public certification scenario of the AuthZEN Authorization API 1.0, with documents of ours:
 * Alice writes what is active and deletes softly, Bob writes what is archived.
 */
@OnBothDatabases
class AuthzenCertificationTest {

  private static final String ALICE = "{\"type\":\"user\",\"id\":\"alice\"}";
  private static final String BOB = "{\"type\":\"user\",\"id\":\"bob\"}";
  private static final String BOB_AS_ADMIN =
      "{\"type\":\"user\",\"id\":\"bob\",\"properties\":{\"role\":\"admin\"}}";
  private static final String RECORD_1 = "{\"type\":\"record\",\"id\":\"record-1\"}";
  private static final String RECORD_2 =
      "{\"type\":\"record\",\"id\":\"record-2\",\"properties\":{\"status\":\"archived\"}}";
  private static final String READ = "{\"name\":\"read\"}";
  private static final String WRITE = "{\"name\":\"write\"}";

  private final Tenant tenant;
  private final HttpCaller admin;

  AuthzenCertificationTest(TestDatabase database) {
    tenant = PortcullisServer.on(database).tenant();
    admin = tenant.admin();
    HttpCaller okta = tenant.connection("okta").scim();
    group(okta, "editors", user(okta, "alice"));
    group(okta, "archivists", user(okta, "bob"));
    made(
        "/v1/blueprints",
        """
        {"identifier":"record","title":"Record","relations":{},
         "schema":{"properties":{"status":{"type":"string"}},"required":[]}}
        """);
    made("/v1/blueprints/record/entities", entity("record-1", "active"));
    made("/v1/blueprints/record/entities", entity("record-2", "archived"));
    permit();
  }

  /** Neither of them has an e-mail, so that both go by their user names. */
  private static String user(HttpCaller okta, String userName) {
    Reply made =
        okta.post(
            "/scim/v2/Users",
            """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%1$s",
             "externalId":"00u-%1$s"}
            """
                .formatted(userName));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.at("/id");
  }

  private static void group(HttpCaller okta, String name, String member) {
    Reply made =
        okta.post(
            "/scim/v2/Groups",
            """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s",
             "members":[{"value":"%s"}]}
            """
                .formatted(name, member));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
  }

  private static String entity(String identifier, String status) {
    return "{\"identifier\":\"%s\",\"properties\":{\"status\":\"%s\"}}"
        .formatted(identifier, status);
  }

  private void made(String path, String body) {
    Reply reply = admin.post(path, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
  }

  private void permit() {
    Reply reply =
        admin.patch(
            "/v1/blueprints/record/permissions",
            """
            {"entities":{
              "update":{"roles":["Admin"],"policy":{"combinator":"or","rules":[
                {"combinator":"and","rules":[
                  {"property":{"context":"userTeams","property":"$identifier"},
                   "operator":"containsAny","value":["editors"]},
                  {"property":"status","operator":"=","value":"active"}]},
                {"combinator":"and","rules":[
                  {"combinator":"or","rules":[
                    {"property":{"context":"user","property":"role"},"operator":"=","value":"admin"},
                    {"property":{"context":"userTeams","property":"$identifier"},
                     "operator":"containsAny","value":["archivists"]}]},
                  {"property":"status","operator":"=","value":"archived"}]}]}},
              "unregister":{"roles":["Admin"],"policy":{"combinator":"and","rules":[
                {"property":{"context":"action","property":"soft"},"operator":"=","value":true},
                {"property":{"context":"userTeams","property":"$identifier"},
                 "operator":"containsAny","value":["editors"]}]}}}}
            """);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  private Reply ask(String path, String body) {
    Reply reply = admin.post("/access/v1/" + path, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply;
  }

  private boolean decides(String subject, String action, String resource) {
    String question =
        "{\"subject\":%s,\"action\":%s,\"resource\":%s}".formatted(subject, action, resource);
    boolean decision = Boolean.parseBoolean(ask("evaluation", question).at("/decision"));
    assertThat(ask("evaluations", question).at("/decision")).isEqualTo(String.valueOf(decision));
    return decision;
  }

  private List<Boolean> batch(String body) {
    JsonNode evaluations = ask("evaluations", body).json().at("/evaluations");
    return IntStream.range(0, evaluations.size())
        .mapToObj(i -> evaluations.get(i).at("/decision").booleanValue())
        .toList();
  }

  @Test
  void theEightDecisionsOfTheFixture() {
    assertThat(decides(ALICE, READ, RECORD_1)).isTrue();
    assertThat(decides(ALICE, WRITE, RECORD_1)).isTrue();
    assertThat(decides(BOB, READ, RECORD_1)).isTrue();
    assertThat(decides(BOB, WRITE, RECORD_1)).isFalse();
    assertThat(decides(ALICE, WRITE, RECORD_2)).isFalse();
    assertThat(decides(BOB_AS_ADMIN, WRITE, RECORD_2)).isTrue();
    assertThat(decides(ALICE, deletion(true), RECORD_1)).isTrue();
    assertThat(decides(ALICE, deletion(false), RECORD_1)).isFalse();
  }

  private static String deletion(boolean soft) {
    return "{\"name\":\"delete\",\"properties\":{\"soft\":%s}}".formatted(soft);
  }

  @Test
  void whatIsStoredWinsOverWhatIsClaimed() {
    String lie = RECORD_2.replace("archived", "active");
    String made = "{\"type\":\"record\",\"id\":\"new\",\"properties\":{\"status\":\"active\"}}";

    assertThat(decides(ALICE, WRITE, lie)).isFalse();
    assertThat(decides(ALICE, WRITE, made)).isTrue();
    assertThat(
            decides(
                "{\"type\":\"user\",\"id\":\"bob\",\"properties\":{\"$team\":[\"editors\"],"
                    + "\"port_role\":\"Admin\"}}",
                WRITE,
                RECORD_1))
        .isFalse();
  }

  @Test
  void batchesInheritDefaultsWholeAndAnswerInOrder() {
    assertThat(
            batch(
                "{\"subject\":%s,\"resource\":%s,\"evaluations\":[{\"action\":%s},{\"action\":%s}]}"
                    .formatted(BOB, RECORD_1, READ, WRITE)))
        .containsExactly(true, false);
    assertThat(
            batch(
                "{\"action\":%s,\"resource\":%s,\"evaluations\":[{\"subject\":%s},{\"subject\":%s}]}"
                    .formatted(WRITE, RECORD_2, ALICE, BOB_AS_ADMIN)))
        .containsExactly(false, true);
    assertThat(
            batch(
                """
                {"subject":%s,"action":%s,"resource":{"type":"record","properties":{"status":"archived"}},
                 "evaluations":[{"resource":{"id":"new","properties":{"status":"active"}}},
                                {"resource":{"id":"new"}},{"resource":%s}]}
                """
                    .formatted(ALICE, WRITE, RECORD_2)))
        .containsExactly(true, false, false);
  }

  @Test
  void oneFaultyItemIsDeniedAndSaysWhy() {
    Reply reply =
        ask(
            "evaluations",
            "{\"subject\":%s,\"action\":%s,\"evaluations\":[{\"resource\":%s},{},7,{\"subject\":\"me\",\"resource\":%s}]}"
                .formatted(ALICE, READ, RECORD_1, RECORD_1));

    assertThat(reply.at("/evaluations/0/decision")).isEqualTo("true");
    for (int i = 1; i < 4; i++) {
      assertThat(reply.at("/evaluations/" + i + "/decision")).isEqualTo("false");
      assertThat(reply.at("/evaluations/" + i + "/context/reasons/0/kind"))
          .isEqualTo("invalidQuestion");
    }
    assertThat(reply.at("/evaluations/1/context/reasons/0/message")).contains("`resource`");
  }

  @Test
  void semanticsEndABatchWithTheItemThatDecides() {
    String evaluations =
        "{\"subject\":%s,\"resource\":%s,\"options\":{\"evaluations_semantic\":\"%%s\"},\"evaluations\":[{\"action\":%s},{\"action\":%s},{\"action\":%s}]}"
            .formatted(BOB, RECORD_1, READ, WRITE, READ);

    assertThat(batch(evaluations.formatted("execute_all"))).containsExactly(true, false, true);
    assertThat(batch(evaluations.formatted("deny_on_first_deny"))).containsExactly(true, false);
    assertThat(batch(evaluations.formatted("permit_on_first_permit"))).containsExactly(true);
    assertThat(admin.post("/access/v1/evaluations", evaluations.formatted("perhaps")).status())
        .isEqualTo(400);
  }

  @Test
  void searchesFindWhoeverAndWhateverWouldBeAllowed() {
    assertThat(
            found(
                "subject",
                "{\"subject\":{\"type\":\"user\",\"id\":\"ignored\"},\"action\":%s,\"resource\":%s}"
                    .formatted(READ, RECORD_1)))
        .containsExactlyInAnyOrder("alice", "bob");
    assertThat(
            found(
                "subject",
                "{\"subject\":{\"type\":\"user\"},\"action\":%s,\"resource\":%s}"
                    .formatted(WRITE, RECORD_2)))
        .containsExactly("bob");
    assertThat(
            found(
                "resource",
                "{\"subject\":%s,\"action\":%s,\"resource\":{\"type\":\"record\"}}"
                    .formatted(BOB_AS_ADMIN, WRITE)))
        .containsExactly("record-2");
    assertThat(
            found(
                "resource",
                "{\"subject\":%s,\"action\":%s,\"resource\":{\"type\":\"record\",\"id\":\"ignored\"}}"
                    .formatted(ALICE, READ)))
        .containsExactlyInAnyOrder("record-1", "record-2");
    assertThat(names("{\"subject\":%s,\"resource\":%s}".formatted(ALICE, RECORD_1)))
        .contains("read", "update", "write", "updateProperties.status")
        .doesNotContain("delete", "unregister", "register", "create");
    assertThat(names("{\"subject\":%s,\"resource\":%s}".formatted(BOB_AS_ADMIN, RECORD_2)))
        .contains("write");
  }

  private List<String> found(String kind, String body) {
    Reply reply = ask("search/" + kind, body);
    assertThat(reply.at("/page/next_token")).isEmpty();
    assertThat(reply.json().at("/page/next_token").isString()).isTrue();
    return reply
        .json()
        .at("/results")
        .valueStream()
        .map(each -> each.at("/id").asString())
        .toList();
  }

  private List<String> names(String body) {
    return ask("search/action", body)
        .json()
        .at("/results")
        .valueStream()
        .map(each -> each.at("/name").asString())
        .toList();
  }

  @Test
  void whatIsUnknownIsFoundNowhereAndIsNoError() {
    String nobody = "{\"type\":\"user\",\"id\":\"nonexistent\"}";
    String spaceship = "{\"type\":\"spaceship\",\"id\":\"x\"}";

    assertThat(names("{\"subject\":%s,\"resource\":%s}".formatted(nobody, RECORD_1))).isEmpty();
    assertThat(names("{\"subject\":%s,\"resource\":%s}".formatted(ALICE, spaceship))).isEmpty();
    for (String body :
        List.of(
            "{\"subject\":%s,\"action\":%s,\"resource\":{\"type\":\"record\"}}"
                .formatted(nobody, READ),
            "{\"subject\":%s,\"action\":%s,\"resource\":{\"type\":\"record\"}}"
                .formatted(spaceship, READ),
            "{\"subject\":%s,\"action\":%s,\"resource\":{\"type\":\"spaceship\"}}"
                .formatted(ALICE, READ),
            "{\"subject\":%s,\"action\":{\"name\":\"fly\"},\"resource\":{\"type\":\"record\"}}"
                .formatted(ALICE))) {
      assertThat(found("resource", body)).isEmpty();
    }
    assertThat(
            found(
                "subject",
                "{\"subject\":{\"type\":\"spaceship\"},\"action\":%s,\"resource\":%s}"
                    .formatted(READ, RECORD_1)))
        .isEmpty();
    assertThat(
            found(
                "subject",
                "{\"subject\":{\"type\":\"user\"},\"action\":%s,\"resource\":%s}"
                    .formatted(READ, spaceship)))
        .isEmpty();
  }

  @Test
  void aTokenContinuesItsOwnSearchAndNoOther() {
    String search =
        "{\"subject\":{\"type\":\"user\"},\"action\":%s,\"resource\":%s,\"page\":{%%s}}"
            .formatted(READ, RECORD_1);
    Reply first = ask("search/subject", search.formatted("\"limit\":1"));
    String token = first.at("/page/next_token");
    assertThat(first.at("/page/count")).isEqualTo("1");
    assertThat(token).isNotEmpty();

    Reply second =
        ask(
            "search/subject",
            "{\"page\":{\"token\":\"%s\"},\"resource\":{\"id\":\"record-1\",\"type\":\"record\"},\"action\":%s,\"subject\":{\"id\":\"x\",\"type\":\"user\"}}"
                .formatted(token, READ));

    assertThat(List.of(first.at("/results/0/id"), second.at("/results/0/id")))
        .containsExactlyInAnyOrder("alice", "bob");
    assertThat(second.at("/page/next_token")).isEmpty();
    String continued = "\"token\":\"" + token + "\"";
    assertThat(status("subject", search.replace("read", "write").formatted(continued)))
        .isEqualTo(400);
    assertThat(status("subject", search.formatted("\"token\":\"bm9uc2Vuc2U\""))).isEqualTo(400);
    assertThat(status("subject", search.formatted("\"token\":\"!\""))).isEqualTo(400);
    assertThat(status("subject", search.formatted("\"token\":7"))).isEqualTo(400);
    for (String limit : List.of("0", "-1", "1.5", "\"7\"", "true")) {
      assertThat(status("subject", search.formatted("\"limit\":" + limit))).isEqualTo(400);
    }
    assertThat(status("subject", search.formatted("\"limit\":99999999999999999999")))
        .isEqualTo(200);
    HttpCaller other = PortcullisServer.on(TestDatabase.H2).tenant().admin();
    assertThat(other.post("/access/v1/search/subject", search.formatted(continued)).status())
        .isEqualTo(400);
  }

  private int status(String kind, String body) {
    return admin.post("/access/v1/search/" + kind, body).status();
  }

  @Test
  void whatIsMissingOrMistypedIsA400OnEveryPath() {
    String whole =
        "{\"subject\":%s,\"action\":%s,\"resource\":%s}".formatted(ALICE, READ, RECORD_1);
    for (String path :
        List.of(
            "evaluation", "evaluations", "search/subject", "search/resource", "search/action")) {
      for (String bad :
          List.of(
              "",
              "{",
              "[]",
              "7",
              whole.replace("\"subject\"", "\"nobody\""),
              whole.replace("\"resource\"", "\"nothing\""),
              whole.replace("\"type\":\"user\"", "\"x\":1"),
              whole.replace("\"type\":\"record\"", "\"type\":7"),
              whole.replace("{\"type\":\"record\",\"id\":\"record-1\"}", "\"record-1\""),
              whole.replace("}}", "},\"context\":[]}"))) {
        Reply reply = admin.with("X-Request-ID", "request-1").post("/access/v1/" + path, bad);
        assertThat(reply.status()).as(path + " " + bad + reply.text()).isEqualTo(400);
        assertThat(reply.header("X-Request-ID")).isEqualTo("request-1");
      }
      assertThat(
              admin.with("Content-Type", "text/plain").post("/access/v1/" + path, whole).status())
          .isEqualTo(400);
      assertThat(
              admin
                  .with("X-Request-ID", "request-2")
                  .post("/access/v1/" + path, whole.replace("}}", "},\"future\":{\"x\":[]}}"))
                  .header("X-Request-ID"))
          .isEqualTo("request-2");
    }
    for (String path : List.of("evaluation", "evaluations", "search/subject", "search/resource")) {
      assertThat(
              admin
                  .post("/access/v1/" + path, whole.replace("\"name\":\"read\"", "\"name\":123"))
                  .status())
          .isEqualTo(400);
    }
    assertThat(status("subject", whole.replace(",\"id\":\"record-1\"", ""))).isEqualTo(400);
    assertThat(status("resource", whole.replace(",\"id\":\"alice\"", ""))).isEqualTo(400);
    assertThat(status("action", whole.replace("\"action\"", "\"other\""))).isEqualTo(200);
    assertThat(
            admin
                .post("/access/v1/evaluations", whole.replace("}}", "},\"evaluations\":{}}"))
                .status())
        .isEqualTo(400);
  }

  @Test
  void theConfigurationNamesEveryEndpoint() {
    Reply reply = tenant.server().anybody().get("/.well-known/authzen-configuration");

    String base = tenant.server().base().toString();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/policy_decision_point")).isEqualTo(base);
    for (String endpoint :
        List.of(
            "access_evaluation_endpoint",
            "access_evaluations_endpoint",
            "search_subject_endpoint",
            "search_resource_endpoint",
            "search_action_endpoint")) {
      String path = reply.at("/" + endpoint).substring(base.length());
      assertThat(admin.post(path, "{}").status()).as(endpoint).isEqualTo(400);
    }
  }
}
