package dev.portcullis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log as a file, and a chain that is proven without us. */
@OnBothDatabases
class AuditExportTest {

  /** More than two pages. */
  private static final int MANY = 2 * AuditLog.PAGE + 7;

  private final AuditWorld audit;

  AuditExportTest(TestDatabase database) {
    audit = new AuditWorld(database);
  }

  private Reply export(String query) {
    Reply reply = audit.world.tenant.admin().get("/v1/audit-log/export" + query);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply;
  }

  private void record(int entries) {
    Caller caller = new Caller(audit.world.organizationId(), new Actor.Server(), "0".repeat(32));
    AuditTrail trail = audit.world.server.bean(AuditTrail.class);
    new TransactionTemplate(audit.world.server.bean(PlatformTransactionManager.class))
        .executeWithoutResult(_ ->
            IntStream.range(0, entries)
                .forEach(i ->
                    trail.record(
                        caller,
                        AuditEntry.created("test", "=1+" + i, Map.of("note", "a\"b,\nc")))));
    audit.seal();
  }

  @Test
  void everyLineIsAnEntryAsTheListShowsIt() {
    record(MANY);
    Reply reply = export("?format=ndjson&resources=test");
    assertThat(reply.header("Content-Type")).startsWith("application/x-ndjson");
    List<JsonNode> lines =
        reply.text().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    assertThat(lines).hasSize(MANY).isEqualTo(audit.audits("?resources=test"));
    assertThat(lines.stream().map(line -> line.get("sequence").asLong()).toList())
        .doesNotHaveDuplicates();
    assertThat(export("?resources=test&limit=3").text().lines()).hasSize(3);
    assertThat(export("?run_id=r").text()).isEmpty();
    assertThat(audit.world.tenant.admin().get("/v1/audit-log/export?format=xml").status())
        .isEqualTo(422);
  }

  @Test
  void longListsAreWholeInAFile() {
    String values =
        IntStream.range(0, 1_200)
            .mapToObj("{\"value\":\"00u-%d\"}"::formatted)
            .collect(Collectors.joining(","));
    audit.group("everybody", values);
    JsonNode line = JsonMapper.shared().readTree(export("?resources=membership").text().strip());
    assertThat(line.at("/parts/0/list").asString()).isEqualTo("after.members");
    assertThat(line.at("/parts/0/values")).hasSize(1_000);
    assertThat(line.at("/parts/1/values")).hasSize(200);
  }

  @Test
  void aTableHasNoCellThatASpreadsheetWouldRun() {
    record(2);
    Reply reply = export("?format=csv&resources=test");
    assertThat(reply.header("Content-Type")).startsWith("text/csv");
    String[] rows = reply.text().split("\r\n");
    assertThat(rows).hasSize(3);
    assertThat(rows[0]).startsWith("identifier,at,action,resourceType,resource,");
    assertThat(rows[1]).contains(",CREATE,test,'=1+1,");
    assertThat(rows[2]).contains(",CREATE,test,'=1+0,");
    assertThat(rows[1]).contains("\"{\"\"note\"\":\"\"a\\\"\"b,\\nc\"\"}\"");
  }

  @Test
  void aChainIsProvenByAScriptThatKnowsNothingOfUs() throws Exception {
    record(3);
    String chain = export("?format=chain").text();
    Reply verified = audit.world.tenant.admin().get("/v1/audit-log/verify");
    assertThat(script(chain))
        .isEqualTo(
            "0 "
                + chain.lines().count()
                + " entries, the hash of the"
                + " last one is "
                + verified.at("/head/hash"));
    assertThat(script(chain.replaceFirst("\"traceId\":\".", "\"traceId\":\"x"))).startsWith("1");
    String second = chain.lines().skip(1).findFirst().orElseThrow();
    assertThat(script(chain.replace(second + "\n", ""))).startsWith("1");
    assertThat(script(second + "\n" + chain.replace(second + "\n", ""))).startsWith("1");
    // What follows a place that was proven before.
    assertThat(export("?format=chain&after=2").text())
        .isEqualTo(chain.lines().skip(2).map(line -> line + "\n").collect(Collectors.joining()));
  }

  /** The exit status of the script, and what it said. */
  private static String script(String chain) throws IOException, InterruptedException {
    Path file = Files.createTempFile("chain", ".ndjson");
    Files.writeString(file, chain);
    Process process =
        new ProcessBuilder("scripts/audit")
            .redirectInput(file.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes()).strip();
    int status = process.waitFor();
    Files.delete(file);
    return status + " " + said;
  }
}
