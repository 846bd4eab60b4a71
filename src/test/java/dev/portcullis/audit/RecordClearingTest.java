package dev.portcullis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.audit.RecordedSignIn.Person;
import dev.portcullis.audit.RecordedSignIn.Teams;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Records go when they have had their time, and not before; the chain stays. */
@OnBothDatabases
class RecordClearingTest {

  private static final RecordLifetimes LIFETIMES =
      new RecordLifetimes(Optional.of(Duration.ofDays(365)), Optional.of(Duration.ofDays(30)));

  private final AuditWorld audit;
  private final UUID ada = UUID.randomUUID();

  RecordClearingTest(TestDatabase database) {
    audit = new AuditWorld(database);
  }

  private void clear(RecordLifetimes lifetimes) {
    new RecordClearing(audit.world.server.bean(ClearingRows.class), lifetimes, Clock.systemUTC())
        .clear();
  }

  private void request(int daysAgo) {
    audit
        .world
        .server
        .bean(RequestRecords.class)
        .add(
            audit.world.organizationId(),
            new RequestRecord(
                Instant.now().minus(Duration.ofDays(daysAgo)),
                "0".repeat(32),
                RequestRecord.Kind.SCIM,
                Optional.empty(),
                "DELETE",
                "/scim/v2/Users/" + daysAgo,
                404,
                Optional.empty(),
                Duration.ZERO));
  }

  private void signIn(int daysAgo, String outcome) {
    audit
        .world
        .server
        .bean(RecordedSignIns.class)
        .add(
            audit.world.organizationId(),
            new RecordedSignIn(
                UUID.randomUUID(),
                Instant.now().minus(Duration.ofDays(daysAgo)),
                "0".repeat(32),
                audit.world.connection().id(),
                new Person(Optional.of(ada), Optional.empty(), Optional.empty(), false),
                outcome,
                Optional.empty(),
                Optional.empty(),
                Teams.NONE,
                List.of(daysAgo + " days ago")));
  }

  private long count(String table) {
    return audit
        .jdbc()
        .sql("select count(*) from " + table + " where organization_id = ?")
        .param(audit.world.organizationId())
        .query(Long.class)
        .single();
  }

  @Test
  void whatHadItsTimeGoesHoweverMuchItIs() {
    IntStream.range(0, ClearingRows.LOT + 10).forEach(_ -> request(366));
    request(364);
    request(0);
    clear(LIFETIMES);
    assertThat(count("request_records")).isEqualTo(2);
    clear(LIFETIMES);
    assertThat(count("request_records")).isEqualTo(2);
  }

  @Test
  void whenAPersonLastCameInStaysKnown() {
    signIn(90, RecordedSignIn.ACCEPTED);
    signIn(60, RecordedSignIn.ACCEPTED);
    signIn(40, "expired");
    clear(LIFETIMES);
    assertThat(count("sign_ins")).isEqualTo(1);
    assertThat(
            audit
                .world
                .server
                .bean(RecordedSignIns.class)
                .lastOf(audit.world.organizationId(), ada))
        .isPresent();
    signIn(1, RecordedSignIn.ACCEPTED);
    clear(LIFETIMES);
    assertThat(count("sign_ins")).isEqualTo(1);
  }

  @Test
  void withoutALifetimeEverythingStays() {
    request(4_000);
    signIn(4_000, "expired");
    clear(new RecordLifetimes(Optional.empty(), Optional.empty()));
    assertThat(count("request_records")).isEqualTo(1);
    assertThat(count("sign_ins")).isEqualTo(1);
  }

  @Test
  void theChainIsWholeAfterwards() {
    request(4_000);
    audit.seal();
    audit.tamper("update request_records set detail = 'old' where organization_id = :organization");
    clear(LIFETIMES);
    Reply verified = audit.world.tenant.admin().get("/v1/audit-log/verify");
    assertThat(verified.at("/verified")).isEqualTo("true");
  }
}
