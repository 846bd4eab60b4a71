package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What policies look at, and that they look at it as it is now. */
@OnBothDatabases
class PoliciesTest {

  private final PortcullisServer server;
  private final Portal portal;
  private final HttpCaller admin;

  PoliciesTest(TestDatabase database) {
    server = PortcullisServer.on(database);
    portal = new Portal(server.tenant());
    admin = portal.admin();
    portal.env();
  }

  private void onRead(String rule) {
    portal.permit(
        "\"read\":{\"roles\":[],\"policy\":{\"combinator\":\"and\",\"rules\":[" + rule + "]}}");
  }

  @Test
  void theQuestionMaySayWhatIsNotStoredAndWhatIsStoredWins() {
    portal.person("mem@acme.example");
    portal.created(
        "/v1/blueprints/Env/entities",
        "{\"identifier\":\"stored\",\"properties\":{\"slackChannelUrl\":\"https://closed\"}}");
    portal.entity("blank");
    onRead("{\"property\":\"slackChannelUrl\",\"operator\":\"=\",\"value\":\"open\"}");
    String open = "{\"slackChannelUrl\":\"open\"}";

    assertThat(portal.may("mem@acme.example", "read", "unknown", open)).isTrue();
    assertThat(portal.may("mem@acme.example", "read", "unknown")).isFalse();
    assertThat(portal.may("mem@acme.example", "read", "blank", open)).isTrue();
    assertThat(portal.may("mem@acme.example", "read", "stored", open)).isFalse();
  }

  @Test
  void actionAndResourceOfTheQuestionAreContexts() {
    portal.person("mem@acme.example");
    onRead(
        """
        {"property":{"context":"action","property":"soft"},"operator":"=","value":true},
        {"property":{"context":"resource","property":"zone"},"operator":"in","value":["eu","us"]}
        """);

    assertThat(ask("{\"soft\":true}", "{\"zone\":\"eu\"}")).isEqualTo("true");
    assertThat(ask("{\"soft\":false}", "{\"zone\":\"eu\"}")).isEqualTo("false");
    assertThat(ask("{\"soft\":true}", "{\"zone\":\"apac\"}")).isEqualTo("false");
    assertThat(ask("{}", "{}")).isEqualTo("false");
  }

  private String ask(String action, String resource) {
    return admin
        .post(
            "/access/v1/evaluation",
            """
            {"subject":{"type":"user","id":"mem@acme.example"},
             "action":{"name":"read","properties":%s},
             "resource":{"type":"Env","id":"e1","properties":%s}}
            """
                .formatted(action, resource))
        .at("/decision");
  }

  @Test
  void aChangeIsInTheNextDecision() {
    String id = portal.person("mem@acme.example");
    String group = portal.group("payments");
    portal.entity("e1", "payments");
    onRead(
        "{\"property\":\"$team\",\"operator\":\"containsAny\","
            + "\"value\":{\"context\":\"userTeams\",\"property\":\"$identifier\"}}");
    assertThat(portal.may(id, "read", "e1")).isFalse();

    portal.addMembers(group, id);
    assertThat(portal.may(id, "read", "e1")).isTrue();
    portal.removeMember(group, id);
    assertThat(portal.may(id, "read", "e1")).isFalse();
  }

  @Test
  void whatIsFixedOfPeopleStaysAndWhatIsAddedCounts() {
    portal.person("mem@acme.example");
    admin.put(
        "/v1/blueprints/_user",
        """
        {"identifier":"_user","title":"Anything","schema":{"properties":{
           "level":{"type":"number"},"port_role":{"type":"number"}}},"relations":{}}
        """);

    Reply invented =
        admin.post(
            "/v1/blueprints/_user/entities?upsert=true",
            "{\"identifier\":\"new@acme.example\",\"properties\":{\"port_role\":\"Admin\",\"level\":1}}");
    Reply levelled =
        admin.post(
            "/v1/blueprints/_user/entities?upsert=true",
            "{\"identifier\":\"MEM@acme.example\",\"properties\":{\"level\":3,\"port_role\":\"Member\"}}");

    assertThat(invented.status()).as(invented.text()).isEqualTo(201);
    assertThat(admin.get("/v1/users/new@acme.example").at("/user/roles/0/name")).isEqualTo("Admin");
    assertThat(levelled.status()).as(levelled.text()).isEqualTo(201);
    assertThat(admin.get("/v1/blueprints/_user").at("/blueprint/title")).isEqualTo("User");
    assertThat(admin.get("/v1/blueprints/_user").at("/blueprint/schema/properties/port_role/type"))
        .isEqualTo("string");
    assertThat(admin.get("/v1/blueprints/_user/entities").at("/entities/0/properties/level"))
        .isEqualTo("3");
    onRead(
        "{\"property\":{\"context\":\"user\",\"property\":\"level\"},\"operator\":\">\",\"value\":2}");
    assertThat(portal.may("mem@acme.example", "read", "e1")).isTrue();
    assertThat(admin.delete("/v1/blueprints/_user/entities/mem@acme.example").status())
        .isEqualTo(200);
    assertThat(admin.get("/v1/users/mem@acme.example").status()).isEqualTo(404);
  }

  @Test
  void followingRelationsTooFarDeniesAndIsReported() {
    portal.person("mem@acme.example");
    portal.created(
        "/v1/blueprints",
        """
        {"identifier":"Hub","title":"Hub","schema":{"properties":{}},
         "relations":{"spokes":{"target":"Hub","many":true}}}
        """);
    String spokes =
        IntStream.range(0, 5_001)
            .mapToObj(i -> "\"spoke-" + i + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    portal.created("/v1/blueprints/Hub/entities", "{\"identifier\":\"hub\"}");
    portal.created(
        "/v1/blueprints/Hub/entities?create_missing_related_entities=true",
        "{\"identifier\":\"few\",\"relations\":{\"spokes\":[\"spoke-1\"]}}");
    // The API asks that all of them be there; so many would only cost the test its time.
    server
        .bean(JdbcClient.class)
        .sql("update entities set relations = ? where blueprint = 'Hub' and identifier = 'hub'")
        .param("{\"spokes\":" + spokes + "}")
        .update();
    admin.patch("/v1/blueprints/Hub/permissions", policy("hub"));

    Reply far = hub();
    assertThat(far.at("/decision")).isEqualTo("false");
    assertThat(far.text()).contains("policyFailed", "more than 5000 entities");

    admin.patch("/v1/blueprints/Hub/permissions", policy("few"));
    assertThat(hub().at("/decision")).as(hub().text()).isEqualTo("true");
  }

  private static String policy(String hub) {
    return """
    {"entities":{"read":{"roles":[],"policy":{"combinator":"and","rules":[
      {"operator":"relatedTo","blueprint":"Hub","value":"%s","direction":"upstream"}]}}}}
    """
        .formatted(hub);
  }

  private Reply hub() {
    return admin.post(
        "/access/v1/evaluation",
        """
        {"subject":{"type":"user","id":"mem@acme.example"},"action":{"name":"read"},
         "resource":{"type":"Hub","id":"spoke-1"},"context":{"explain":true}}
        """);
  }
}
