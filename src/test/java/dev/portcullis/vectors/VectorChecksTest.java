package dev.portcullis.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import dev.portcullis.vectors.Vector.Question;
import dev.portcullis.vectors.Vector.Request;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every example of Port's documentation, each decision asked as a check of its own. */
@OnBothDatabases
class VectorChecksTest {

  private final PortcullisServer server;

  VectorChecksTest(TestDatabase database) {
    server = PortcullisServer.on(database);
  }

  static List<Vector> vectors() {
    return Vectors.all();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void goesAsDocumented(Vector vector) {
    VectorWorld world = new VectorWorld(server.tenant(), vector.world());
    for (Vector.Step step : vector.story()) {
      switch (step) {
        case Request request -> request(world, request);
        case Question question -> question(world, question);
      }
    }
  }

  private static void request(VectorWorld world, Request request) {
    HttpCaller caller = request.as().isEmpty() ? world.admin() : world.signedIn(request.as());
    Reply reply =
        caller.send(request.method(), request.path(), BodyPublishers.ofString(request.body()));
    assertThat(reply.status()).as(request + ": " + reply.text()).isEqualTo(request.status());
    holds(reply.json(), JsonMapper.shared().valueToTree(request.reply()), "reply of " + request);
    List<String> warnings =
        reply.json().path("warnings").valueStream().map(JsonNode::asString).toList();
    assertThat(warnings).as(reply.text()).hasSize(request.warnings().size());
    for (int i = 0; i < warnings.size(); i++) {
      assertThat(warnings.get(i)).contains(request.warnings().get(i));
    }
  }

  /** Objects hold at least the members that are expected; all else is equal. */
  private static void holds(JsonNode actual, JsonNode expected, String place) {
    if (expected.isObject()) {
      assertThat(actual.isObject()).as(place).isTrue();
      expected
          .propertyStream()
          .forEach(member ->
              holds(
                  actual.path(member.getKey()), member.getValue(), place + "." + member.getKey()));
    } else {
      assertThat(actual).as(place).isEqualTo(expected);
    }
  }

  private static void question(VectorWorld world, Question question) {
    assertThat(question.allow().size() + question.deny().size()).isPositive();
    question.allow().forEach(subject -> decides(world, question, subject, true));
    question.deny().forEach(subject -> decides(world, question, subject, false));
  }

  private static void decides(
      VectorWorld world, Question question, String subject, boolean expected) {
    Map<String, Object> body =
        Map.of(
            "subject", Map.of("type", "user", "id", VectorWorld.email(subject)),
            "action", Map.of("name", question.action(), "properties", question.actionProperties()),
            "resource",
                Map.of(
                    "type", question.type(),
                    "id", question.id(),
                    "properties", question.properties()),
            "context", Map.of("explain", true));
    Reply reply = world.admin().post("/access/v1/evaluation", Vectors.json(body));
    assertThat(reply.at("/decision"))
        .as("%s of %s: %s", question, subject, reply.text())
        .isEqualTo(String.valueOf(expected));
    if (!expected && !question.because().isEmpty()) {
      assertThat(reply.at("/context/reasons/0/kind"))
          .as(reply.text())
          .isEqualTo(question.because());
    }
  }
}
