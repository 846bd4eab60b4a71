package dev.portcullis.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every forged token, handed to the login hook: refused for its own reason, and nobody is made. */
@OnBothDatabases
class HostileTokensTest {

  private static final String PATH = "/v1/connections/okta/sign-ins";

  private final HostileProvider provider = new HostileProvider();
  private final HttpCaller admin;

  HostileTokensTest(TestDatabase database) {
    Tenant tenant = PortcullisServer.on(database).tenant();
    tenant.connection("okta", provider.issuer(), "");
    admin = tenant.admin();
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private List<Forgery> forgeries() {
    return Stream.of(
            SignatureForgeries.all(),
            HeaderForgeries.all(URI.create(provider.issuer() + HostileProvider.CANARY)),
            ClaimForgeries.all(provider.issuer()))
        .flatMap(cases -> cases)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> aForgedTokenIsRefusedForItsOwnReasonAndItsTwinAccepted() {
    return forgeries().stream()
        .map(forgery ->
            DynamicTest.dynamicTest(
                forgery.reason().wireName() + ": " + forgery.what(),
                () -> {
                  assertThat(outcome(forgery.twin())).isEqualTo("accepted");
                  assertThat(outcome(forgery.hostile())).isEqualTo(forgery.reason().wireName());
                }));
  }

  private String outcome(Forgery.Forger forger) {
    String token = forger.forge(provider.mint().claims("00u1"));
    Reply reply = admin.post(PATH, HostileProvider.json(java.util.Map.of("idToken", token)));
    if (reply.status() == 200) {
      return "accepted";
    }
    assertThat(reply.status()).as(reply.text()).isEqualTo(401);
    return reply.at("/details/reason");
  }

  @Test
  void noForgeryMakesAnybodyOrFetchesAnything() {
    assertThat(forgeries()).hasSizeGreaterThan(150);
    forgeries().forEach(forgery -> outcome(forgery.hostile()));
    assertThat(admin.get("/v1/users").json().at("/users")).isEmpty();
    assertThat(provider.hitsOf(HostileProvider.CANARY)).isZero();
    // One for the first token, one for the first unknown key id; the others come within 30 s.
    assertThat(provider.hitsOf(HostileProvider.KEYS)).isEqualTo(2);
  }
}
