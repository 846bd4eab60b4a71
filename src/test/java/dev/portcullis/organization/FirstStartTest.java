package dev.portcullis.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.TestDatabase;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every start sees to: the organization `default`, its operator, and the operator's secret.
 */
@OnBothDatabases
class FirstStartTest {

  private static final String SECRET = PortcullisServer.OPERATOR_SECRET;

  private final PortcullisServer server;
  private final FirstStart firstStart;

  FirstStartTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.firstStart = server.bean(FirstStart.class);
  }

  private Optional<ClientCredentials> startWith(String clientId, String secret) {
    return firstStart.run(Region.EU, Optional.of(new ClientCredentials(clientId, secret)));
  }

  private int tokenStatus(String clientId, String secret) {
    return server
        .anybody()
        .post(
            "/v1/auth/access_token",
            "{\"clientId\":\"%s\",\"clientSecret\":\"%s\"}".formatted(clientId, secret))
        .status();
  }

  @Test
  void makesNothingUpWhereAnOperatorIsKnown() {
    assertThat(firstStart.run(Region.EU, Optional.empty())).isEmpty();
    assertThat(tokenStatus(PortcullisServer.OPERATOR_ID, SECRET)).isEqualTo(200);
  }

  @Test
  void aChangedSecretTakesEffectAndEndsTheOldSecretsTokens() {
    startWith("rotating", "the-first-secret-of-it");
    var before = server.client("rotating", "the-first-secret-of-it");
    assertThat(before.get("/v1/organizations").status()).isEqualTo(200);

    startWith("rotating", "the-second-secret-of-it");

    assertThat(tokenStatus("rotating", "the-first-secret-of-it")).isEqualTo(401);
    assertThat(tokenStatus("rotating", "the-second-secret-of-it")).isEqualTo(200);
    assertThat(before.get("/v1/organizations").status()).isEqualTo(401);
  }

  @Test
  void theSameSecretAgainEndsNothing() {
    startWith("steady", "a-secret-that-stays-so");
    var before = server.client("steady", "a-secret-that-stays-so");
    startWith("steady", "a-secret-that-stays-so");
    assertThat(before.get("/v1/organizations").status()).isEqualTo(200);
  }

  @Test
  void aClientIdOfAnotherOrganizationStopsTheStart() {
    String foreign =
        server
            .operator()
            .post(
                "/v1/organizations",
                "{\"name\":\"foreign-%s\",\"region\":\"us\"}".formatted(TimeOrderedId.next()))
            .at("/apiClient/clientId");
    assertThatThrownBy(() -> startWith(foreign, "whatever-secret-it-is"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PORTCULLIS_CLIENT_ID");
  }
}
