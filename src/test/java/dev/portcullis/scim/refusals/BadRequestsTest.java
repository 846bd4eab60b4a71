package dev.portcullis.scim.refusals;

import static dev.portcullis.testing.ScimReplies.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever is wrong with a request, it is refused in SCIM's shape and leaves everything alone. */
@OnBothDatabases
class BadRequestsTest {

  /** The fewest requests that make this a test at all. */
  private static final int LEAST = 1_000;

  private static final int AT_ONCE = 4;

  private final PortcullisServer server;
  private final Tenant tenant;
  private final World world;

  BadRequestsTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.tenant = server.tenant();
    this.world =
        World.on(
            tenant.connection("rfc", "https://idp.example", ",\"dialect\":\"rfc\""),
            tenant.connection("interop", "https://idp.example", ",\"dialect\":\"interop\""));
  }

  private List<BadRequest> table() {
    List<BadRequest> values = BadValues.all(world);
    List<BadRequest> patches = BadPatches.all(world);
    List<BadRequest> all = new ArrayList<>(values);
    all.addAll(patches);
    all.addAll(BadAddresses.all(world));
    all.addAll(BadHeaders.all(world));
    all.addAll(BadJson.all(world));
    all.addAll(BadFilters.all(world));
    all.addAll(BadQueries.all(world));
    all.addAll(BadInterop.all(world));
    values.addAll(patches);
    all.addAll(BadBulks.all(world, values));
    return all;
  }

  @Test
  void everyBadRequestIsRefusedAndTheStoredStateIsAsItWas() throws Exception {
    List<BadRequest> table = table();
    assertThat(table).hasSizeGreaterThan(LEAST);
    Map<String, List<String>> before = StoredState.of(server, tenant.id());
    assertThat(before.get("users")).hasSize(3);
    List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> sent = new ArrayList<>();
      for (BadRequest request : table) {
        sent.add(clients.submit(() -> send(request, wrong)));
      }
      for (Future<?> one : sent) {
        one.get();
      }
    }
    Map<String, List<String>> after = StoredState.of(server, tenant.id());
    assertThat(wrong).as(wrong.size() + " of " + table.size()).isEmpty();
    assertThat(after).isEqualTo(before);
  }

  private void send(BadRequest request, List<String> wrong) {
    try {
      check(request, request.send(server.base(), world.token()));
    } catch (AssertionError | RuntimeException e) {
      wrong.add(request + "\n    " + e.getMessage());
    }
  }

  private static void check(BadRequest request, Reply reply) {
    if (request.path().equals("/Bulk") && reply.status() == 200) {
      for (JsonNode operation : reply.json().at("/Operations")) {
        int status = Integer.parseInt(operation.at("/status").asString(""));
        assertThat(status).as(operation.toString()).isBetween(400, 499);
        assertFault(operation.at("/response"), status);
      }
      return;
    }
    assertThat(reply.status()).as(reply.text()).isBetween(400, 499);
    if (!request.method().equals("HEAD")) {
      assertFault(reply);
    }
    if (request.status() != 0) {
      assertThat(reply.status()).as(reply.text()).isEqualTo(request.status());
    }
  }
}
