package dev.portcullis.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ServedRoute;
import dev.portcullis.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Bodies with something wrong, made from good ones by hand's and by chance's work, to every route
 * that takes one. What is refused is refused in the shape of its surface, by name, and leaves
 * nothing behind; what can be taken after all may be taken.
 */
@OnBothDatabases
class BadBodiesTest {

  private final PortcullisServer server;
  private final RouteExamples examples;
  private final HttpCaller client;

  /** Each database gets half of ten thousand refusals at least. */
  private static final int REFUSALS = 5_000;

  BadBodiesTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.examples = new RouteExamples(database, "home");
    this.client = examples.world().tenant.admin();
  }

  private List<ServedRoute> routes() {
    return ServedRoute.of(server).stream()
        .filter(route -> RouteRights.of(route.method(), route.pattern()).isPresent())
        .filter(route -> !RouteBodies.takesNone(route.toString()))
        .toList();
  }

  @Test
  void everyRouteThatTakesABodyHasAGoodOneToSpoil() {
    assertThat(routes())
        .allSatisfy(route ->
            assertThat(RouteBodies.has(route.toString()))
                .as("add a good body of %s to RouteBodies", route)
                .isTrue());
  }

  @Test
  void whatIsWrongIsRefusedByNameAndLeavesNothingBehind() {
    List<ServedRoute> routes = routes();
    Random random = new Random(20_261_126);
    long refused = 0;
    for (ServedRoute route : routes) {
      restoreTheBlueprint();
      String good = RouteBodies.of(route.toString());
      long share = REFUSALS / routes.size();
      refused +=
          Stream.of(
                  BadBody.wholes(good),
                  BadBody.singles(good).filter(_ -> random.nextInt(4) == 0),
                  BadBody.several(good, random).limit(share))
              .flatMap(bodies -> bodies)
              .filter(body -> isRefused(route, body))
              .count();
    }
    assertThat(refused).isGreaterThan(REFUSALS);
  }

  private boolean isRefused(ServedRoute route, BadBody body) {
    long before = entries();
    Reply reply =
        client.send(route.method(), path(route), BodyPublishers.ofByteArray(body.bytes()));
    if (reply.status() < 300) {
      return false;
    }
    String told = route + " " + body.what() + " → " + reply.status() + reply.text();
    assertThat(reply.status()).as(told).isBetween(400, 499);
    assertEnvelope(reply, told);
    assertThat(namesTheField(body, reply)).as(told).isTrue();
    assertThat(entries()).as(told).isEqualTo(before);
    return true;
  }

  private static void assertEnvelope(Reply reply, String told) {
    JsonNode json = reply.json();
    assertThat(json.path("ok").asBoolean(true)).as(told).isFalse();
    assertThat(json.path("error").asString("")).as(told).isNotEmpty();
    assertThat(json.path("message").asString("")).as(told).isNotEmpty();
  }

  private static boolean namesTheField(BadBody body, Reply reply) {
    return reply.status() != 422
        || body.fields().isEmpty()
        || body.fields().stream().anyMatch(field -> reply.text().contains(field));
  }

  /** What was accepted may have made a blueprint of which the good bodies are no entities. */
  private void restoreTheBlueprint() {
    String name = examples.name("blueprints").orElseThrow();
    Reply restored =
        client.put(
            "/v1/blueprints/" + name,
            "{\"identifier\":\"%s\",\"title\":\"Home\",\"schema\":{\"properties\":{\"tier\":{\"type\":\"string\"}}}}"
                .formatted(name));
    assertThat(restored.status()).as(restored.text()).isEqualTo(200);
  }

  private String path(ServedRoute route) {
    return route.path(place -> examples.name(place.segment()).orElse("1"));
  }

  /** Whatever changes something leaves an entry in the audit log. */
  private long entries() {
    return server
        .bean(JdbcClient.class)
        .sql("select count(*) from audit_entries where organization_id = ?")
        .param(UUID.fromString(examples.world().tenant.id()))
        .query(Long.class)
        .single();
  }
}
