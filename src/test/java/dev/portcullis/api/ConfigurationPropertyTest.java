package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever was there before, an import with pruning brings about just what the file says. */
@OnBothDatabases
class ConfigurationPropertyTest {

  private static final int FILES = Integer.getInteger("portcullis.files", 5);

  private final PortcullisServer server;

  ConfigurationPropertyTest(TestDatabase database) {
    server = PortcullisServer.on(database);
  }

  @Test
  void fromAnyConfigurationToAnyOther() {
    long seed = 20_261_126;
    RandomConfiguration files = new RandomConfiguration(new Random(seed));
    HttpCaller changing = server.tenant().admin();
    for (int i = 0; i < FILES; i++) {
      String file = files.next();
      HttpCaller fresh = server.tenant().admin();
      imported(fresh, file, "");
      String exported = fresh.get("/v1/export").text();

      JsonNode foreseen = imported(changing, file, "?prune=true&dry_run=true").json();
      JsonNode done = imported(changing, file, "?prune=true").json();

      assertThat(done.at("/plan")).as(file).isEqualTo(foreseen.at("/plan"));
      assertThat(changing.get("/v1/export").text()).as(file).isEqualTo(exported);
      JsonNode again = imported(changing, exported, "?prune=true").json().at("/plan");
      assertThat(again.path("add").size() + again.path("change").size()).as(file).isZero();
    }
  }

  private static Reply imported(HttpCaller caller, String file, String query) {
    Reply reply = caller.post("/v1/import" + query, file);
    assertThat(reply.status()).as(file + reply.text()).isEqualTo(200);
    return reply;
  }
}
