package dev.portcullis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A server seals by itself, what the start made included. */
class SealerTest {

  /** Far longer than a sealer rests, for a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void entriesAreSealedWithoutAnybodyAskingForIt() {
    PortcullisServer server = PortcullisServer.sealing(TestDatabase.H2);
    try {
      Tenant tenant = server.tenant();
      tenant.connection("okta");
      Instant deadline = Instant.now().plus(PATIENCE);
      Reply verified = tenant.admin().get("/v1/audit-log/verify");
      while (!verified.at("/unsealed").equals("0") && Instant.now().isBefore(deadline)) {
        verified = tenant.admin().get("/v1/audit-log/verify");
      }
      assertThat(verified.at("/unsealed")).isEqualTo("0");
      assertThat(verified.at("/verified")).isEqualTo("true");
      assertThat(verified.at("/entries")).as("organization, connection, token").isEqualTo("3");
      Reply log = tenant.admin().get("/v1/audit-log");
      assertThat(log.at("/audits/2/resourceType")).isEqualTo("organization");
      assertThat(log.at("/audits/2/sequence")).isEqualTo("1");
    } finally {
      server.stop();
    }
  }
}
