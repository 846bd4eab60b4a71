package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is named and changes nothing, so that all of them share one organization. */
@OnBothDatabases
class CatalogBadInputTest {

  private static final String[] STATE = {
    "/v1/blueprints",
    "/v1/blueprints/Env/entities",
    "/v1/blueprints/Env/permissions",
    "/v1/group-rules"
  };

  private static final Map<TestDatabase, Portal> PORTALS = new ConcurrentHashMap<>();

  private final Portal portal;

  CatalogBadInputTest(TestDatabase database) {
    portal = PORTALS.computeIfAbsent(database, CatalogBadInputTest::portal);
  }

  private static Portal portal(TestDatabase database) {
    Portal portal = new Portal(PortcullisServer.on(database).tenant());
    portal.env();
    return portal;
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(blueprints(), entities(), permissions(), groupRules()).flatMap(each -> each);
  }

  private static Stream<Arguments> blueprints() {
    String path = "/v1/blueprints";
    return Stream.of(
        arguments("POST", path, "{\"title\":\"x\",\"schema\":{\"properties\":{}}}", "identifier"),
        arguments("POST", path, blueprint("", "{}"), "identifier"),
        arguments("POST", path, blueprint("a b", "{}"), "identifier"),
        arguments("POST", path, blueprint("..", "{}"), "identifier"),
        arguments("POST", path, blueprint("x".repeat(101), "{}"), "identifier"),
        arguments("POST", path, blueprint("a\\u0000b", "{}"), "identifier"),
        arguments("POST", path, blueprint("a\\ud800", "{}"), "identifier"),
        arguments("POST", path, blueprint("_mine", "{}"), "identifier"),
        arguments("POST", path, "{\"identifier\":7}", "identifier"),
        arguments(
            "POST",
            path,
            "{\"identifier\":\"A\",\"title\":\"\",\"schema\":{\"properties\":{}}}",
            "title"),
        arguments("POST", path, "{\"identifier\":\"A\",\"title\":\"A\"}", "schema"),
        arguments(
            "POST",
            path,
            "{\"identifier\":\"A\",\"title\":\"A\",\"schema\":{}}",
            "schema.properties"),
        arguments("POST", path, blueprint("A", "{\"p\":null}"), "schema.properties.p"),
        arguments(
            "POST", path, blueprint("A", "{\"p\":{\"type\":\"date\"}}"), "schema.properties.p"),
        arguments(
            "POST",
            path,
            blueprint("A", "{\"a b\":{\"type\":\"string\"}}"),
            "schema.properties.a b"),
        arguments(
            "POST", path, blueprint("A", "{\"_p\":{\"type\":\"string\"}}"), "schema.properties._p"),
        arguments("POST", path, blueprint("A", "{},\"required\":[\"p\"]"), "schema.required"),
        arguments("POST", path, blueprint("A", "{},\"required\":[null]"), "schema.required"),
        arguments(
            "POST",
            path,
            blueprint("A", "{}}, \"relations\":{\"r\":{\"target\":\"No\"}}, \"icon\":{"),
            "icon"),
        arguments("POST", path, related("{\"r\":{\"target\":\"No\"}}"), "relations.r.target"),
        arguments("POST", path, related("{\"r\":{}}"), "relations.r.target"),
        arguments("POST", path, related("{},\"colour\":1"), "colour"),
        arguments("POST", path, related("{},\"mirrorProperties\":{\"m\":{}}"), "mirrorProperties"),
        arguments(
            "POST", path, related("{},\"ownership\":{\"type\":\"Shared\"}"), "ownership.type"),
        arguments(
            "POST", path, related("{},\"ownership\":{\"type\":\"Inherited\"}"), "ownership.path"),
        arguments(
            "POST",
            path,
            related("{},\"ownership\":{\"type\":\"Inherited\",\"path\":\"nowhere\"}"),
            "ownership.path"));
  }

  private static Stream<Arguments> entities() {
    String path = "/v1/blueprints/Env/entities";
    return Stream.of(
        arguments("POST", path, "{\"identifier\":\"a b\"}", "identifier"),
        arguments("POST", path, "{\"identifier\":\"" + "x".repeat(1_001) + "\"}", "identifier"),
        arguments("POST", path, "{\"identifier\":\"a\\u0000\"}", "identifier"),
        arguments("POST", path, "{\"identifier\":\"e\",\"team\":7}", "team"),
        arguments("POST", path, "{\"identifier\":\"e\",\"team\":[null]}", "team"),
        arguments("POST", path, "{\"identifier\":\"e\",\"team\":[\" \"]}", "team"),
        arguments("POST", path, "{\"identifier\":\"e\",\"properties\":[]}", "properties"),
        arguments(
            "POST", path, "{\"identifier\":\"e\",\"properties\":{\"no\":1}}", "properties.no"),
        arguments(
            "POST",
            path,
            "{\"identifier\":\"e\",\"properties\":{\"slackChannelUrl\":\"\\udc00\"}}",
            "properties.slackChannelUrl"),
        arguments(
            "POST",
            path,
            "{\"identifier\":\"e\",\"relations\":{\"deployedAt\":[\"a\",\"b\"]}}",
            "relations.deployedAt"),
        arguments(
            "POST",
            path,
            "{\"identifier\":\"e\",\"relations\":{\"deployedAt\":7}}",
            "relations.deployedAt"),
        arguments("POST", path, "{\"identifier\":\"e\",\"blueprint\":\"Other\"}", "blueprint"),
        arguments(
            "POST", path + "?validation_only=perhaps", "{\"identifier\":\"e\"}", "validation_only"),
        arguments("POST", path, "", "body"),
        arguments("POST", path, "{\"identifier\":", "JSON"),
        arguments("POST", "/v1/blueprints/None/entities", "{\"identifier\":\"e\"}", "None"),
        arguments("GET", path + "/none", "", "none"),
        arguments("DELETE", path + "/none", "", "none"));
  }

  private static Stream<Arguments> permissions() {
    String path = "/v1/blueprints/Env/permissions";
    return Stream.of(
        arguments("PATCH", path, "{\"pages\":{}}", "pages"),
        arguments("PATCH", path, "{\"entities\":null}", "entities"),
        arguments("PATCH", path, "{\"entities\":{\"write\":{}}}", "entities.write"),
        arguments("PATCH", path, "{\"entities\":{\"read\":null}}", "entities.read"),
        arguments(
            "PATCH", path, "{\"entities\":{\"read\":{\"roles\":\"\"}}}", "entities.read.roles"),
        arguments(
            "PATCH",
            path,
            "{\"entities\":{\"read\":{\"roles\":\"Admin\"}}}",
            "entities.read.roles"),
        arguments(
            "PATCH", path, "{\"entities\":{\"read\":{\"roles\":[7]}}}", "entities.read.roles"),
        arguments(
            "PATCH", path, "{\"entities\":{\"read\":{\"roles\":[null]}}}", "entities.read.roles"),
        arguments(
            "PATCH", path, "{\"entities\":{\"read\":{\"users\":[\"\"]}}}", "entities.read.users"),
        arguments(
            "PATCH",
            path,
            "{\"entities\":{\"read\":{\"users\":[\"\\u0000\"]}}}",
            "entities.read.users"),
        arguments(
            "PATCH",
            path,
            "{\"entities\":{\"read\":{\"ownedByTeam\":\"yes\"}}}",
            "entities.read.ownedByTeam"),
        arguments(
            "PATCH", path, "{\"entities\":{\"read\":{\"colour\":1}}}", "entities.read.colour"),
        arguments(
            "PATCH",
            path,
            "{\"entities\":{\"updateProperties\":{\"$team\":null}}}",
            "entities.updateProperties.$team"),
        arguments("PATCH", "/v1/blueprints/None/permissions", "{\"entities\":{}}", "None"));
  }

  private static Stream<Arguments> groupRules() {
    String path = "/v1/group-rules";
    return Stream.of(
        arguments("POST", path, rule("a b", "EQUALS", "x", "{\"role\":\"Admin\"}"), "identifier"),
        arguments("POST", path, rule("r", "LIKE", "x", "{\"role\":\"Admin\"}"), "groups"),
        arguments("POST", path, rule("r", "EQUALS", "", "{\"role\":\"Admin\"}"), "groups"),
        arguments("POST", path, rule("r", "MATCHES_REGEX", "(", "{\"role\":\"Admin\"}"), "groups"),
        arguments("POST", path, rule("r", "EQUALS", "x", "{}"), "grant.role"),
        arguments("POST", path, rule("r", "EQUALS", "x", "{\"role\":\"Wizard\"}"), "grant.role"),
        arguments(
            "POST", path, rule("r", "EQUALS", "x", "{\"role\":\"Moderator\"}"), "grant.blueprints"),
        arguments(
            "POST",
            path,
            rule("r", "EQUALS", "x", "{\"role\":\"Admin\",\"blueprints\":[\"Env\"]}"),
            "grant.blueprints"),
        arguments(
            "POST",
            path,
            rule("r", "EQUALS", "x", "{\"role\":\"Member\",\"blueprints\":[null]}"),
            "grant.blueprints"),
        arguments(
            "POST", path, "{\"identifier\":\"r\",\"title\":\"t\",\"connections\":[]}", "groups"),
        arguments("POST", path, "{\"identifier\":\"r\",\"connections\":\"okta\"}", "connections"),
        arguments("GET", path + "/none", "", "none"),
        arguments("PATCH", path + "/none", "{}", "none"),
        arguments("DELETE", path + "/none", "", "none"));
  }

  private static String blueprint(String identifier, String properties) {
    return "{\"identifier\":\"%s\",\"title\":\"x\",\"schema\":{\"properties\":%s}}"
        .formatted(identifier, properties);
  }

  private static String related(String relations) {
    return "{\"identifier\":\"A\",\"title\":\"A\",\"schema\":{\"properties\":{}},\"relations\":%s}"
        .formatted(relations);
  }

  private static String rule(String identifier, String type, String value, String grant) {
    return """
    {"identifier":"%s","title":"t","connections":["okta"],
     "groups":{"type":"%s","value":"%s"},"grant":%s}
    """
        .formatted(identifier, type, value, grant);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamedAndChangesNothing(String method, String path, String body, String named) {
    String before = state();

    Reply reply = portal.admin().send(method, path, BodyPublishers.ofString(body));

    assertThat(reply.status()).as(reply.text()).isBetween(400, 499);
    assertThat(reply.at("/ok")).isEqualTo("false");
    assertThat(reply.at("/message")).contains(named);
    assertThat(state()).isEqualTo(before);
  }

  private String state() {
    StringBuilder state = new StringBuilder();
    for (String path : STATE) {
      state.append(portal.admin().get(path).text());
    }
    return state.toString();
  }
}
