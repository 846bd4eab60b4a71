package dev.portcullis.hostile;

import static dev.portcullis.hostile.HostileWorld.IN;
import static dev.portcullis.hostile.HostileWorld.ending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import dev.portcullis.testing.Visitor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Browsers that come back with something else than they were sent with, or to somebody else. */
@OnBothDatabases
class HostileReturnsTest {

  private static final String UNKNOWN = "unknown_sign_in";
  private static final String WRONG_ISSUER = "wrong_response_issuer";

  private final HostileWorld world;

  HostileReturnsTest(TestDatabase database) {
    world = new HostileWorld(database);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** What is done to the answer on its way through the browser. */
  private record Tampering(String what, UnaryOperator<String> query, String reason) {}

  private static Tampering parameters(
      String what, Consumer<Map<String, String>> change, String reason) {
    return new Tampering(
        what,
        query -> {
          Map<String, String> answer = new LinkedHashMap<>(CodeDesk.parameters(query));
          change.accept(answer);
          return CodeDesk.form(answer);
        },
        reason);
  }

  private static void change(
      Map<String, String> answer, String name, UnaryOperator<String> change) {
    answer.computeIfPresent(name, (_, value) -> change.apply(value));
  }

  private static Stream<Tampering> states() {
    return Stream.of(
        parameters("no state", a -> a.remove("state"), UNKNOWN),
        parameters("an empty state", a -> a.put("state", ""), UNKNOWN),
        parameters("another state", a -> a.put("state", "x".repeat(43)), UNKNOWN),
        parameters("a longer state", a -> change(a, "state", s -> s + "A"), UNKNOWN),
        parameters("a shorter state", a -> change(a, "state", s -> s.substring(1)), UNKNOWN),
        parameters(
            "the state cut to what names its cookie",
            a -> change(a, "state", s -> s.substring(0, 12)),
            UNKNOWN),
        parameters(
            "the state with another end",
            a -> change(a, "state", s -> s.substring(0, 30) + "x".repeat(13)),
            UNKNOWN),
        parameters(
            "the state in capitals",
            a -> change(a, "state", s -> s.toUpperCase(Locale.ROOT)),
            UNKNOWN),
        parameters("the state behind a space", a -> change(a, "state", s -> " " + s), UNKNOWN),
        parameters("the state before a NUL", a -> change(a, "state", s -> s + "\u0000"), UNKNOWN),
        new Tampering("the state twice", q -> q + "&state=x", UNKNOWN),
        new Tampering(
            "the same state twice",
            q -> q + "&" + q.replaceFirst(".*(state=[^&]*).*", "$1"),
            UNKNOWN),
        new Tampering("nothing at all", _ -> "", UNKNOWN));
  }

  private static Stream<Tampering> issuers() {
    return Stream.of(
        parameters("no issuer", a -> a.remove("iss"), WRONG_ISSUER),
        parameters("an empty issuer", a -> a.put("iss", ""), WRONG_ISSUER),
        parameters("another issuer", a -> a.put("iss", "https://evil.example"), WRONG_ISSUER),
        parameters("a slash more", a -> change(a, "iss", i -> i + "/"), WRONG_ISSUER),
        parameters(
            "the issuer in capitals",
            a -> change(a, "iss", i -> i.toUpperCase(Locale.ROOT)),
            WRONG_ISSUER),
        parameters(
            "the issuer by its number",
            a -> change(a, "iss", i -> i.replace("localhost", "127.0.0.1")),
            WRONG_ISSUER),
        new Tampering(
            "the issuer twice", q -> q + "&iss=https%3A%2F%2Fevil.example", WRONG_ISSUER));
  }

  private static Stream<Tampering> codes() {
    return Stream.of(
        parameters("no code", a -> a.remove("code"), "provider_failed"),
        parameters("an empty code", a -> a.put("code", ""), "provider_failed"),
        new Tampering("two codes", q -> q + "&code=x", "provider_failed"),
        parameters("another code", a -> a.put("code", "x"), "code_refused"),
        parameters(
            "a code of strange letters", a -> a.put("code", "\u0000\r\n\"\\<é>"), "code_refused"),
        parameters("a refusal", a -> a.put("error", "access_denied"), "provider_refused"),
        parameters(
            "a refusal of its own making", a -> a.put("error", "<script>"), "provider_failed"),
        parameters("a failure", a -> a.put("error", "server_error"), "provider_failed"));
  }

  @TestFactory
  Stream<DynamicTest> whatComesBackOtherwiseThanItWasSentIsRefused() {
    return Stream.of(states(), issuers(), codes())
        .flatMap(cases -> cases)
        .map(tampering ->
            DynamicTest.dynamicTest(
                tampering.reason() + ": " + tampering.what(),
                () -> {
                  assertThat(world.signIn(world.connection())).isEqualTo(IN);
                  Visitor visitor = world.visitor();
                  String back = world.atProvider(visitor, world.connection());
                  String[] parts = back.split("\\?", 2);
                  String tampered = parts[0] + "?" + tampering.query().apply(parts[1]);
                  assertThat(ending(visitor.get(tampered))).isEqualTo(tampering.reason());
                  assertNotSignedIn(visitor);
                }));
  }

  private static void assertNotSignedIn(Visitor visitor) {
    assertThat(visitor.get("/").status()).isEqualTo(401);
  }

  @Test
  void anAnswerToOneBrowserIsNoneToAnother() {
    Visitor attacker = world.visitor();
    Visitor victim = world.visitor();
    String back = world.atProvider(attacker, world.connection());
    assertThat(ending(victim.get(back))).as("without any sign-in").isEqualTo(UNKNOWN);
    world.atProvider(victim, world.connection());
    assertThat(ending(victim.get(back))).as("with one of its own").isEqualTo(UNKNOWN);
    assertNotSignedIn(victim);
    assertThat(ending(attacker.get(back))).isEqualTo(IN);
  }

  @Test
  void anAnswerCountsOnceEvenWithItsCookie() {
    Visitor visitor = world.visitor();
    String back = world.atProvider(visitor, world.connection());
    Map<String, String> cookies = Map.copyOf(visitor.cookies());
    assertThat(ending(visitor.get(back))).isEqualTo(IN);
    assertThat(ending(visitor.get(back))).isEqualTo(UNKNOWN);
    visitor.cookies().putAll(cookies);
    assertThat(ending(visitor.get(back))).isEqualTo(UNKNOWN);
    Visitor thief = world.visitor();
    thief.cookies().putAll(cookies);
    assertThat(ending(thief.get(back))).isEqualTo(UNKNOWN);
    assertNotSignedIn(thief);
  }

  @Test
  void aRefusedAnswerIsSpentToo() {
    Visitor visitor = world.visitor();
    String back = world.atProvider(visitor, world.connection());
    Map<String, String> cookies = Map.copyOf(visitor.cookies());
    assertThat(ending(visitor.get(back + "&error=access_denied"))).isEqualTo("provider_refused");
    visitor.cookies().putAll(cookies);
    assertThat(ending(visitor.get(back))).isEqualTo(UNKNOWN);
  }

  @Test
  void aCookieThatWasChangedIsNone() {
    Visitor visitor = world.visitor();
    String back = world.atProvider(visitor, world.connection());
    String name = visitor.cookies().keySet().iterator().next();
    String sealed = String.valueOf(visitor.cookies().get(name));
    for (int at = 0; at < sealed.length(); at += 7) {
      char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
      visitor.cookies().put(name, sealed.substring(0, at) + other + sealed.substring(at + 1));
      assertThat(ending(visitor.get(back))).as("letter %d", at).isEqualTo(UNKNOWN);
    }
    for (String nonsense : new String[] {"", "x", "null", "e30", sealed + sealed, "%00"}) {
      visitor.cookies().put(name, nonsense);
      assertThat(ending(visitor.get(back))).as(nonsense).isEqualTo(UNKNOWN);
    }
    visitor.cookies().put(name, sealed);
    assertThat(ending(visitor.get(back))).isEqualTo(IN);
  }

  @Test
  void aCookieOfAnotherSignInFitsNoAnswer() {
    Visitor visitor = world.visitor();
    String first = world.atProvider(visitor, world.connection());
    String firstName = visitor.cookies().keySet().iterator().next();
    String second = world.atProvider(visitor, world.connection());
    String secondName =
        visitor.cookies().keySet().stream()
            .filter(n -> !n.equals(firstName))
            .findFirst()
            .orElseThrow();
    Map<String, String> kept = Map.copyOf(visitor.cookies());
    visitor.cookies().put(firstName, String.valueOf(kept.get(secondName)));
    assertThat(ending(visitor.get(first))).isEqualTo(UNKNOWN);
    visitor.cookies().putAll(kept);
    assertThat(ending(visitor.get(second))).as("tabs do not disturb each other").isEqualTo(IN);
    assertThat(ending(visitor.get(first))).isEqualTo(IN);
  }

  @Test
  void providersThatDoNotNameThemselvesAreTakenAtTheirWordWhenTheyDo() {
    world.provider().metadata(d -> d.remove("authorization_response_iss_parameter_supported"));
    var silent = world.connect(world.provider());
    world.provider().desk().answer = without("iss");
    assertThat(world.signIn(silent)).isEqualTo(IN);
    world.provider().desk().answer =
        answer -> {
          answer.put("iss", "https://evil.example");
          return answer;
        };
    assertThat(world.signIn(silent)).isEqualTo(WRONG_ISSUER);
  }

  private static UnaryOperator<Map<String, String>> without(String name) {
    return answer -> {
      answer.remove(name);
      return answer;
    };
  }
}
