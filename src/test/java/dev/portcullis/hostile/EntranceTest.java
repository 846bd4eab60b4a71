package dev.portcullis.hostile;

import static dev.portcullis.hostile.HostileWorld.ending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.RawHttp;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import dev.portcullis.testing.Visitor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What anybody may ask at the entrance, and how little of it is believed. */
@OnBothDatabases
class EntranceTest {

  private final HostileWorld world;
  private final TestConnection connection;

  EntranceTest(TestDatabase database) {
    world = new HostileWorld(database);
    connection = world.connection();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** A request that differs from a good one in something. */
  private record Request(String what, Consumer<Map<String, String>> change, String reason) {}

  private static Request with(String name, String value, String reason) {
    return new Request(name + " `" + value + "`", asked -> asked.put(name, value), reason);
  }

  private static Stream<Request> requests() {
    return Stream.of(
        with("client_id", "unknown", "unknown_application"),
        with("client_id", "client-1", "unknown_application"),
        with("connection", "none", "unknown_connection"),
        new Request("no connection", asked -> asked.remove("connection"), "unknown_connection"),
        new Request("no redirect_uri", a -> a.remove("redirect_uri"), "unknown_redirect_uri"),
        with("response_type", "id_token", "unsupported_response_type"),
        with("response_type", "code token", "unsupported_response_type"),
        with("response_type", "none", "unsupported_response_type"),
        with("response_type", "Token", "unsupported_response_type"),
        new Request("no type", a -> a.remove("response_type"), "unsupported_response_type"),
        with("response_type", "code", "pkce_required"),
        new Request("a plain challenge", a -> code(a, "x".repeat(43), "plain"), "pkce_required"),
        new Request(
            "a challenge without method", a -> code(a, "x".repeat(43), ""), "pkce_required"),
        new Request("a short challenge", a -> code(a, "x".repeat(42), "S256"), "pkce_required"),
        new Request("a long challenge", a -> code(a, "x".repeat(44), "S256"), "pkce_required"),
        new Request("an odd challenge", a -> code(a, "=".repeat(43), "S256"), "pkce_required"),
        with("iss", "https://evil.example", "wrong_initiating_issuer"),
        with("state", "x".repeat(2_001), "invalid_request"),
        with("state", "\u00e9", "invalid_request"),
        with("state", "a\r\nSet-Cookie: x=1", "invalid_request"),
        with("login_hint", "x".repeat(400), "invalid_request"));
  }

  private static void code(Map<String, String> asked, String challenge, String method) {
    asked.put("response_type", "code");
    asked.put("code_challenge", challenge);
    asked.put("code_challenge_method", method);
  }

  @TestFactory
  Stream<DynamicTest> whatCannotBeMeantIsRefusedForItsOwnReason() {
    return requests()
        .map(request ->
            DynamicTest.dynamicTest(
                request.reason() + ": " + "%.60s".formatted(request.what()),
                () -> {
                  Map<String, String> asked = world.asked(connection);
                  request.change().accept(asked);
                  Reply reply = world.visitor().get("/authorize?" + CodeDesk.form(asked));
                  assertThat(ending(reply)).isEqualTo(request.reason());
                  assertThat(reply.header("Set-Cookie")).isEmpty();
                }));
  }

  @TestFactory
  Stream<DynamicTest> aParameterThatComesTwiceIsRefused() {
    return Stream.of("client_id", "connection", "redirect_uri", "response_type", "state", "iss")
        .map(name ->
            DynamicTest.dynamicTest(
                name,
                () -> {
                  Map<String, String> asked = world.asked(connection);
                  asked.put("state", "s");
                  asked.put("iss", world.provider().issuer());
                  String query = CodeDesk.form(asked);
                  String again = "&" + CodeDesk.form(Map.of(name, String.valueOf(asked.get(name))));
                  assertThat(ending(world.visitor().get("/authorize?" + query + again)))
                      .isEqualTo("invalid_request");
                }));
  }

  @Test
  void anotherOrganizationsApplicationAndConnectionAreUnknown() {
    try (HostileWorld other = new HostileWorld(database())) {
      Map<String, String> asked = world.asked(connection);
      asked.put("connection", other.connection().name());
      assertThat(ending(world.visitor().get("/authorize?" + CodeDesk.form(asked))))
          .isEqualTo("unknown_connection");
      asked.put("connection", other.connection().id());
      assertThat(ending(world.visitor().get("/authorize?" + CodeDesk.form(asked))))
          .isEqualTo("unknown_connection");
    }
  }

  private TestDatabase database() {
    return world.server() == dev.portcullis.testing.PortcullisServer.on(TestDatabase.H2)
        ? TestDatabase.H2
        : TestDatabase.POSTGRESQL;
  }

  @TestFactory
  Stream<DynamicTest> noHeaderMovesTheWayBack() {
    String base = world.server().base().toString();
    String own = world.server().base().getAuthority();
    return Stream.of(
            "Host: evil.example",
            "Host: " + own + "\r\nX-Forwarded-Host: evil.example",
            "Host: " + own + "\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https",
            "Host: " + own + "\r\nX-Forwarded-Port: 666",
            "Host: " + own + "\r\nX-Forwarded-Prefix: /evil",
            "Host: " + own + "\r\nX-Forwarded-Server: evil.example",
            "Host: " + own + "\r\nX-Host: evil.example",
            "Host: " + own + "\r\nX-Original-URL: /evil\r\nX-Rewrite-URL: /evil",
            "Host: " + own + "\r\nForwarded: host=evil.example;proto=https",
            "Host: " + own + "\r\nOrigin: https://evil.example\r\nReferer: https://evil.example/")
        .map(headers ->
            DynamicTest.dynamicTest(
                headers.replace("\r\n", ", "),
                () -> {
                  String request =
                      "GET /authorize?%s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
                          .formatted(CodeDesk.form(world.asked(connection)), headers);
                  Reply reply =
                      RawHttp.send(
                          world.server().base(), request.getBytes(StandardCharsets.US_ASCII));
                  assertThat(reply.status()).as(reply.text()).isEqualTo(303);
                  assertThat(reply.header("Location")).startsWith(world.provider().issuer() + "/");
                  assertThat(sent(reply).get("redirect_uri")).isEqualTo(base + "/login/callback");
                  assertThat(reply.http().headers().map().toString()).doesNotContain("evil");
                }));
  }

  private static Map<String, String> sent(Reply reply) {
    return CodeDesk.parameters(URI.create(reply.header("Location")).getRawQuery());
  }

  @Test
  void everySignInHasSecretsOfItsOwn() {
    Map<String, String> one = sent(world.starts(world.visitor(), connection));
    Map<String, String> two = sent(world.starts(world.visitor(), connection));
    assertThat(one.get("code_challenge_method")).isEqualTo("S256");
    assertThat(one.get("response_type")).isEqualTo("code");
    for (String secret : List.of("state", "nonce", "code_challenge")) {
      assertThat(one.get(secret)).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(two.get(secret));
    }
    assertThat(one.get("nonce")).hasSizeLessThanOrEqualTo(64);
  }

  @Test
  void cookiesAreUnseenByScriptsAndPagesByFrames() {
    Reply start = world.starts(world.visitor(), connection);
    assertThat(start.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(start.header("Cache-Control")).contains("no-store");
    Reply page = world.visitor().get("/login/callback");
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Cache-Control")).contains("no-store");
  }

  @Test
  void whatIsSentIsShownAsText() {
    Map<String, String> asked = new LinkedHashMap<>(world.asked(connection));
    for (String name : List.of("client_id", "connection", "redirect_uri")) {
      Map<String, String> bad = new LinkedHashMap<>(asked);
      bad.put(name, "\"><script>alert(1)</script>");
      Reply page = world.visitor().get("/authorize?" + CodeDesk.form(bad));
      assertThat(page.status()).isEqualTo(400);
      assertThat(page.text()).doesNotContain("<script");
    }
  }

  @Test
  void othersVerbsAreNotUnderstood() {
    var anybody = world.server().anybody();
    String query = CodeDesk.form(world.asked(connection));
    for (Reply reply :
        List.of(
            anybody.post("/authorize?" + query, ""),
            anybody.put("/authorize?" + query, ""),
            anybody.delete("/login/callback"),
            anybody.post("/login/callback?state=x&code=y", ""))) {
      assertThat(reply.status()).as(reply.text()).isIn(403, 404, 405);
      assertThat(reply.header("Location")).isEmpty();
    }
  }

  @Test
  void aPersonThatWasSignedInStaysThatPersonUntilTheNewSignInIsDone() {
    Visitor visitor = world.visitor();
    world.provider().desk().subject = "00uann";
    assertThat(ending(visitor.get(world.atProvider(visitor, connection))))
        .isEqualTo(HostileWorld.IN);
    assertThat(ending(visitor.get("/login/callback?state=x&code=y"))).isEqualTo("unknown_sign_in");
    world.starts(visitor, connection);
    assertThat(visitor.get("/").text()).contains("00uann");
  }
}
