package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.signin.SignedInWorld;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What of actions, pages and permission documents people see and change. */
@OnBothDatabases
class WhoMayWhatTest {

  private static final String OPEN_TO_ALL =
      "{\"entities\":{\"unregister\":{\"roles\":[\"Admin\",\"Member\"]}}}";

  private final SignedInWorld world;
  private final HttpCaller admin;
  private final HttpCaller member;
  private final HttpCaller keeper;

  WhoMayWhatTest(TestDatabase database) {
    world = new SignedInWorld(database);
    admin = world.tenant.admin();
    String ada = world.pushed("ada");
    String kim = world.pushed("kim");
    world.pushedGroup("makers", ada);
    member = world.caller(world.signedIn(ada));
    keeper = world.caller(world.signedIn(kim));
    blueprint("Env");
    blueprint("Other");
    made(
        "/v1/group-rules",
        """
        {"identifier":"keepers","title":"Keepers","connections":["okta"],
         "groups":{"type":"EQUALS","value":"keepers"},
         "grant":{"role":"Moderator","blueprints":["Env"]}}
        """);
    world.pushedGroup("keepers", kim);
  }

  private void blueprint(String identifier) {
    made(
        "/v1/blueprints",
        "{\"identifier\":\"%1$s\",\"title\":\"%1$s\",\"schema\":{\"properties\":{}},\"ownership\":{\"type\":\"Direct\"}}"
            .formatted(identifier));
  }

  private void made(String path, String body) {
    Reply reply = admin.post(path, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
  }

  private void permit(String path, String body) {
    Reply reply = admin.patch(path, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  private void action(String identifier, String operation) {
    made(
        "/v1/actions",
        """
        {"identifier":"%s","title":"Run","trigger":{"type":"self-service","operation":"%s",
         "blueprintIdentifier":"Env","userInputs":{"properties":{}}},
         "invocationMethod":{"type":"WEBHOOK","url":"https://example.com"}}
        """
            .formatted(identifier, operation));
  }

  private static List<String> identifiers(Reply reply, String list) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply
        .json()
        .path(list)
        .valueStream()
        .map(one -> one.path("identifier").asString())
        .toList();
  }

  @Test
  void everybodyReadsABlueprintsPermissionsAndItsKeeperChangesThem() {
    String path = "/v1/blueprints/Env/permissions";

    assertThat(member.get(path).status()).isEqualTo(200);
    assertThat(member.patch(path, OPEN_TO_ALL).status()).isEqualTo(403);
    assertThat(member.post(path + "/versions/0/restore", "").status()).isEqualTo(403);
    assertThat(member.get(path + "/versions").status()).isEqualTo(403);
    Reply kept = keeper.patch(path, OPEN_TO_ALL);
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    assertThat(keeper.get(path + "/versions").at("/versions/0/changedBy/kind")).isEqualTo("user");
    assertThat(keeper.put(path, "{\"entities\":{}}").status()).isEqualTo(200);
    assertThat(keeper.post(path + "/versions/1/restore", "").status()).isEqualTo(200);
  }

  @Test
  void aKeeperOfOneBlueprintChangesNoOtherAndNothingElse() {
    for (String path :
        List.of("/v1/blueprints/Other/permissions", "/v1/blueprints/None/permissions")) {
      Reply refused = keeper.patch(path, OPEN_TO_ALL);
      assertThat(refused.status()).as(refused.text()).isEqualTo(403);
    }
    assertThat(keeper.patch("/v1/blueprints/Env", "{\"title\":\"Mine\"}").status()).isEqualTo(403);
    assertThat(keeper.patch("/v1/pages/EnvEntity/permissions", "{}").status()).isEqualTo(403);
    assertThat(keeper.get("/v1/group-rules").status()).isEqualTo(403);
  }

  @Test
  void whoIsNoLongerAKeeperIsRefusedAtTheNextRequest() {
    assertThat(admin.delete("/v1/group-rules/keepers").status()).isEqualTo(200);

    assertThat(keeper.patch("/v1/blueprints/Env/permissions", OPEN_TO_ALL).status()).isEqualTo(403);
  }

  @Test
  void peopleSeeTheActionsThatTheyMaySee() {
    action("open", "CREATE");
    action("hidden", "CREATE");
    permit("/v1/actions/hidden/permissions", "{\"execute\":{\"roles\":[\"Admin\"]}}");

    assertThat(identifiers(member.get("/v1/actions"), "actions")).containsExactly("open");
    assertThat(identifiers(member.get("/v1/blueprints/Env/actions"), "actions"))
        .containsExactly("open");
    assertThat(member.get("/v1/actions/open").status()).isEqualTo(200);
    assertThat(member.get("/v1/actions/hidden").status()).isEqualTo(404);
    assertThat(member.get("/v1/actions/hidden").text().replace("hidden", "absent"))
        .isEqualTo(member.get("/v1/actions/absent").text());
    assertThat(member.patch("/v1/actions/open", "{\"title\":\"x\"}").status()).isEqualTo(403);
    assertThat(identifiers(admin.get("/v1/actions"), "actions")).contains("open", "hidden");
  }

  @Test
  void peopleSeeThePagesThatTheyMayRead() {
    permit("/v1/pages/OtherEntity/permissions", "{\"read\":{\"roles\":[\"Admin\"]}}");

    assertThat(identifiers(member.get("/v1/pages"), "pages")).containsExactly("EnvEntity");
    assertThat(member.get("/v1/pages/OtherEntity").status()).isEqualTo(404);
    Reply hidden = member.get("/v1/pages/OtherEntity/permissions");
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.text().replace("OtherEntity", "NoneEntity"))
        .isEqualTo(member.get("/v1/pages/NoneEntity/permissions").text());
    assertThat(member.get("/v1/pages/EnvEntity/permissions").status()).isEqualTo(200);
    assertThat(member.get("/v1/sidebars/catalog").text()).doesNotContain("OtherEntity");
    assertThat(member.patch("/v1/pages/OtherEntity", "{\"locked\":true}").status()).isEqualTo(404);
  }

  /** Port rule 38. */
  @Test
  void whoMayUpdateAPageLocksItAndChangesNothingElseOfIt() {
    assertThat(member.patch("/v1/pages/EnvEntity", "{\"locked\":true}").status()).isEqualTo(403);
    permit("/v1/pages/EnvEntity/permissions", "{\"update\":{\"teams\":[\"makers\"]}}");

    Reply locked = member.patch("/v1/pages/EnvEntity", "{\"locked\":true}");

    assertThat(locked.at("/page/locked")).as(locked.text()).isEqualTo("true");
    Reply renamed = member.patch("/v1/pages/EnvEntity", "{\"locked\":false,\"title\":\"Mine\"}");
    assertThat(renamed.status()).isEqualTo(403);
    assertThat(renamed.at("/details/operation")).isEqualTo("update");
    assertThat(admin.get("/v1/pages/EnvEntity").at("/page/locked")).isEqualTo("true");
    assertThat(member.delete("/v1/pages/EnvEntity").status()).isEqualTo(403);
  }

  @Test
  void whatTheCallerMayRunTellsWhereItTakesAnEntityOfTheirTeams() {
    action("create", "CREATE");
    action("day2", "DAY-2");
    action("owners", "DAY-2");
    action("nobodys", "DELETE");
    String none = "\"roles\":[\"Admin\"],\"users\":[],\"teams\":[]";
    permit("/v1/actions/owners/permissions", "{\"execute\":{" + none + ",\"ownedByTeam\":true}}");
    permit("/v1/actions/nobodys/permissions", "{\"execute\":{" + none + "}}");

    assertThat(
            member
                .get("/v1/auth/permissions?action_version=v2")
                .json()
                .path("permissions")
                .valueStream()
                .map(JsonNode::asString))
        .containsExactly(
            "execute:actions:create",
            "execute:actions:day2",
            "execute:team_entities:actions:owners");
  }
}
