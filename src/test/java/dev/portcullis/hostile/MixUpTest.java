package dev.portcullis.hostile;

import static dev.portcullis.hostile.HostileWorld.IN;
import static dev.portcullis.hostile.HostileWorld.ending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import dev.portcullis.testing.Visitor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Two providers, one of which would like to be taken for the other (RFC 9700 §4.4). */
@OnBothDatabases
class MixUpTest {

  private final HostileWorld world;
  private final HostileProvider other = new HostileProvider();
  private final TestConnection a;
  private final TestConnection b;

  MixUpTest(TestDatabase database) {
    world = new HostileWorld(database);
    a = world.connection();
    b = world.connect(other);
  }

  @AfterEach
  void stop() {
    other.close();
    world.close();
  }

  /** Whose state, whose code and whose name the answer bears; a browser has started both. */
  private record Mixture(boolean stateOfA, boolean codeOfA, String issuer, String ending) {

    @Override
    public String toString() {
      return "state of %s, code of %s, issuer %s: %s"
          .formatted(stateOfA ? "A" : "B", codeOfA ? "A" : "B", issuer, ending);
    }
  }

  private static List<Mixture> mixtures() {
    return List.of(
        new Mixture(true, true, "A", IN),
        new Mixture(true, true, "B", "wrong_response_issuer"),
        new Mixture(true, true, "none", "wrong_response_issuer"),
        new Mixture(true, false, "A", "code_refused"),
        new Mixture(true, false, "B", "wrong_response_issuer"),
        new Mixture(true, false, "none", "wrong_response_issuer"),
        new Mixture(false, true, "A", "wrong_response_issuer"),
        new Mixture(false, true, "B", "code_refused"),
        new Mixture(false, true, "none", "wrong_response_issuer"),
        new Mixture(false, false, "A", "wrong_response_issuer"),
        new Mixture(false, false, "B", IN),
        new Mixture(false, false, "none", "wrong_response_issuer"));
  }

  @TestFactory
  Stream<DynamicTest> onlyWhatComesFromOneProviderAloneIsAccepted() {
    return mixtures().stream()
        .map(mixture -> DynamicTest.dynamicTest(mixture.toString(), () -> assertEnding(mixture)));
  }

  private void assertEnding(Mixture mixture) {
    Visitor visitor = world.visitor();
    Map<String, String> ofA = answer(world.atProvider(visitor, a));
    Map<String, String> ofB = answer(world.atProvider(visitor, b));
    Map<String, String> mixed = new java.util.LinkedHashMap<>();
    mixed.put("state", String.valueOf((mixture.stateOfA() ? ofA : ofB).get("state")));
    mixed.put("code", String.valueOf((mixture.codeOfA() ? ofA : ofB).get("code")));
    switch (mixture.issuer()) {
      case "A" -> mixed.put("iss", world.provider().issuer());
      case "B" -> mixed.put("iss", other.issuer());
      default -> {}
    }
    assertThat(ending(visitor.get("/login/callback?" + CodeDesk.form(mixed))))
        .isEqualTo(mixture.ending());
  }

  private static Map<String, String> answer(String callback) {
    return CodeDesk.parameters(callback.split("\\?", 2)[1]);
  }

  @Test
  void aProviderThatGetsAnothersCodeCanNeitherRedeemItNorUseItsToken() {
    other.desk().greedy = true;
    other.desk().idToken =
        claims -> {
          claims.put("iss", world.provider().issuer());
          return Mint.signed(claims);
        };
    Visitor visitor = world.visitor();
    Map<String, String> ofA = answer(world.atProvider(visitor, a));
    Map<String, String> ofB = answer(world.atProvider(visitor, b));
    ofB.put("code", String.valueOf(ofA.get("code")));
    assertThat(ending(visitor.get("/login/callback?" + CodeDesk.form(ofB))))
        .isEqualTo("wrong_issuer");
    // The code alone is worth nothing: A asks for the verifier, which B has never seen.
    assertThat(ending(visitor.get("/login/callback?" + CodeDesk.form(ofA)))).isEqualTo(IN);
  }

  @Test
  void onePersonOfTwoProvidersIsTwoPeople() {
    assertThat(world.signIn(a)).isEqualTo(IN);
    assertThat(world.signIn(b)).isEqualTo(IN);
    for (TestConnection each : List.of(a, b)) {
      assertThat(each.scim().get("/scim/v2/Users").at("/totalResults")).isEqualTo("1");
    }
    assertThat(a.scim().get("/scim/v2/Users").at("/Resources/0/id"))
        .isNotEqualTo(b.scim().get("/scim/v2/Users").at("/Resources/0/id"));
  }
}
