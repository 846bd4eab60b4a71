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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every example of Port's documentation goes as documented, and each decision is asked as a check,
 * as a batch, by searches, and as a preview: under the document before it is stored, and after.
 */
@OnBothDatabases
class VectorTest {

  private final PortcullisServer server;

  VectorTest(TestDatabase database) {
    server = PortcullisServer.on(database);
  }

  static List<Vector> vectors() {
    return Vectors.all();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void goesAsDocumentedHoweverItIsAsked(Vector vector) {
    VectorWorld world = new VectorWorld(server.tenant(), vector.world());
    for (int i = 0; i < vector.story().size(); i++) {
      switch (vector.story().get(i)) {
        case Request request -> {
          List<Question> next = next(vector.story().subList(i + 1, vector.story().size()));
          preview(world, request, next);
          request(world, request);
        }
        case Question question -> {
          checks(world, question);
          simulated(world, question, "{}");
          batch(world, question);
          subjects(world, question);
          resources(world, question);
          actions(world, question);
        }
      }
    }
  }

  /** The questions before the next request. */
  private static List<Question> next(List<Vector.Step> steps) {
    return steps.stream().takeWhile(Question.class::isInstance).map(Question.class::cast).toList();
  }

  private static Reply send(VectorWorld world, Request request, String parameters) {
    return world
        .admin()
        .send(
            request.method(), request.path() + parameters, BodyPublishers.ofString(request.body()));
  }

  /** A document that is not stored yet answers as it will. */
  private static void preview(VectorWorld world, Request request, List<Question> next) {
    if (!request.path().endsWith("/permissions")
        || !request.method().equals("PATCH")
        || request.status() != 200) {
      return;
    }
    Reply seen = send(world, request, "?dry_run=true");
    assertThat(seen.status()).as(seen.text()).isEqualTo(200);
    assertThat(seen.json().path("preview").path("people").asInt()).isPositive();
    next.stream()
        .filter(question -> permissions(question).equals(request.path()))
        .forEach(question -> simulated(world, question, request.body()));
  }

  private static String permissions(Question question) {
    return switch (question.type()) {
      case "_action" -> "/v1/actions/" + question.id() + "/permissions";
      case "_page" -> "/v1/pages/" + question.id() + "/permissions";
      case String blueprint -> "/v1/blueprints/" + blueprint + "/permissions";
    };
  }

  private static void simulated(VectorWorld world, Question question, String permissions) {
    for (String name : asked(question)) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("user", VectorWorld.email(name));
      body.put("operation", question.action());
      if (!question.type().startsWith("_") || isSystem(question.type())) {
        body.put("entity", question.id());
      }
      body.put("properties", question.properties());
      body.put("actionProperties", question.actionProperties());
      body.put("permissions", JsonMapper.shared().readTree(permissions));
      Reply reply = world.admin().post(permissions(question) + "/simulate", Vectors.json(body));
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      assertThat(reply.at("/simulation/allowed"))
          .as("%s of %s: %s", question, name, reply.text())
          .isEqualTo(String.valueOf(question.allow().contains(name)));
    }
  }

  private static boolean isSystem(String type) {
    return type.equals("_user") || type.equals("_team");
  }

  private static List<String> asked(Question question) {
    List<String> asked = new ArrayList<>(question.allow());
    asked.addAll(question.deny());
    return asked;
  }

  private static Map<String, Object> action(Question question) {
    return Map.of("name", question.action(), "properties", question.actionProperties());
  }

  private static Map<String, Object> resource(Question question, boolean withId) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("type", question.type());
    if (withId) {
      resource.put("id", question.id());
    }
    resource.put("properties", question.properties());
    return resource;
  }

  private static Map<String, Object> subject(String name) {
    return Map.of("type", "user", "id", VectorWorld.email(name));
  }

  private static void batch(VectorWorld world, Question question) {
    Reply reply =
        post(
            world,
            "evaluations",
            Map.of(
                "action", action(question),
                "resource", resource(question, true),
                "evaluations",
                    asked(question).stream()
                        .map(each -> Map.of("subject", subject(each)))
                        .toList()));
    for (int i = 0; i < asked(question).size(); i++) {
      assertThat(reply.at("/evaluations/" + i + "/decision"))
          .as("%s of %s", question, asked(question).get(i))
          .isEqualTo(String.valueOf(i < question.allow().size()));
    }
  }

  private static void subjects(VectorWorld world, Question question) {
    Set<String> found =
        found(
            world,
            "subject",
            "id",
            Map.of(
                "subject", Map.of("type", "user"),
                "action", action(question),
                "resource", resource(question, true)));
    for (String name : asked(question)) {
      assertThat(found.contains(VectorWorld.email(name)))
          .as("%s of %s", question, name)
          .isEqualTo(question.allow().contains(name));
    }
  }

  /** A search finds what is stored. */
  private static void resources(VectorWorld world, Question question) {
    if (!isStored(world, question)) {
      return;
    }
    for (String name : asked(question)) {
      Set<String> found =
          found(
              world,
              "resource",
              "id",
              Map.of(
                  "subject", subject(name),
                  "action", action(question),
                  "resource", resource(question, false)));
      assertThat(found.contains(question.id()))
          .as("%s of %s", question, name)
          .isEqualTo(question.allow().contains(name));
    }
  }

  private static boolean isStored(VectorWorld world, Question question) {
    String path =
        switch (question.type()) {
          case "_action" -> "/v1/actions/" + question.id();
          case "_page" -> "/v1/pages/" + question.id();
          case String blueprint -> "/v1/blueprints/" + blueprint + "/entities/" + question.id();
        };
    return world.admin().get(path).status() == 200;
  }

  /** In a search for actions nothing is said of their properties. */
  private static void actions(VectorWorld world, Question question) {
    if (!question.actionProperties().isEmpty()) {
      return;
    }
    for (String name : asked(question)) {
      Set<String> found =
          found(
              world,
              "action",
              "name",
              Map.of("subject", subject(name), "resource", resource(question, true)));
      assertThat(found.contains(question.action()))
          .as("%s of %s", question, name)
          .isEqualTo(question.allow().contains(name));
    }
  }

  private static Set<String> found(
      VectorWorld world, String kind, String member, Map<String, Object> search) {
    Set<String> found = new HashSet<>();
    String token = "";
    do {
      Map<String, Object> part = new LinkedHashMap<>(search);
      part.put("page", Map.of("limit", 2, "token", token));
      Reply reply = post(world, "search/" + kind, part);
      reply
          .json()
          .at("/results")
          .forEach(each -> assertThat(found.add(each.path(member).asString())).isTrue());
      token = reply.at("/page/next_token");
    } while (!token.isEmpty());
    return found;
  }

  private static Reply post(VectorWorld world, String path, Map<String, Object> body) {
    Reply reply = world.admin().post("/access/v1/" + path, Vectors.json(body));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply;
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

  private static void checks(VectorWorld world, Question question) {
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
