package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many SQL statements batches and searches cost: the same for a few and for many. */
@OnBothDatabases
class DecisionStatementsTest {

  private static final String POLICY =
      """
      {"entities":{"read":{"roles":["Admin"],"policy":{"combinator":"or","rules":[
        {"property":"$team","operator":"containsAny","value":{"context":"userTeams","property":"$identifier"}},
        {"property":{"path":[{"relation":"deployedAt","maxHops":3}]},"operator":"matchAny","value":"e0"}]}}}}
      """;

  private final PortcullisServer server;
  private final Portal portal;

  DecisionStatementsTest(TestDatabase database) {
    server = PortcullisServer.on(database);
    portal = new Portal(server.tenant());
    portal.env();
    assertThat(portal.admin().patch("/v1/blueprints/Env/permissions", POLICY).status())
        .isEqualTo(200);
  }

  /** Everybody is in one of three teams, each entity is owned by one, and points to another. */
  private void populate(int from, int to) {
    for (int i = from; i < to; i++) {
      String person = portal.person("p" + i + "@acme.example");
      portal.group("team-" + i, person);
      portal.created(
          "/v1/blueprints/Env/entities",
          "{\"identifier\":\"e%d\",\"team\":[\"team-%d\"]%s}"
              .formatted(
                  i,
                  i,
                  i == 0
                      ? ""
                      : ",\"relations\":{\"deployedAt\":\"e%d\"}"
                          .formatted(i % 3 == 0 ? 0 : i - 1)));
    }
  }

  private List<String> statements(String path, String body) {
    try (var count = server.countStatements()) {
      Reply reply = portal.admin().post("/access/v1/" + path, body);
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      return count.statements();
    }
  }

  private static String batch(int size) {
    return IntStream.range(0, size)
        .mapToObj(i ->
            """
            {"subject":{"type":"user","id":"p%d@acme.example"},"resource":{"type":"Env","id":"e%d"}}\
            """
                .formatted(i, (i * 7) % size))
        .collect(
            Collectors.joining(",", "{\"action\":{\"name\":\"read\"},\"evaluations\":[", "]}"));
  }

  @Test
  void manyCostNoMoreThanAFew() {
    populate(0, 6);
    List<String> fewAsked = statements("evaluations", batch(6));
    List<String> fewSubjects = statements("search/subject", subjects());
    List<String> fewResources = statements("search/resource", resources());
    List<String> fewActions = statements("search/action", actions());

    populate(6, 40);

    assertThat(statements("evaluations", batch(40))).hasSameSizeAs(fewAsked);
    assertThat(statements("search/subject", subjects())).hasSameSizeAs(fewSubjects);
    assertThat(statements("search/resource", resources())).hasSameSizeAs(fewResources);
    assertThat(statements("search/action", actions())).hasSameSizeAs(fewActions);
    assertThat(fewAsked.size()).isLessThanOrEqualTo(20);
    assertThat(fewSubjects.size()).isLessThanOrEqualTo(20);
    assertThat(fewResources.size()).isLessThanOrEqualTo(25);
  }

  private static String subjects() {
    return """
    {"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"Env","id":"e4"}}
    """;
  }

  private static String resources() {
    return """
    {"subject":{"type":"user","id":"p4@acme.example"},"action":{"name":"read"},
     "resource":{"type":"Env"}}
    """;
  }

  private static String actions() {
    return """
    {"subject":{"type":"user","id":"p4@acme.example"},"resource":{"type":"Env","id":"e4"}}
    """;
  }
}
