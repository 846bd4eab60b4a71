package dev.portcullis.signin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OpenIdProvider;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** One deployment serves both regions, each at an address of its own. */
class RegionsTest {

  @Test
  void theOtherRegionsAddressNamesTheRightOne() {
    PortcullisServer server = PortcullisServer.servingTwoRegions(TestDatabase.H2);
    try (OpenIdProvider provider = new OpenIdProvider()) {
      Tenant european = server.tenant();
      String tile =
          "/authorize?connection=" + european.connection("okta", provider.issuer(), "").id();
      URI american = URI.create("http://127.0.0.1:" + server.base().getPort());
      Reply wrong = HttpCaller.at(american).get(tile);
      assertThat(wrong.status()).isEqualTo(400);
      assertThat(wrong.text())
          .contains("<code>wrong_region</code>")
          .contains("<p class=\"card\">`eu` at " + server.base() + " is the right region");
      Reply right = HttpCaller.at(server.base()).get(tile);
      assertThat(right.status()).isEqualTo(303);
      assertThat(right.header("Location"))
          .contains("redirect_uri=http://localhost:" + server.base().getPort());
    } finally {
      server.stop();
    }
  }
}
