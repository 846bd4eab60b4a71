package dev.portcullis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an auditor, and a member, read in the audit log. */
@OnBothDatabases
class AuditLogTest {

  private final AuditWorld audit;

  AuditLogTest(TestDatabase database) {
    audit = new AuditWorld(database);
  }

  private HttpCaller admin() {
    return audit.world.tenant.admin();
  }

  private void blueprint(String identifier) {
    Reply made =
        admin()
            .post(
                "/v1/blueprints",
                """
                {"identifier":"%s","title":"%s","schema":{"properties":
                 {"tier":{"type":"string"}},"required":[]}}
                """
                    .formatted(identifier, identifier));
    assertThat(made.status()).as(made.text()).isIn(200, 201);
  }

  private Reply entity(String blueprint, String identifier, String tier) {
    Reply made =
        admin()
            .post(
                "/v1/blueprints/" + blueprint + "/entities?upsert=true",
                """
                {"identifier":"%s","title":"%s","properties":{"tier":"%s"}}
                """
                    .formatted(identifier, identifier, tier));
    assertThat(made.status()).as(made.text()).isIn(200, 201);
    return made;
  }

  private static List<String> told(List<JsonNode> audits) {
    return audits.stream()
        .map(one ->
            one.get("action").asString()
                + " "
                + one.get("resourceType").asString()
                + " "
                + one.get("status").asString())
        .toList();
  }

  @Test
  void aChangeIsToldInPortsKeysWithWhatWasBeforeAndAfter() {
    blueprint("service");
    entity("service", "payments", "gold");
    Reply changed = entity("service", "payments", "silver");
    audit.seal();
    JsonNode entry = audit.audits("?entity=payments&blueprint=service").getFirst();
    assertThat(entry.get("action").asString()).isEqualTo("UPDATE");
    assertThat(entry.get("resourceType").asString()).isEqualTo("entity");
    assertThat(entry.get("status").asString()).isEqualTo("SUCCESS");
    assertThat(entry.at("/trigger/by/orgId").asString()).isEqualTo(audit.world.tenant.id());
    assertThat(entry.at("/trigger/by/userId").asString()).isNotEmpty();
    assertThat(entry.at("/trigger/origin").asString()).isEqualTo("API");
    assertThat(entry.at("/trigger/at").asString()).endsWith("Z");
    assertThat(entry.at("/context/blueprint").asString()).isEqualTo("service");
    assertThat(entry.at("/context/entity").asString()).isEqualTo("payments");
    assertThat(entry.at("/diff/before/properties/tier").asString()).isEqualTo("gold");
    assertThat(entry.at("/diff/after/properties/tier").asString()).isEqualTo("silver");
    assertThat(entry.get("additionalData").isObject()).isTrue();
    assertThat(entry.get("message").isString()).isTrue();
    assertThat(entry.get("traceId").asString()).isEqualTo(changed.header("X-Trace-Id"));
    assertThat(entry.get("sequence").isIntegralNumber()).isTrue();
    assertThat(entry.get("hash").asString()).matches("[0-9a-f]{64}");
    assertThat(audit.audits("?identifier=" + entry.get("identifier").asString()))
        .containsExactly(entry);
  }

  @Test
  void everyFilterNarrowsAndAllHoldAtOnce() {
    blueprint("service");
    entity("service", "payments", "gold");
    audit.world.pushed("ada");
    assertThat(told(audit.audits("?resources=entity"))).containsExactly("CREATE entity SUCCESS");
    assertThat(told(audit.audits("?resources=entity&resources=user")))
        .containsExactly("CREATE user SUCCESS", "CREATE entity SUCCESS");
    assertThat(audit.audits("?resources=entity,user")).hasSize(2);
    assertThat(audit.audits("?resources[]=entity&resources[]=user".replace("[]", "%5B%5D")))
        .hasSize(2);
    assertThat(told(audit.audits("?origin=SCIM"))).containsExactly("CREATE user SUCCESS");
    assertThat(audit.audits("?origin=nowhere")).isEmpty();
    assertThat(told(audit.audits("?action=CREATE&blueprint=service&origin=API")))
        .containsExactly("CREATE entity SUCCESS", "CREATE blueprint SUCCESS");
    assertThat(audit.audits("?action=DELETE&resources=entity")).isEmpty();
    assertThat(audit.audits("?status=FAILURE")).isEmpty();
    assertThat(audit.audits("?from=2999-01-01T00:00:00Z")).isEmpty();
    assertThat(audit.audits("?to=1999-01-01")).isEmpty();
    assertThat(audit.audits("?run_id=r_1")).isEmpty();
    assertThat(audit.audits("?webhookId=w")).isEmpty();
    assertThat(audit.audits("?InstallationId=i")).isEmpty();
    assertThat(audit.audits("?actionType=DAY-2")).isEmpty();
    assertThat(audit.audits("?identifier=ev_1")).isEmpty();
    assertThat(audit.audits("?limit=1")).hasSize(1);
    JsonNode two = audit.audits("?resources=entity&includes=action&includes=diff").getFirst();
    assertThat(two.propertyNames()).containsExactlyInAnyOrder("identifier", "action", "diff");
  }

  @Test
  void whatCannotBeReadDoesNotNarrow() {
    int all = audit.audits("").size();
    for (String query :
        List.of(
            "?run_id=&entity=&blueprint=&identifier=&from=&to=&limit=&status=&action=&origin=",
            "?include_deleted_entities=True",
            "?include_deleted_entities=perhaps",
            "?limit=many",
            "?limit=0",
            "?action=FOO&status=MAYBE",
            "?limit=50?limit=50",
            "?resources=&resources=,&includes=,")) {
      assertThat(audit.audits(query)).as(query).hasSize(all).isNotEmpty();
    }
  }

  @Test
  void aTimeThatCannotBeReadIsAFaultThatNamesIt() {
    for (String query : List.of("from=yesterday", "to=2026-13-01", "from=-5", "after=x")) {
      Reply reply = admin().get("/v1/audit-log?" + query);
      assertThat(reply.status()).as(query).isEqualTo(422);
      assertThat(reply.at("/details/field")).isEqualTo(query.split("=")[0]);
    }
  }

  @Test
  void anAuditorWalksEverythingPageByPageAndMissesNothing() {
    blueprint("service");
    IntStream.range(0, 12).forEach(i -> entity("service", "e-" + i, "gold"));
    List<String> whole =
        audit.audits("").stream().map(one -> one.get("identifier").asString()).toList();
    List<String> walked = new ArrayList<>();
    Reply page = audit.log("?limit=5");
    AuditWorld.audits(page).forEach(one -> walked.add(one.get("identifier").asString()));
    while (!page.at("/next").isEmpty()) {
      page = audit.log("?limit=5&after=" + page.at("/next"));
      AuditWorld.audits(page).forEach(one -> walked.add(one.get("identifier").asString()));
    }
    assertThat(walked).isEqualTo(whole).doesNotHaveDuplicates().hasSizeGreaterThan(12);
  }

  @Test
  void whoWasPutInWhichTeamByWhichRequestIsToldInOneEntry() {
    String ada = audit.world.pushed("ada");
    String group = audit.group("payments", "{\"value\":\"%s\"}".formatted(ada)).at("/id");
    Reply removed =
        audit.patchGroup(
            group, "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(ada));
    assertThat(removed.status()).isEqualTo(204);
    List<JsonNode> entries = audit.audits("?resources=membership");
    assertThat(entries).hasSize(2);
    JsonNode left = entries.getFirst();
    assertThat(left.at("/diff/before/members/0").asString()).isEqualTo(ada);
    assertThat(left.at("/diff/before/team").asString()).isEqualTo("payments");
    assertThat(left.at("/diff/after/members")).isEmpty();
    assertThat(left.at("/trigger/origin").asString()).isEqualTo("SCIM");
    assertThat(left.at("/context/request/method").asString()).isEqualTo("PATCH");
    assertThat(left.at("/context/request/target").asString()).isEqualTo("/scim/v2/Groups/" + group);
    assertThat(left.get("traceId").asString()).isEqualTo(removed.header("X-Trace-Id"));
    assertThat(entries.getLast().at("/diff/after/members/0").asString()).isEqualTo(ada);
    assertThat(told(audit.audits("?resources=team"))).containsExactly("CREATE team SUCCESS");
  }

  @Test
  void whoeverLosesTeamsWithADeletedGroupOrPersonIsNamed() {
    String ada = audit.world.pushed("ada");
    String ben = audit.world.pushed("ben");
    String group =
        audit
            .group("payments", "{\"value\":\"%s\"},{\"value\":\"%s\"}".formatted(ada, ben))
            .at("/id");
    audit.world.okta.scim().delete("/scim/v2/Users/" + ada);
    JsonNode person = audit.audits("?resources=membership").getFirst();
    assertThat(person.at("/diff/before/user").asString()).isEqualTo(ada);
    assertThat(person.at("/diff/before/teams/0").asString()).isEqualTo("payments");
    audit.world.okta.scim().delete("/scim/v2/Groups/" + group);
    JsonNode everybody = audit.audits("?resources=membership").getFirst();
    assertThat(everybody.at("/diff/before/members/0").asString()).isEqualTo(ben);
    assertThat(everybody.at("/diff/before/members")).hasSize(1);
  }

  @Test
  void aLongListIsNeitherCutNorDoesItSwellTheEntry() {
    String values =
        IntStream.range(0, 2_500)
            .mapToObj("{\"value\":\"00u-%d\"}"::formatted)
            .collect(Collectors.joining(","));
    assertThat(audit.group("everybody", values).status()).isEqualTo(201);
    audit.seal();
    JsonNode entry = audit.audits("?resources=membership").getFirst();
    assertThat(entry.at("/diff/after/members")).hasSize(LongLists.SHOWN);
    assertThat(entry.at("/additionalData/counts/after.members").asInt()).isEqualTo(2_500);
    assertThat(entry.at("/additionalData/parts").asInt()).isEqualTo(3);
    String parts = "/v1/audit-log/" + entry.get("identifier").asString() + "/parts/";
    List<String> members = new ArrayList<>();
    for (int part = 0; part < 3; part++) {
      admin().get(parts + part).json().get("values").forEach(one -> members.add(one.asString()));
    }
    assertThat(members).hasSize(2_500).doesNotHaveDuplicates();
    assertThat(admin().get(parts + "3").status()).isEqualTo(404);
    assertThat(admin().get(parts + "x").status()).isEqualTo(404);
    assertThat(admin().get("/v1/audit-log/verify").at("/verified")).isEqualTo("true");
  }

  @Test
  void refusedRequestsAreFailures() {
    Reply refused = audit.patchGroup("00000000-0000-0000-0000-000000000000", "{\"op\":\"no\"}");
    assertThat(refused.status()).isGreaterThanOrEqualTo(400);
    JsonNode failure = audit.audits("?status=FAILURE").getFirst();
    assertThat(failure.get("resourceType").asString()).isEqualTo("scim");
    assertThat(failure.get("status").asString()).isEqualTo("FAILURE");
    assertThat(failure.get("traceId").asString()).isEqualTo(refused.header("X-Trace-Id"));
    assertThat(failure.at("/context/request/status").asInt()).isEqualTo(refused.status());
    assertThat(failure.get("message").asString()).isNotEmpty();
    assertThat(audit.audits("?resources=scim&action=UPDATE&status=FAILURE")).hasSize(1);
    audit.world.okta.scim().get("/scim/v2/Users");
    assertThat(told(audit.audits("?resources=scim&limit=1"))).containsExactly("READ scim SUCCESS");
    assertThat(told(audit.audits(""))).doesNotContain("READ scim SUCCESS");
  }

  @Test
  void aMemberReadsOfWhatTheyMayReadAndOfNothingElse() {
    blueprint("service");
    entity("service", "payments", "gold");
    String event = audit.audits("?entity=payments").getFirst().get("identifier").asString();
    String ada = audit.world.pushed("ada");
    HttpCaller member = audit.world.caller(audit.world.signedIn(ada));
    assertThat(member.get("/v1/audit-log").status()).isEqualTo(403);
    assertThat(member.get("/v1/audit-log?resources=entity").status()).isEqualTo(403);
    assertThat(member.get("/v1/audit-log/verify").status()).isEqualTo(403);
    assertThat(member.get("/v1/audit-log/export").status()).isEqualTo(403);
    assertThat(member.get("/v1/audit-log?entity=payments").json().get("audits")).hasSize(1);
    assertThat(member.get("/v1/audit-log?identifier=" + event).json().get("audits")).hasSize(1);
    String absent = member.get("/v1/audit-log?entity=nothing").text();
    assertThat(member.get("/v1/audit-log?run_id=r").text()).isEqualTo(absent);
    assertThat(member.get("/v1/audit-log?entity=payments&resources=user").json().get("audits"))
        .as("narrows, and does not widen")
        .isEmpty();
    String user = audit.audits("?resources=user").getFirst().get("identifier").asString();
    assertThat(member.get("/v1/audit-log?identifier=" + user).text()).isEqualTo(absent);
    assertThat(
            admin()
                .patch(
                    "/v1/blueprints/service/permissions",
                    "{\"entities\":{\"read\":{\"roles\":[\"Admin\"]}}}")
                .status())
        .isEqualTo(200);
    assertThat(member.get("/v1/audit-log?entity=payments").text()).isEqualTo(absent);
    assertThat(member.get("/v1/audit-log?identifier=" + event).text()).isEqualTo(absent);
  }

  @Test
  void whatIsDeletedMembersNoLongerReadButAdminsDo() {
    blueprint("service");
    entity("service", "payments", "gold");
    HttpCaller member = audit.world.caller(audit.world.signedIn(audit.world.pushed("ada")));
    assertThat(admin().delete("/v1/blueprints/service/entities/payments").status()).isEqualTo(200);
    String query = "?entity=payments&blueprint=service&include_deleted_entities=true";
    assertThat(member.get("/v1/audit-log" + query).json().get("audits")).isEmpty();
    assertThat(told(audit.audits(query)))
        .containsExactly("DELETE entity SUCCESS", "CREATE entity SUCCESS");
  }

  @Test
  void anotherOrganizationsLogIsAsIfItWereNotThere() {
    blueprint("service");
    String event = audit.audits("?resources=blueprint").getFirst().get("identifier").asString();
    HttpCaller other = audit.world.server.tenant().admin();
    assertThat(other.get("/v1/audit-log?identifier=" + event).json().get("audits")).isEmpty();
    assertThat(other.get("/v1/audit-log?resources=blueprint").json().get("audits")).isEmpty();
  }
}
