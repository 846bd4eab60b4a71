package dev.portcullis.hostile;

import static dev.portcullis.hostile.HostileProvider.DISCOVERY;
import static dev.portcullis.hostile.HostileProvider.TOKEN;
import static dev.portcullis.hostile.HostileProvider.USERINFO;
import static dev.portcullis.hostile.HostileWorld.IN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What providers answer to us behind the browser's back: at discovery, token and userinfo. */
@OnBothDatabases
class HostileAnswersTest {

  private final HostileWorld world;

  HostileAnswersTest(TestDatabase database) {
    world = new HostileWorld(database);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** What a provider does wrong, and the reason that people and the record are told. */
  private record Fault(String what, Consumer<HostileProvider> misbehave, String reason) {}

  private static Fault at(String path, String what, Answer answer, String reason) {
    return new Fault(what + " at " + path, p -> p.answers(path, answer), reason);
  }

  private static Fault document(String what, Consumer<Map<String, Object>> change, String reason) {
    return new Fault("discovery with " + what, p -> p.metadata(change), reason);
  }

  private static Stream<Fault> everywhere() {
    return Stream.of(DISCOVERY, TOKEN, USERINFO)
        .flatMap(path ->
            Stream.of(
                redirect(path, 301),
                redirect(path, 302),
                redirect(path, 307),
                at(path, "status 500", Answer.text(500, "{}"), "issuer_unreachable"),
                at(path, "hanging up", Answer.hangUp(), "issuer_unreachable"),
                at(path, "no body", Answer.text(200, ""), "issuer_response_malformed"),
                at(path, "a page", Answer.text(200, "<html>"), "issuer_response_malformed"),
                at(path, "half a body", Answer.text(200, "{"), "issuer_response_malformed"),
                at(path, "null", Answer.text(200, "null"), "issuer_response_malformed"),
                at(path, "an endless body", Answer.endless(), "issuer_response_too_large")));
  }

  private static Fault redirect(String path, int status) {
    return new Fault(
        "a redirect with " + status + " at " + path,
        p -> p.answers(path, Answer.redirect(status, p.issuer() + HostileProvider.CANARY)),
        "issuer_redirects");
  }

  private static Stream<Fault> documents() {
    String malformed = "issuer_response_malformed";
    return Stream.of(
        document("no way in", d -> d.remove("authorization_endpoint"), malformed),
        document("no token endpoint", d -> d.remove("token_endpoint"), malformed),
        document("a script as the way in", d -> way(d, "javascript:alert(1)"), malformed),
        document("data as the way in", d -> way(d, "data:text/html,x"), malformed),
        document("a path as the way in", d -> way(d, "/authorize"), malformed),
        document("a way in with a user", d -> way(d, "http://u:p@localhost/authorize"), malformed),
        document("a numeric way in", d -> d.put("authorization_endpoint", 7), malformed),
        document("tokens in a file", d -> d.put("token_endpoint", "file:///etc/passwd"), malformed),
        document("another issuer", d -> d.put("issuer", "https://evil.example"), "issuer_mismatch"),
        document("plain PKCE alone", d -> pkce(d, "plain"), "pkce_not_offered"),
        document("PKCE in small letters", d -> pkce(d, "s256"), "pkce_not_offered"),
        document("no PKCE method", d -> pkce(d), "pkce_not_offered"));
  }

  private static void way(Map<String, Object> document, String address) {
    document.put("authorization_endpoint", address);
  }

  private static void pkce(Map<String, Object> document, String... methods) {
    document.put("code_challenge_methods_supported", List.of(methods));
  }

  private static Stream<Fault> tokenResponses() {
    String malformed = "issuer_response_malformed";
    return Stream.of(
        tokens("no ID token", t -> t.remove("id_token"), malformed),
        tokens("an ID token null", t -> t.put("id_token", null), malformed),
        tokens("a numeric ID token", t -> t.put("id_token", 7), malformed),
        tokens("a list of ID tokens", t -> t.put("id_token", List.of()), malformed),
        tokens("no access token", t -> t.remove("access_token"), malformed),
        tokens("an empty access token", t -> t.put("access_token", ""), malformed),
        tokens("no type", t -> t.remove("token_type"), malformed),
        tokens("a type that we cannot use", t -> t.put("token_type", "mac"), malformed),
        tokens("an error besides", t -> t.keySet().retainAll(List.of("error")), malformed),
        at(
            TOKEN,
            "invalid_grant",
            Answer.text(400, "{\"error\":\"invalid_grant\"}"),
            "code_refused"),
        at(
            TOKEN,
            "invalid_client",
            Answer.text(401, "{\"error\":\"invalid_client\"}"),
            "code_refused"),
        at(TOKEN, "a wordless refusal", Answer.text(400, ""), malformed),
        at(TOKEN, "a list", Answer.text(200, "[]"), malformed));
  }

  private static Fault tokens(String what, Consumer<Map<String, Object>> change, String reason) {
    return new Fault(
        "a token response with " + what,
        p ->
            p.desk().tokens =
                tokens -> {
                  change.accept(tokens);
                  return tokens;
                },
        reason);
  }

  private static Stream<Fault> userinfos() {
    String wrong = "wrong_userinfo_subject";
    return Stream.of(
        userinfo("another subject", c -> c.put("sub", "00uadmin"), wrong),
        userinfo("a subject in capitals", c -> c.put("sub", "00U1"), wrong),
        userinfo("a longer subject", c -> c.put("sub", "00u10"), wrong),
        userinfo("no subject", c -> c.remove("sub"), wrong),
        userinfo("subject null", c -> c.put("sub", null), wrong),
        userinfo("a list of subjects", c -> c.put("sub", List.of("00u1")), wrong),
        userinfo("a blank behind", c -> c.put("sub", "00u1 "), wrong),
        at(USERINFO, "a refusal", Answer.text(401, ""), "issuer_unreachable"),
        at(
            USERINFO,
            "a signed reply",
            Answer.text(200, "e30.e30.AA"),
            "issuer_response_malformed"));
  }

  private static Fault userinfo(String what, Consumer<Map<String, Object>> change, String reason) {
    return new Fault(
        "userinfo of " + what,
        p ->
            p.desk().userinfo =
                claims -> {
                  change.accept(claims);
                  return claims;
                },
        reason);
  }

  @TestFactory
  Stream<DynamicTest> aFaultOfTheProviderIsToldByItsOwnReason() {
    return Stream.of(everywhere(), documents(), tokenResponses(), userinfos())
        .flatMap(faults -> faults)
        .map(fault ->
            DynamicTest.dynamicTest(fault.reason() + ": " + fault.what(), () -> assertTold(fault)));
  }

  private void assertTold(Fault fault) {
    try (HostileProvider provider = new HostileProvider()) {
      TestConnection twin = world.connect(provider);
      TestConnection victim = world.connect(provider);
      assertThat(world.signIn(twin)).isEqualTo(IN);
      fault.misbehave().accept(provider);
      assertThat(world.signIn(victim)).isEqualTo(fault.reason());
      assertThat(lastRecorded(victim)).isEqualTo(fault.reason());
      assertThat(victim.scim().get("/scim/v2/Users").at("/totalResults")).isEqualTo("0");
      assertThat(provider.hitsOf(HostileProvider.CANARY)).isZero();
    }
  }

  private String lastRecorded(TestConnection connection) {
    return world
        .admin()
        .get("/v1/connections/" + connection.name() + "/sign-ins?limit=1")
        .at("/signIns/0/outcome");
  }

  @Test
  void whoStallsIsGivenUp() throws Exception {
    List<Callable<Void>> attempts = new ArrayList<>();
    for (String path : Arrays.asList(DISCOVERY, TOKEN, USERINFO)) {
      for (Answer answer : List.of(Answer.silence(), Answer.halfAnAnswer())) {
        attempts.add(() -> {
          assertTold(at(path, "stalling", answer, "issuer_timeout"));
          return null;
        });
      }
    }
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> attempt : people.invokeAll(attempts)) {
        attempt.get();
      }
    }
  }
}
