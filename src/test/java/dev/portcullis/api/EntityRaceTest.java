package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.StatementCounting;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Writers who meet, and what a write costs. */
@OnBothDatabases
class EntityRaceTest {

  private static final String ENTITIES = "/v1/blueprints/Env/entities";

  private final PortcullisServer server;
  private final Portal portal;

  EntityRaceTest(TestDatabase database) {
    server = PortcullisServer.on(database);
    portal = new Portal(server.tenant());
    portal.env();
  }

  private List<Reply> together(List<Callable<Reply>> calls) throws Exception {
    CyclicBarrier start = new CyclicBarrier(calls.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> replies = new ArrayList<>();
      for (Callable<Reply> call : calls) {
        replies.add(
            threads.submit(() -> {
              start.await();
              return call.call();
            }));
      }
      List<Reply> all = new ArrayList<>();
      for (Future<Reply> reply : replies) {
        all.add(reply.get());
      }
      return all;
    }
  }

  @Test
  void ofTwoWhoMakeTheSameEntityOneMakesItAndOneFindsIt() throws Exception {
    for (int i = 0; i < 8; i++) {
      String one = "{\"identifier\":\"new-%d\",\"title\":\"one\"}".formatted(i);
      String other = "{\"identifier\":\"new-%d\",\"title\":\"other\"}".formatted(i);
      assertThat(
              together(
                  List.of(
                      () -> portal.admin().post(ENTITIES + "?upsert=true", one),
                      () -> portal.admin().post(ENTITIES + "?upsert=true", other))))
          .allSatisfy(reply -> assertThat(reply.status()).as(reply.text()).isEqualTo(201));
      assertThat(portal.admin().get(ENTITIES + "/new-" + i).at("/entity/title"))
          .isIn("one", "other");
    }
    String plain = "{\"identifier\":\"plain\"}";
    assertThat(
            together(
                List.of(
                    () -> portal.admin().post(ENTITIES, plain),
                    () -> portal.admin().post(ENTITIES, plain))))
        .extracting(Reply::status)
        .containsExactlyInAnyOrder(201, 409);
  }

  @Test
  void nothingOfConcurrentChangesIsLost() throws Exception {
    portal.created(
        "/v1/blueprints",
        """
        {"identifier":"many","title":"M","schema":{"properties":{
          "p0":{"type":"number"},"p1":{"type":"number"},"p2":{"type":"number"}}}}
        """);
    portal.created("/v1/blueprints/many/entities", "{\"identifier\":\"e\"}");
    List<Callable<Reply>> calls = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String body = "{\"properties\":{\"p%d\":%d}}".formatted(i, i);
      calls.add(() -> portal.admin().patch("/v1/blueprints/many/entities/e", body));
    }

    assertThat(together(calls)).allMatch(reply -> reply.status() == 200);
    assertThat(
            portal
                .admin()
                .get("/v1/blueprints/many/entities/e")
                .json()
                .at("/entity/properties")
                .size())
        .isEqualTo(3);
  }

  @Test
  void bulksInOppositeOrdersDoNotStopEachOther() throws Exception {
    List<Integer> up = IntStream.range(0, 20).boxed().toList();
    for (int i = 0; i < 3; i++) {
      assertThat(
              together(
                  List.of(
                      () -> bulk(up),
                      () -> bulk(up.reversed()),
                      () -> bulk(up.subList(5, 15).reversed()))))
          .allSatisfy(reply -> assertThat(reply.status()).as(reply.text()).isEqualTo(200));
    }
    assertThat(portal.admin().get(ENTITIES).json().at("/entities").size()).isEqualTo(20);
  }

  private Reply bulk(List<Integer> numbers) {
    return portal
        .admin()
        .post(
            ENTITIES + "/bulk?upsert=true",
            numbers.stream()
                .map(i ->
                    "{\"identifier\":\"b%d\",\"title\":\"%d\"}".formatted(i, System.nanoTime()))
                .collect(Collectors.joining(",", "{\"entities\":[", "]}")));
  }

  @Test
  void aWriteCostsTheSameAmongFewAndMany() {
    portal.entity("hub");
    List<String> few = statements("first");
    for (int lot = 0; lot < 3; lot++) {
      int from = lot * 20;
      Reply stored =
          portal
              .admin()
              .post(
                  ENTITIES + "/bulk",
                  IntStream.range(from, from + 20)
                      .mapToObj(i ->
                          "{\"identifier\":\"m%d\",\"relations\":{\"deployedAt\":\"hub\"}}"
                              .formatted(i))
                      .collect(Collectors.joining(",", "{\"entities\":[", "]}")));
      assertThat(stored.status()).as(stored.text()).isEqualTo(200);
    }
    assertThat(statements("second")).hasSameSizeAs(few);
    assertThat(few.size()).isLessThanOrEqualTo(30);
  }

  /** Of a new entity, a change and a deletion. */
  private List<String> statements(String identifier) {
    try (StatementCounting.Count count = server.countStatements()) {
      portal.created(
          ENTITIES,
          "{\"identifier\":\"%s\",\"relations\":{\"deployedAt\":\"hub\"}}".formatted(identifier));
      assertThat(portal.admin().patch(ENTITIES + "/" + identifier, "{\"title\":\"T\"}").status())
          .isEqualTo(200);
      assertThat(portal.admin().delete(ENTITIES + "/" + identifier).status()).isEqualTo(200);
      return count.statements();
    }
  }
}
