package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An Admin looks before a change whom it would give rights, and whom it would take them from. */
@OnBothDatabases
class AccessPreviewTest {

  private static final String GUARD = "/v1/organization/change-guard";
  private static final String PERMISSIONS = "/v1/blueprints/Env/permissions";
  private static final String LOCKED =
      "{\"entities\":{\"read\":{\"roles\":[\"Admin\"],\"users\":[],\"teams\":[]}}}";

  private final Portal portal;

  AccessPreviewTest(TestDatabase database) {
    portal = new Portal(PortcullisServer.on(database).tenant());
    portal.env();
  }

  private List<String> people(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(portal.person("p" + i + "@acme.example"));
    }
    return ids;
  }

  private JsonNode preview(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json().path("preview");
  }

  @Test
  void aDocumentShowsWhoGainsWhatBeforeItIsStored() {
    String ann = portal.person("ann@acme.example");
    portal.person("bob@acme.example");
    portal.group("keepers", ann);
    String before = portal.admin().get(PERMISSIONS).text();

    JsonNode preview =
        preview(
            portal
                .admin()
                .patch(
                    PERMISSIONS + "?dry_run=true",
                    "{\"entities\":{\"unregister\":{\"teams\":[\"keepers\"]}}}"));

    assertThat(preview.path("people").asInt()).isEqualTo(2);
    assertThat(preview.path("gaining").asInt()).isEqualTo(1);
    assertThat(preview.path("losing").asInt()).isZero();
    assertThat(preview.at("/changes/0/user/email").asString()).isEqualTo("ann@acme.example");
    assertThat(preview.at("/changes/0/gains").toString())
        .isEqualTo(
            "[{\"on\":\"blueprint\",\"identifier\":\"Env\",\"action\":\"unregister\",\"everything\":true}]");
    assertThat(portal.admin().get(PERMISSIONS).text()).isEqualTo(before);
    assertThat(portal.admin().get(PERMISSIONS + "/versions").json().at("/versions")).isEmpty();
  }

  @Test
  void theRightToUpdateEverythingIsNotToldAgainForEachField() {
    portal.person("ann@acme.example");

    JsonNode preview =
        preview(
            portal
                .admin()
                .patch(
                    PERMISSIONS + "?dry_run=true",
                    "{\"entities\":{\"update\":{\"roles\":[\"Admin\",\"Member\"]}}}"));

    assertThat(preview.at("/changes/0/gains")).hasSize(1);
    assertThat(preview.at("/changes/0/gains/0/action").asString()).isEqualTo("update");
  }

  @Test
  void ownersGainOnWhatTheirTeamsOwn() {
    portal.group("keepers", portal.person("ann@acme.example"));
    portal.person("bob@acme.example");

    JsonNode preview =
        preview(
            portal
                .admin()
                .patch(
                    PERMISSIONS + "?dry_run=true",
                    "{\"entities\":{\"unregister\":{\"ownedByTeam\":true}}}"));

    assertThat(preview.path("gaining").asInt()).isEqualTo(1);
    assertThat(preview.at("/changes/0/gains/0/teams").toString()).isEqualTo("[\"keepers\"]");
  }

  @Test
  void aPolicyShowsOnWhichEntitiesItMakesTheDifference() {
    portal.person("ann@acme.example");
    portal.entity("e1");
    portal.entity("e2");

    JsonNode preview =
        preview(
            portal
                .admin()
                .patch(
                    PERMISSIONS + "?dry_run=true",
                    """
                    {"entities":{"update":{"policy":{"combinator":"and","rules":[
                      {"property":"$identifier","operator":"=","value":"e2"}]}}}}
                    """));

    assertThat(preview.at("/changes/0/gains/0/entities").toString())
        .isEqualTo("{\"count\":1,\"identifiers\":[\"e2\"]}");
  }

  @Test
  void aGroupRuleShowsWhoWouldGetTheRole() {
    portal.group("chiefs", portal.person("ann@acme.example"));
    String rule =
        """
        {"identifier":"chiefs","title":"Chiefs","connections":["okta"],
         "groups":{"type":"EQUALS","value":"chiefs"},"grant":{"role":"Admin"}}
        """;

    JsonNode made = preview(portal.admin().post("/v1/group-rules?dry_run=true", rule));

    assertThat(made.path("gaining").asInt()).isEqualTo(1);
    assertThat(made.at("/changes/0/role/before/role").asString()).isEqualTo("Member");
    assertThat(made.at("/changes/0/role/after/role").asString()).isEqualTo("Admin");
    assertThat(portal.admin().get("/v1/group-rules/chiefs").status()).isEqualTo(404);
  }

  @Test
  void aFilterShowsTheRightsThatGoWithTheTeams() {
    portal.signsIn("ann@acme.example", "keepers", "others");
    portal.permit("\"unregister\":{\"teams\":[\"keepers\"]}");

    Reply seen =
        portal
            .admin()
            .patch(
                "/v1/connections/okta?dry_run=true",
                "{\"groupFilter\":{\"type\":\"EQUALS\",\"value\":\"others\"}}");

    assertThat(seen.at("/preview/losing/count")).isEqualTo("1");
    assertThat(seen.at("/access/losing")).as(seen.text()).isEqualTo("1");
    assertThat(seen.at("/access/changes/0/teams/left/0")).isEqualTo("keepers");
    assertThat(seen.at("/access/changes/0/losses/0/action")).isEqualTo("unregister");
    assertThat(portal.may("ann@acme.example", "unregister", "e1")).isTrue();
  }

  @Test
  void usersAndTeamsShowWhatTheirEditsWouldDo() {
    portal.person("ann@acme.example");
    portal.admin().post("/v1/teams", "{\"name\":\"keepers\",\"users\":[]}");
    portal.permit("\"unregister\":{\"teams\":[\"keepers\"]}");

    JsonNode joined =
        preview(
            portal
                .admin()
                .patch("/v1/teams/keepers?dry_run=true", "{\"users\":[\"ann@acme.example\"]}"));
    JsonNode promoted =
        preview(
            portal
                .admin()
                .patch(
                    "/v1/users/ann@acme.example?dry_run=true", "{\"roles\":[\"Env-moderator\"]}"));
    JsonNode deleted = preview(portal.admin().delete("/v1/users/ann@acme.example?dry_run=true"));

    assertThat(joined.at("/changes/0/gains/0/action").asString()).isEqualTo("unregister");
    assertThat(promoted.path("gaining").asInt()).isEqualTo(1);
    assertThat(deleted.at("/changes/0/losses/0/action").asString()).isEqualTo("read");
    assertThat(portal.may("ann@acme.example", "read", "e1")).isTrue();
    assertThat(portal.may("ann@acme.example", "unregister", "e1")).isFalse();
  }

  @Test
  void aRefusedChangeIsRefusedInADryRunToo() {
    assertThat(
            portal
                .admin()
                .patch(PERMISSIONS + "?dry_run=true", "{\"entities\":{\"read\":{\"roles\":1}}}")
                .status())
        .isEqualTo(422);
    assertThat(portal.admin().patch(PERMISSIONS + "?dry_run=perhaps", LOCKED).at("/details/field"))
        .isEqualTo("dry_run");
    assertThat(portal.admin().patch(PERMISSIONS + "?confirm=many", LOCKED).at("/details/field"))
        .isEqualTo("confirm");
    assertThat(portal.admin().delete("/v1/group-rules/none?dry_run=true").status()).isEqualTo(404);
  }

  /** Whoever sends one of these relies on nothing being stored. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dry_run=",
        "dry_run=false&dry_run=true",
        "dry_run=true&dry_run=true",
        "dryRun=true",
        "DRY_RUN=true",
        "dry-run=true",
        "dryrun",
        "dry_run[]=true",
        "dry.run=true",
        "confirm=",
        "confirm=1&confirm=2"
      })
  void termsThatCannotBeReadForCertainAreRefused(String terms) {
    Reply refused = portal.admin().patch(PERMISSIONS + "?" + terms, LOCKED);

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.at("/details/field")).isIn("dry_run", "confirm");
    assertThat(portal.admin().get(PERMISSIONS + "/versions").json().at("/versions")).isEmpty();
    // The same where there is no preview.
    if (!terms.startsWith("confirm")) {
      Reply other = portal.admin().patch("/v1/blueprints/Env?" + terms, "{\"title\":\"Other\"}");
      assertThat(other.status()).as(other.text()).isEqualTo(422);
      assertThat(portal.admin().get("/v1/blueprints/Env").at("/blueprint/title"))
          .isEqualTo("Environment");
    }
  }

  @Test
  void theGuardHoldsUpWhatWouldTakeRightsFromManyUntilTheirNumberIsConfirmed() {
    people(12);
    assertThat(portal.admin().get(GUARD).at("/changeGuard/enabled")).isEqualTo("false");
    portal.admin().put(GUARD, "{\"enabled\":true}");

    Reply refused = portal.admin().patch(PERMISSIONS, LOCKED);
    Reply wrong = portal.admin().patch(PERMISSIONS + "?confirm=11", LOCKED);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/error")).isEqualTo("mass_change");
    assertThat(refused.at("/details/confirm")).isEqualTo("12");
    assertThat(refused.json().at("/details/changes")).hasSize(12);
    assertThat(wrong.status()).isEqualTo(409);
    assertThat(portal.may("p0@acme.example", "read", "e1")).isTrue();
    assertThat(portal.admin().get(PERMISSIONS + "/versions").json().at("/versions")).isEmpty();

    assertThat(portal.admin().patch(PERMISSIONS + "?confirm=12", LOCKED).status()).isEqualTo(200);
    assertThat(portal.may("p0@acme.example", "read", "e1")).isFalse();
  }

  @Test
  void withoutAGuardNothingIsHeldUp() {
    people(12);

    assertThat(portal.admin().patch(PERMISSIONS, LOCKED).status()).isEqualTo(200);
  }

  @Test
  void theGuardLetsPassWhatConcernsFew() {
    people(9);
    portal.admin().put(GUARD, "{\"enabled\":true}");
    assertThat(portal.admin().patch(PERMISSIONS, LOCKED).status()).isEqualTo(200);

    portal.admin().put(GUARD, "{\"enabled\":true,\"sharePercent\":50,\"fewestPeople\":1}");
    assertThat(portal.admin().get(GUARD).json().at("/changeGuard").toString())
        .isEqualTo("{\"enabled\":true,\"sharePercent\":50,\"fewestPeople\":1}");
    assertThat(portal.admin().put(GUARD, "{\"sharePercent\":101,\"fewestPeople\":0}").status())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "2.9", "1e99", "-1e99", "99999999999", "\"20\"", "true", "[]"})
  void theGuardsNumbersAreWholeOnesOrNone(String number) {
    Reply refused = portal.admin().put(GUARD, "{\"enabled\":true,\"sharePercent\":" + number + "}");

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.at("/details/field")).as(refused.text()).isEqualTo("sharePercent");
    assertThat(refused.at("/message")).contains("`sharePercent`", "number");
    assertThat(portal.admin().get(GUARD).at("/changeGuard/enabled")).isEqualTo("false");
  }

  @Test
  void simulatingTellsWhatSomebodyMightDoUnderADocumentThatIsNotStored() {
    portal.group("keepers", portal.person("ann@acme.example"));
    portal.entity("e1", "keepers");
    portal.entity("e2");
    String unsaved = "\"permissions\":{\"entities\":{\"unregister\":{\"ownedByTeam\":true}}}";

    Reply all =
        portal
            .admin()
            .post(
                PERMISSIONS + "/simulate",
                "{\"user\":\"ann@acme.example\",\"operation\":\"unregister\"," + unsaved + "}");
    Reply one =
        portal
            .admin()
            .post(
                PERMISSIONS + "/simulate",
                "{\"user\":\"ann@acme.example\",\"operation\":\"unregister\",\"entity\":\"e2\","
                    + unsaved
                    + "}");

    assertThat(all.at("/simulation/allowed")).as(all.text()).isEqualTo("1");
    assertThat(all.at("/simulation/denied")).isEqualTo("1");
    assertThat(all.at("/simulation/entities/0/identifier")).isEqualTo("e1");
    assertThat(all.at("/simulation/entities/0/reason/kind")).isEqualTo("ownedByTeam");
    assertThat(all.at("/simulation/entities/0/reason/rule/key"))
        .isEqualTo("entities.unregister.ownedByTeam");
    assertThat(one.at("/simulation/allowed")).isEqualTo("false");
    assertThat(one.at("/simulation/reasons/0/kind")).isEqualTo("needed");
    assertThat(portal.may("ann@acme.example", "unregister", "e1")).isFalse();
  }

  @Test
  void whatASimulationCannotMeanIsToldAtOnce() {
    Reply reply =
        portal
            .admin()
            .post(
                PERMISSIONS + "/simulate",
                "{\"operation\":\"fly\",\"entity\":7,\"permissions\":[],\"other\":1}");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/details/problems"))
        .extracting(JsonNode::asString)
        .hasSize(5)
        .anyMatch(problem -> problem.contains("`user`"))
        .anyMatch(problem -> problem.contains("`operation`"))
        .anyMatch(problem -> problem.contains("`entity`"))
        .anyMatch(problem -> problem.contains("`permissions`"))
        .anyMatch(problem -> problem.contains("`other`"));
  }
}
