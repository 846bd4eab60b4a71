package dev.portcullis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class StartTest {

  private final PortcullisServer server;

  StartTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
  }

  @Test
  void isReadyOnceItHasStarted() {
    assertThat(server.anybody().get("/actuator/health/readiness").status()).isEqualTo(200);
  }

  @Test
  void pathsThatBelongToNoSurfaceAreAbsent() {
    assertThat(server.anybody().get("/nowhere").status()).isEqualTo(404);
  }
}
