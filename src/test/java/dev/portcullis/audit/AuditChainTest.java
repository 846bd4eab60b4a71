package dev.portcullis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether the chain proves that nobody has touched the log, whatever they did to its rows. */
@OnBothDatabases
class AuditChainTest {

  private final AuditWorld audit;

  AuditChainTest(TestDatabase database) {
    audit = new AuditWorld(database);
  }

  /** The connection, its token, and three people: five entries beside the organization's. */
  @BeforeEach
  void sixEntriesAreSealed() {
    IntStream.range(0, 3).forEach(i -> audit.world.pushed("person-" + i));
    audit.seal();
  }

  private Reply verify(String query) {
    Reply reply = audit.world.tenant.admin().get("/v1/audit-log/verify" + query);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply;
  }

  private void assertWhole(long entries) {
    Reply reply = verify("");
    assertThat(reply.at("/verified")).as(reply.text()).isEqualTo("true");
    assertThat(reply.json().get("entries").asLong()).isEqualTo(entries);
    assertThat(reply.at("/head/sequence")).isEqualTo(Long.toString(entries));
  }

  private void assertBroken(long sequence, ChainVerdict.Kind how) {
    Reply reply = verify("");
    assertThat(reply.at("/verified")).as(reply.text()).isEqualTo("false");
    assertThat(reply.at("/broken/how")).as(reply.text()).isEqualTo(how.name());
    assertThat(reply.at("/broken/sequence")).isEqualTo(Long.toString(sequence));
    assertThat(reply.at("/broken/message")).isEqualTo(how.meaning());
  }

  private int at(long sequence, String change) {
    return audit.tamper(
        "update audit_entries set "
            + change
            + " where organization_id = :organization and sequence = "
            + sequence);
  }

  @Test
  void anUntouchedChainIsWholeAndSaysHowFarItReaches() {
    assertWhole(6);
    Reply whole = verify("");
    assertThat(whole.at("/from")).isLessThan(whole.at("/to"));
    assertThat(whole.at("/head/hash")).matches("[0-9a-f]{64}");
    assertThat(whole.at("/unsealed")).isEqualTo("0");
    audit.world.pushed("late");
    assertThat(verify("").at("/unsealed")).isEqualTo("1");
    audit.seal();
    assertWhole(7);
    assertThat(audit.audits("?limit=1").getFirst().get("sequence").asLong()).isEqualTo(7);
  }

  @Test
  void aChangedEntryIsFoundWhicheverOfItsFieldsItIs() {
    for (String change :
        List.of(
            "actor_id = 'somebody else'",
            "actor_kind = 'server'",
            "action = 'DELETE'",
            "resource_id = 'another'",
            "resource_type = 'page'",
            "trace_id = '00000000000000000000000000000000'",
            "after_change = '{}'",
            "before_change = '{}'",
            "blueprint = 'service'",
            "listed = '{}'",
            "at = at + interval '1' second",
            "hash = '" + "0".repeat(64) + "'")) {
      String column = change.split(" ")[0];
      audit.tamper(
          "create table kept as select organization_id, "
              + column
              + " as kept from audit_entries where organization_id = :organization"
              + " and sequence = 3");
      assertThat(at(3, change)).isEqualTo(1);
      assertBroken(3, ChainVerdict.Kind.CHANGED);
      at(3, column + " = (select kept from kept)");
      audit.jdbc().sql("drop table kept").update();
    }
    assertWhole(6);
  }

  @Test
  void aDeletedEntryIsFound() {
    audit.tamper(
        "delete from audit_entries where organization_id = :organization and sequence = 4");
    assertBroken(4, ChainVerdict.Kind.MISSING);
    audit.tamper(
        "delete from audit_entries where organization_id = :organization and sequence = 1");
    assertBroken(1, ChainVerdict.Kind.MISSING);
  }

  @Test
  void anInsertedEntryIsFound() {
    insert(0);
    assertBroken(0, ChainVerdict.Kind.INSERTED);
    audit.tamper(
        "delete from audit_entries where organization_id = :organization and sequence = 0");
    insert(7);
    assertBroken(7, ChainVerdict.Kind.BEYOND_HEAD);
  }

  @Test
  void anEntryThatTakesAnothersPlaceIsFound() {
    // All that follow make room for it.
    IntStream.of(6, 5, 4).forEach(sequence -> at(sequence, "sequence = sequence + 1"));
    insert(4);
    assertBroken(4, ChainVerdict.Kind.CHANGED);
  }

  private void insert(long sequence) {
    audit
        .jdbc()
        .sql(
            """
            insert into audit_entries
              (organization_id, entry_id, at, actor_kind, actor_id, trace_id, action,
               resource_type, resource_id, resource_key, sequence, hash)
            select organization_id, :id, at, actor_kind, actor_id, trace_id, action,
               resource_type, resource_id, resource_key, :sequence, hash
            from audit_entries where organization_id = :organization and sequence = 3
            """)
        .param("id", UUID.randomUUID())
        .param("sequence", sequence)
        .param("organization", audit.world.organizationId())
        .update();
  }

  @Test
  void exchangedEntriesAreFound() {
    at(2, "sequence = 100");
    at(3, "sequence = 2");
    at(100, "sequence = 3");
    assertBroken(2, ChainVerdict.Kind.CHANGED);
  }

  @Test
  void aCutOffEndIsFoundByTheHeadAndByWhatAnAuditorNoted() {
    Reply noted = verify("");
    String head = noted.at("/head/hash");
    audit.tamper(
        "delete from audit_entries where organization_id = :organization and sequence = 6");
    assertBroken(6, ChainVerdict.Kind.MISSING);
    // Whoever also moves the head back leaves a chain that is whole in itself.
    audit.tamper(
        """
        update audit_heads set sequence = 5, hash = (select e.hash from audit_entries e
          where e.organization_id = :organization and e.sequence = 5)
        where organization_id = :organization
        """);
    assertWhole(5);
    assertNoted("?sequence=6&head=" + head, "NOTED_HEAD_MISSING");
    assertNoted("?head=" + head, "NOTED_HEAD_MISSING");
    assertNoted("?sequence=6", "NOTED_HEAD_MISSING");
    // New entries grow over the gap.
    audit.world.pushed("new");
    audit.seal();
    assertWhole(6);
    assertNoted("?sequence=6&head=" + head, "NOTED_HEAD");
    assertNoted("?head=" + head, "NOTED_HEAD_MISSING");
  }

  private void assertNoted(String query, String how) {
    Reply reply = verify(query);
    assertThat(reply.at("/verified")).as(query).isEqualTo("false");
    assertThat(reply.at("/broken/how")).as(query).isEqualTo(how);
  }

  @Test
  void whatWasNotedIsProvenAsTheChainGrows() {
    String head = verify("").at("/head/hash");
    audit.world.pushed("new");
    audit.seal();
    assertThat(verify("?sequence=6&head=" + head).at("/verified")).isEqualTo("true");
    assertThat(verify("?head=" + head.toUpperCase(java.util.Locale.ROOT)).at("/verified"))
        .isEqualTo("true");
    for (String query : List.of("?head=abc", "?sequence=-1", "?sequence=first")) {
      assertThat(audit.world.tenant.admin().get("/v1/audit-log/verify" + query).status())
          .isEqualTo(422);
    }
  }

  @Test
  void aForgedHeadIsFound() {
    audit.tamper(
        "update audit_heads set hash = '"
            + "0".repeat(64)
            + "' where organization_id = :organization");
    assertBroken(6, ChainVerdict.Kind.HEAD);
  }

  @Test
  void aPartOfALongListCannotBeChangedEither() {
    String values =
        IntStream.range(0, 200)
            .mapToObj("{\"value\":\"00u-%d\"}"::formatted)
            .collect(java.util.stream.Collectors.joining(","));
    assertThat(audit.group("everybody", values).status()).isEqualTo(201);
    audit.seal();
    assertWhole(8);
    long sequence = audit.audits("?resources=membership").getFirst().get("sequence").asLong();
    audit.tamper("update audit_parts set content = '[]' where organization_id = :organization");
    assertBroken(sequence, ChainVerdict.Kind.CHANGED);
    audit.tamper("delete from audit_parts where organization_id = :organization");
    assertBroken(sequence, ChainVerdict.Kind.CHANGED);
  }

  @Test
  void anEntryThatALongTransactionCommitsLateIsNotSkipped() {
    TransactionTemplate transaction =
        new TransactionTemplate(audit.world.server.bean(PlatformTransactionManager.class));
    transaction.executeWithoutResult(_ -> {
      record("early");
      try (ExecutorService other = Executors.newSingleThreadExecutor()) {
        other.submit(() -> {
          transaction.executeWithoutResult(_ -> record("late"));
          audit.seal();
        });
      }
    });
    assertThat(verify("").at("/unsealed")).isEqualTo("1");
    audit.seal();
    assertWhole(8);
    assertThat(audit.audits("?resources=test&limit=2"))
        .extracting(entry -> entry.at("/context/test").asString() + entry.get("sequence"))
        .containsExactly("late7", "early8");
  }

  private void record(String id) {
    audit
        .world
        .server
        .bean(AuditTrail.class)
        .record(
            new dev.portcullis.organization.Caller(
                audit.world.organizationId(),
                new dev.portcullis.organization.Actor.Server(),
                "0".repeat(32)),
            AuditEntry.created("test", id, java.util.Map.of()));
  }

  @Test
  void nodesThatSealAtOnceLeaveOneChain() throws Exception {
    TransactionTemplate transaction =
        new TransactionTemplate(audit.world.server.bean(PlatformTransactionManager.class));
    transaction.executeWithoutResult(
        _ -> IntStream.range(0, 500).forEach(i -> record("entry-" + i)));
    try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
      List<Future<?>> sealing =
          IntStream.range(0, 3).<Future<?>>mapToObj(_ -> nodes.submit(audit::seal)).toList();
      for (Future<?> one : sealing) {
        one.get();
      }
    }
    assertWhole(506);
  }

  @Test
  void theLogGoesWithItsOrganization() {
    Reply gone =
        audit
            .world
            .server
            .operator()
            .send(
                "DELETE",
                "/v1/organizations/" + audit.world.tenant.id(),
                java.net.http.HttpRequest.BodyPublishers.ofString(
                    "{\"name\":\"%s\"}".formatted(audit.world.tenant.name())));
    assertThat(gone.status()).as(gone.text()).isEqualTo(200);
    assertThat(
            audit
                .jdbc()
                .sql("select count(*) from audit_entries where organization_id = ?")
                .param(audit.world.organizationId())
                .query(Long.class)
                .single())
        .isZero();
  }
}
