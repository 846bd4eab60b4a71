package dev.portcullis.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.OpenIdProvider;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import dev.portcullis.testing.Visitor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person may take ten minutes at the provider. */
@OnBothDatabases
class ExpiredSignInTest {

  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final OpenIdProvider provider = new OpenIdProvider();
  private final PortcullisServer server;
  private final String tile;

  ExpiredSignInTest(TestDatabase database) {
    server = PortcullisServer.on(database);
    tile =
        "/authorize?connection=" + server.tenant().connection("okta", provider.issuer(), "").id();
    provider.userinfoAnswers(WireMock.okJson("{\"sub\":\"00u1\"}"));
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void whoComesBackLaterHasToStartAgain() {
    Reply inTime = comesBackAfter(BrowserBounds.SIGN_IN_LIFETIME.minus(MARGIN));
    assertThat(inTime.status()).as(inTime.text()).isEqualTo(303);
    Reply late = comesBackAfter(BrowserBounds.SIGN_IN_LIFETIME.plus(MARGIN));
    assertThat(late.status()).isEqualTo(400);
    assertThat(late.text()).contains("unknown_sign_in");
  }

  /** The browser's cookie says that the sign-in began so long ago. */
  private Reply comesBackAfter(Duration time) {
    Visitor visitor = new Visitor(server);
    Map<String, String> sent = Visitor.parameters(visitor.get(tile));
    visitor.cookies().replaceAll((_, sealed) -> older(sealed, time));
    provider.redeems(provider.token("00u1", Map.of("nonce", String.valueOf(sent.get("nonce")))));
    return visitor.get("/login/callback?code=c&state=" + sent.get("state"));
  }

  private String older(String sealed, Duration time) {
    SealedSignIns signIns = server.bean(SealedSignIns.class);
    PendingSignIn pending = signIns.open(sealed).orElseThrow();
    return signIns.seal(
        new PendingSignIn(
            pending.organizationId(),
            pending.connectionId(),
            pending.provider(),
            pending.state(),
            pending.nonce(),
            pending.verifier(),
            pending.besides(),
            pending.asker(),
            pending.startedAt().minus(time)));
  }
}
