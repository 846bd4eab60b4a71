package dev.portcullis.hostile;

import static dev.portcullis.hostile.HostileWorld.IN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.signin.ReasonCode;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The same forged tokens, and more, handed out at the token endpoint for a browser's code. */
@OnBothDatabases
class HostileTokenResponsesTest {

  private final HostileWorld world;
  private final int turn;

  HostileTokenResponsesTest(TestDatabase database) {
    world = new HostileWorld(database);
    turn = database == TestDatabase.H2 ? 0 : 1;
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** The hook has tried them all on both databases; here each takes every other one. */
  private List<Forgery> forgeries() {
    List<Forgery> all = allForgeries().toList();
    return IntStream.range(0, all.size())
        .filter(i -> i % TestDatabase.values().length == turn)
        .mapToObj(all::get)
        .toList();
  }

  private Stream<Forgery> allForgeries() {
    String issuer = world.provider().issuer();
    return Stream.of(
            SignatureForgeries.all(),
            HeaderForgeries.all(URI.create(issuer + HostileProvider.CANARY)),
            ClaimForgeries.all(issuer),
            nonces(),
            hashes())
        .flatMap(cases -> cases);
  }

  private static Stream<Forgery> nonces() {
    return Stream.of(
        Forgery.without("nonce", ReasonCode.WRONG_NONCE),
        Forgery.claim("no nonce", "nonce", "", ReasonCode.WRONG_NONCE),
        Forgery.claim("nonce null", "nonce", null, ReasonCode.WRONG_NONCE),
        Forgery.claim("another nonce", "nonce", "n-0S6_WzA2Mj", ReasonCode.WRONG_NONCE),
        Forgery.claims("a longer nonce", c -> changeNonce(c, n -> n + "A"), ReasonCode.WRONG_NONCE),
        Forgery.claims(
            "a nonce in capitals",
            c -> changeNonce(c, n -> n.toUpperCase(Locale.ROOT)),
            ReasonCode.WRONG_NONCE),
        Forgery.claims(
            "a nonce behind a space", c -> changeNonce(c, n -> " " + n), ReasonCode.WRONG_NONCE),
        Forgery.claims(
            "the nonce in a list",
            c -> c.put("nonce", List.of(String.valueOf(c.get("nonce")))),
            ReasonCode.WRONG_NONCE),
        Forgery.claims(
            "a token that calls nonces unsupported",
            c -> {
              c.remove("nonce");
              c.put("nonce_supported", false);
            },
            ReasonCode.WRONG_NONCE));
  }

  private static void changeNonce(
      Map<String, Object> claims, java.util.function.UnaryOperator<String> change) {
    claims.put("nonce", change.apply(String.valueOf(claims.get("nonce"))));
  }

  private static Stream<Forgery> hashes() {
    ReasonCode wrong = ReasonCode.WRONG_ACCESS_TOKEN_HASH;
    return Stream.of(
        Forgery.claim(
            "the hash of another access token", "at_hash", "77QmUPtjPfzWtF2AnpK9RQ", wrong),
        Forgery.claim("an empty hash", "at_hash", "", wrong),
        Forgery.claim("a numeric hash", "at_hash", 7, wrong),
        Forgery.claim("a hash in a list", "at_hash", List.of("77QmUPtjPfzWtF2AnpK9RQ"), wrong));
  }

  @TestFactory
  Stream<DynamicTest> aForgedTokenIsRefusedForItsOwnReasonAndItsTwinAccepted() {
    return forgeries().stream()
        .map(forgery ->
            DynamicTest.dynamicTest(
                forgery.reason().wireName() + ": " + forgery.what(),
                () -> {
                  assertThat(outcome(forgery.twin())).isEqualTo(IN);
                  assertThat(outcome(forgery.hostile())).isEqualTo(forgery.reason().wireName());
                }));
  }

  private String outcome(Forgery.Forger forger) {
    world.provider().desk().idToken = forger;
    return world.signIn(world.connection());
  }

  @Test
  void noForgeryMakesAnybodyOrFetchesAnything() {
    forgeries().forEach(forgery -> outcome(forgery.hostile()));
    assertThat(world.people()).isZero();
    assertThat(world.provider().hitsOf(HostileProvider.CANARY)).isZero();
    assertThat(world.provider().hitsOf(HostileProvider.KEYS)).isLessThanOrEqualTo(2);
  }

  @Test
  void aTokenOfAnotherSignInIsRefusedHoweverGood() {
    StringBuilder captured = new StringBuilder();
    assertThat(
            outcome(claims -> {
              captured.append(Mint.signed(claims));
              return captured.toString();
            }))
        .isEqualTo(IN);
    assertThat(outcome(_ -> captured.toString())).isEqualTo("wrong_nonce");
  }
}
