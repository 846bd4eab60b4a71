package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake is named and changes nothing, so that all of them share one organization. */
@OnBothDatabases
class ApplicationBadInputTest {

  private static final String PATH = "/v1/applications";
  private static final Map<TestDatabase, HttpCaller> ADMINS = new ConcurrentHashMap<>();

  private final HttpCaller admin;

  ApplicationBadInputTest(TestDatabase database) {
    admin = ADMINS.computeIfAbsent(database, ApplicationBadInputTest::admin);
  }

  private static HttpCaller admin(TestDatabase database) {
    HttpCaller admin = PortcullisServer.on(database).tenant().admin();
    admin.post(PATH, withField("\"name\":\"Portal\""));
    return admin;
  }

  /** One field of a body that is else good, and what the reply must name. */
  static Stream<Arguments> mistakes() {
    return Stream.of(names(), regions(), lists(), uris(), origins(), bodies()).flatMap(e -> e);
  }

  private static Stream<Arguments> names() {
    return Stream.of("null", "\"\"", "\"  \"", "7", "true", "[\"x\"]", "{}", "\"a\\u0000\"")
        .map(name -> arguments("\"name\":" + name, "name"));
  }

  private static Stream<Arguments> regions() {
    return Stream.of("null", "\"\"", "\"EU\"", "\"ap\"", "\"eu \"", "1", "[\"eu\"]")
        .map(region -> arguments("\"region\":" + region, "region"));
  }

  private static Stream<Arguments> lists() {
    String many =
        IntStream.rangeClosed(0, 50)
            .mapToObj(i -> "\"https://a.example/" + i + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    return Stream.concat(
        Stream.of("null", "[]", "\"https://a.example\"", "{}")
            .map(value -> arguments("\"redirectUris\":" + value, "redirectUris")),
        Stream.of("redirectUris", "postLogoutRedirectUris", "origins")
            .flatMap(field ->
                Stream.of(
                        "[null]",
                        "[7]",
                        "[\"\"]",
                        "[[]]",
                        "[\"https://b.c\",\"https://b.c\"]",
                        many)
                    .map(value -> arguments("\"" + field + "\":" + value, field))));
  }

  private static Stream<Arguments> uris() {
    return badUris()
        .flatMap(uri ->
            Stream.of(
                arguments(
                    "\"redirectUris\":[\"https://b.example\",\"" + uri + "\"]", "redirectUris[1]"),
                arguments("\"loginUri\":\"" + uri + "\"", "loginUri"),
                arguments(
                    "\"postLogoutRedirectUris\":[\"" + uri + "\"]", "postLogoutRedirectUris[0]")));
  }

  private static Stream<String> badUris() {
    return Stream.of(
        "a.example",
        "/callback",
        "//a.example/cb",
        "https:",
        "https:///cb",
        "https:a.example",
        "http://a.example",
        "http://localhost.a.example",
        "http://127.0.0.1.a.example",
        "http://127.0.0.2:80",
        "http://0.0.0.0",
        "http://[::2]/",
        "HTTPS://a.example",
        "ftp://a.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "com.example.app:/cb",
        "urn:ietf:wg:oauth:2.0:oob",
        "https://a.example/#f",
        "https://a.example#",
        "https://user@a.example",
        "https://user:pw@a.example",
        "https://@a.example",
        "http://localhost@evil.example",
        "https://*.a.example",
        "https://a.example/*",
        "https://a.example:*",
        "https://a.example:0",
        "https://a.example:65536",
        "https://a.example:99999999999",
        "https://a.example:",
        "https://a.example:x",
        "https://a b.example",
        " https://a.example",
        "https://a.example\\n",
        "https://a.example\\\\cb",
        "https://a_b.example",
        "https://ä.example",
        "https://a.example/%zz",
        "https://a.example/" + "x".repeat(2_000));
  }

  private static Stream<Arguments> origins() {
    return Stream.concat(
            badUris(),
            Stream.of(
                "*",
                "null",
                "https://a.example/",
                "https://a.example/app",
                "https://a.example?q",
                "https://A.example",
                "https://a.example:443",
                "http://localhost:80",
                "https://a.example:08443"))
        .map(origin -> arguments("\"origins\":[\"" + origin + "\"]", "origins[0]"));
  }

  private static Stream<Arguments> bodies() {
    return Stream.of(
        arguments("\"clientId\":\"mine\"", "clientId"),
        arguments("\"clientSecret\":\"s\"", "clientSecret"),
        arguments("\"redirectUri\":\"https://a.example\"", "redirectUri"),
        arguments("\"loginUri\":7", "loginUri"),
        arguments("\"loginUri\":[\"https://a.example\"]", "loginUri"),
        arguments("\"loginUri\":\"\"", "loginUri"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamedAndChangesNothing(String field, String named) {
    String before = admin.get(PATH).text();
    String clientId = admin.get(PATH).at("/applications/0/clientId");

    Reply created = admin.post(PATH, withField(field));
    Reply patched = admin.patch(PATH + "/" + clientId, "{" + field + "}");

    for (Reply reply : new Reply[] {created, patched}) {
      assertThat(reply.status()).as(reply.text()).isEqualTo(422);
      assertThat(reply.at("/ok")).isEqualTo("false");
      assertThat(reply.at("/message")).contains("`" + named);
    }
    assertThat(admin.get(PATH).text()).isEqualTo(before);
  }

  private static String withField(String field) {
    String name = field.substring(0, field.indexOf(':'));
    String kept =
        Stream.of(
                "\"name\":\"Portal\"",
                "\"region\":\"eu\"",
                "\"redirectUris\":[\"https://a.example\"]")
            .filter(good -> !good.startsWith(name + ":"))
            .collect(Collectors.joining(","));
    return "{" + kept + "," + field + "}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"x\"",
        "{",
        "{\"name\":\"x\"}",
        "{\"name\":\"x\",\"region\":\"eu\"}",
        "{\"name\":\"x\",\"redirectUris\":[\"https://a.example\"]}",
        "{\"region\":\"eu\",\"redirectUris\":[\"https://a.example\"]}",
        "{\"name\":\"x\",\"name\":\"y\",\"region\":\"eu\",\"redirectUris\":[\"https://a.example\"]}",
        "{\"name\":\"x\",\"region\":\"eu\",\"redirectUris\":[\"https://a.example\"]} {}"
      })
  void aBodyThatLacksSomethingIsRefused(String body) {
    String before = admin.get(PATH).text();
    Reply refused = admin.post(PATH, body);
    assertThat(refused.status()).as(refused.text()).isIn(400, 422);
    assertThat(refused.at("/message")).isNotBlank();
    assertThat(admin.get(PATH).text()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void aNameMayHaveAHundredCharacters(int length) {
    String path = PATH + "/" + admin.get(PATH).at("/applications/0/clientId");
    assertThat(admin.patch(path, "{\"name\":\"" + "x".repeat(length) + "\"}").status())
        .isEqualTo(200);
    assertThat(admin.patch(path, "{\"name\":\"" + "x".repeat(101) + "\"}").status()).isEqualTo(422);
  }
}
