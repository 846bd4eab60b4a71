package dev.portcullis.scim.okta;

import static dev.portcullis.testing.ScimReplies.assertList;
import static dev.portcullis.testing.ScimReplies.assertRefused;
import static dev.portcullis.testing.ScimReplies.assertResource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.scim.ScimTenants;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Okta's recorded requests, sent byte for byte, and the replies that Okta can work with. */
@OnBothDatabases
class RecordedRequestsTest {

  private final PortcullisServer server;
  private final TestConnection connection;

  RecordedRequestsTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.connection = ScimTenants.connection(database, ",\"dialect\":\"okta\"");
  }

  private Reply send(Recording recording) {
    return recording.send(server.base(), "Bearer " + connection.scimToken());
  }

  private Reply send(String name) {
    return send(Recording.of(name));
  }

  /** A request about the user of this id. */
  private Reply send(String name, String userId) {
    return send(Recording.of(name).with(Recording.USER, userId));
  }

  /** A request about the group of this id, with these two users in it. */
  private Reply send(String name, String groupId, String userId, String otherId) {
    return send(
        Recording.of(name)
            .with(Recording.GROUP, groupId)
            .with(Recording.USER, userId)
            .with(Recording.OTHER, otherId));
  }

  private String user() {
    return send("create-user").at("/id");
  }

  private String other() {
    Recording create = Recording.of("create-user");
    String body = create.body().replace("test.user", "other.user").replace("00ujl", "00uot");
    return send(create.withBody(body)).at("/id");
  }

  private List<String> members(String groupId) {
    return new ScimClient(connection.scim()).members(groupId);
  }

  @Test
  void credentialsAreCheckedByListingBothTypes() {
    assertThat(assertList(send("check-credentials-users"))).isEmpty();
    assertThat(assertList(send("check-credentials-groups"))).isEmpty();
  }

  @Test
  void theProbeFindsNobodyThenTheUserThatWasMade() {
    assertThat(assertList(send("probe-user"))).isEmpty();
    String id = user();
    List<JsonNode> found = assertList(send("probe-user"));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().at("/id").asString("")).isEqualTo(id);
    assertThat(found.getFirst().at("/userName").asString("")).isEqualTo("test.user@okta.local");
  }

  @Test
  void aUserIsMadeWithAPasswordThatNobodySeesAgain() {
    Reply made = send("create-user");
    assertResource(made, 201);
    assertThat(made.at("/externalId")).isEqualTo("00ujl29u0le5T6Aj10h7");
    assertThat(made.json().at("/active").booleanValue()).isTrue();
    assertThat(made.at("/locale")).isEqualTo("en-US");
    assertThat(made.text()).doesNotContain("1mz050nq").doesNotContain("password");
    assertRefused(send("create-user"), 409, "uniqueness");
  }

  @Test
  void aUserWithoutAnExternalIdGetsNone() {
    Reply made = send("create-user-custom-attributes");
    assertResource(made, 201);
    assertThat(made.json().has("externalId")).isFalse();
  }

  @Test
  void anImportShowsEverybodyWithNameEmailAndStatus() {
    String id = user();
    Reply page = send("import-users");
    assertThat(assertList(page)).hasSize(1);
    assertThat(page.json().at("/totalResults").intValue()).isEqualTo(1);
    assertThat(page.json().at("/startIndex").intValue()).isEqualTo(1);
    assertThat(page.at("/Resources/0/id")).isEqualTo(id);
    assertThat(page.at("/Resources/0/name/familyName")).isEqualTo("User");
    assertThat(page.at("/Resources/0/emails/0/value")).isEqualTo("test.user@okta.local");
    assertThat(page.json().at("/Resources/0/active").booleanValue()).isTrue();
  }

  @Test
  void whatWasReadIsPutBackAsItIsAndThenChanged() {
    String id = user();
    Reply read = send("read-user", id);
    assertResource(read, 200);
    Recording put = Recording.of("update-user-put").with(Recording.USER, id);
    assertThat(send(put.withBody(read.text())).json()).isEqualTo(read.json());
    Reply updated = send(put);
    assertResource(updated, 200);
    assertThat(updated.at("/name/givenName")).isEqualTo("Another");
    assertThat(updated.at("/name/middleName")).isEqualTo("Excited");
    assertThat(updated.at("/emails/0/display")).isEqualTo("test.user@okta.local");
    assertThat(updated.json().has("locale")).isFalse();
    assertThat(send("read-user", id).json()).isEqualTo(updated.json());
  }

  @Test
  void aUserIsDeactivatedAndActivatedByPatch() {
    String id = user();
    Reply deactivated = send("deactivate-user-patch", id);
    assertResource(deactivated, 200);
    assertThat(deactivated.json().at("/active").booleanValue()).isFalse();
    assertThat(send("read-user", id).json().at("/active").booleanValue()).isFalse();
    Reply activated = send("activate-user-patch", id);
    assertThat(activated.json().at("/active").booleanValue()).isTrue();
    assertThat(activated.at("/id")).isEqualTo(id);
  }

  @Test
  void aUserIsDeactivatedByPut() {
    String id = user();
    Reply put = send("deactivate-user-put", id);
    assertResource(put, 200);
    assertThat(put.json().at("/active").booleanValue()).isFalse();
    assertThat(put.at("/externalId")).isEqualTo("00ujl29u0le5T6Aj10h7");
  }

  @Test
  void aSyncedPasswordChangesNothing() {
    String id = user();
    Reply before = send("read-user", id);
    Reply synced = send("sync-password-patch", id);
    assertThat(synced.status()).isEqualTo(200);
    assertThat(synced.json()).isEqualTo(before.json());
  }

  @Test
  void somebodyWhoIsAssignedAgainComesBackAsTheSameUser() {
    String id = user();
    send("deactivate-user-patch", id);
    Reply again = send("create-user");
    assertResource(again, 201);
    assertThat(again.at("/id")).isEqualTo(id);
    assertThat(again.json().at("/active").booleanValue()).isTrue();
  }

  @Test
  void aGroupIsPushedFoundRenamedAndDeleted() {
    Reply made = send("create-group");
    assertResource(made, 201);
    assertThat(made.json().at("/members").isArray()).isTrue();
    String group = made.at("/id");
    assertThat(send("find-group").at("/Resources/0/id")).isEqualTo(group);
    assertThat(send("import-groups").at("/Resources/0/id")).isEqualTo(group);
    assertRefused(send("create-group"), 409, "uniqueness");
    Reply renamed = send(named(group, "rename-group-patch", "Renamed"));
    assertThat(renamed.status()).isEqualTo(204);
    assertThat(renamed.text()).isEmpty();
    assertThat(send("read-group", group, "", "").at("/displayName")).isEqualTo("Renamed");
    assertThat(send("delete-group", group, "", "").status()).isEqualTo(204);
    assertRefused(send("delete-group", group, "", ""), 404, "");
  }

  private static Recording named(String groupId, String name, String displayName) {
    Recording recording = Recording.of(name).with(Recording.GROUP, groupId);
    return recording.withBody(recording.body().replace("Test SCIMv2", displayName));
  }

  @Test
  void membersComeAndGoByPatchWithAndWithoutTheName() {
    String user = user();
    String other = other();
    String group = send("create-group").at("/id");
    assertThat(send("update-members-patch", group, other, user).status()).isEqualTo(204);
    assertThat(members(group)).containsExactly(other);
    assertThat(send("update-members-patch", group, user, other).status()).isEqualTo(204);
    assertThat(members(group)).containsExactly(user);
    Recording both = named(group, "rename-and-update-members-patch", "Renamed");
    Reply patched = send(both.with(Recording.USER, other).with(Recording.OTHER, user));
    assertThat(patched.status()).isEqualTo(204);
    assertThat(members(group)).containsExactly(other);
    assertThat(send("read-group", group, "", "").at("/displayName")).isEqualTo("Renamed");
  }

  @Test
  void aFullPushReplacesTheMembersByPatchAndByPut() {
    String user = user();
    String other = other();
    String group = send("create-group").at("/id");
    assertThat(send("replace-members-patch", group, user, other).status()).isEqualTo(204);
    assertThat(members(group)).containsExactlyInAnyOrder(user, other);
    Reply put = send("update-group-put", group, other, "");
    assertResource(put, 200);
    assertThat(put.at("/displayName")).isEqualTo("Test SCIMv20");
    assertThat(members(group)).containsExactly(other);
  }

  @Test
  void theTokenMayStandAloneInTheHeader() {
    Reply bare = Recording.of("import-users").send(server.base(), connection.scimToken());
    assertThat(assertList(bare)).isEmpty();
    Reply wrong = Recording.of("import-users").send(server.base(), "wrong");
    assertRefused(wrong, 401, "");
    assertThat(wrong.header("WWW-Authenticate")).isNotEmpty();
  }

  @Test
  void governanceReadsTheResourceTypesAndTheSchemas() {
    Reply types = send("resource-types");
    assertList(types);
    assertThat(ScimClient.each(types, "/endpoint")).contains("/Users", "/Groups");
    Reply schemas = send("schemas");
    assertList(schemas);
    assertThat(ScimClient.each(schemas, "/id")).contains(ScimClient.USER, ScimClient.ENTERPRISE);
  }
}
