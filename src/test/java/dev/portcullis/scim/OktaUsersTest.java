package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.StatementCounting;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Okta provisions people, by PATCH and by PUT, as its client really does. */
@OnBothDatabases
class OktaUsersTest {

  private final PortcullisServer server;
  private final TestConnection connection;
  private final Okta okta;

  OktaUsersTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.connection = ScimTenants.connection(database);
    this.okta = new Okta(connection.scim());
  }

  @Test
  void theProbeForSomebodyUnknownAnswersAnEmptyList() {
    Reply probe = okta.probe("test.user@okta.local");
    assertThat(probe.status()).isEqualTo(200);
    assertThat(probe.header("Content-Type")).isEqualTo("application/scim+json");
    assertThat(probe.json().at("/totalResults").intValue()).isZero();
    assertThat(probe.json().at("/itemsPerPage").intValue()).isZero();
    assertThat(probe.json().at("/Resources").isArray()).isTrue();
  }

  @Test
  void theProbeCostsThreeStatements() {
    try (StatementCounting.Count count = server.countStatements()) {
      okta.probe("nobody@okta.local");
      assertThat(count.statements()).hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void aPushedUserIsShownWholeAndWithoutThePassword() {
    Reply made = okta.createUser();
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Content-Type")).isEqualTo("application/scim+json");
    assertThat(made.header("Location")).isEqualTo(made.at("/meta/location"));
    assertThat(made.header("Content-Location")).isEqualTo(made.at("/meta/location"));
    assertThat(made.at("/meta/location")).endsWith("/scim/v2/Users/" + made.at("/id"));
    assertThat(made.at("/meta/resourceType")).isEqualTo("User");
    assertThat(made.at("/meta/lastModified")).isEqualTo(made.at("/meta/created"));
    assertThat(made.at("/userName")).isEqualTo("test.user@okta.local");
    assertThat(made.at("/externalId")).isEqualTo("00ujl29u0le5T6Aj10h7");
    assertThat(made.at("/emails/0/value")).isEqualTo("test.user@okta.local");
    assertThat(made.json().at("/active").booleanValue()).isTrue();
    assertThat(made.json().at("/schemas").size()).isEqualTo(1);
    assertThat(made.text()).doesNotContain("password").doesNotContain("1mz050nq");
    Reply read = okta.user(made.at("/id"));
    assertThat(read.json()).isEqualTo(made.json());
    assertThat(read.header("Content-Location")).isEqualTo(made.at("/meta/location"));
  }

  @Test
  void theProbeFindsAPushedUserWithoutRegardToCase() {
    String id = okta.createUser().at("/id");
    Reply probe = okta.probe("TEST.User@okta.local");
    assertThat(probe.json().at("/totalResults").intValue()).isEqualTo(1);
    assertThat(probe.at("/Resources/0/id")).isEqualTo(id);
    assertThat(probe.at("/Resources/0/userName")).isEqualTo("test.user@okta.local");
    assertThat(
            connection
                .scim()
                .get(
                    "/scim/v2/Users?filter="
                        + Okta.encoded("externalId eq \"00ujl29u0le5T6Aj10h7\""))
                .at("/Resources/0/id"))
        .isEqualTo(id);
    assertThat(
            connection
                .scim()
                .get("/scim/v2/Users?filter=" + Okta.encoded("id eq \"" + id + "\""))
                .at("/Resources/0/id"))
        .isEqualTo(id);
  }

  @Test
  void aSecondPushOfTheSameUserNameIsAConflictThatSaysWhatToDo() {
    okta.createUser();
    String other =
        Okta.recorded("user-create")
            .replace("test.user@okta.local", "TEST.USER@okta.local")
            .replace("00ujl29u0le5T6Aj10h7", "00u-other");
    Reply second = connection.scim().post("/scim/v2/Users", other);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.at("/scimType")).isEqualTo("uniqueness");
    assertThat(second.at("/status")).isEqualTo("409");
    assertThat(second.at("/detail")).contains("userName");
  }

  @Test
  void aTemplateAppDeactivatesAndActivatesByPatch() {
    String id = okta.createUser().at("/id");
    Reply deactivated = okta.patchUser(id, Okta.recorded("user-deactivate"));
    assertThat(deactivated.status()).isEqualTo(200);
    assertThat(deactivated.json().at("/active").booleanValue()).isFalse();
    assertThat(okta.user(id).json().at("/active").booleanValue()).isFalse();
    assertThat(okta.probe("test.user@okta.local").at("/Resources/0/id")).isEqualTo(id);
    Reply activated = okta.patchUser(id, Okta.recorded("user-activate"));
    assertThat(activated.json().at("/active").booleanValue()).isTrue();
    assertThat(activated.at("/id")).isEqualTo(id);
  }

  @Test
  void aPushedPasswordChangesNothing() {
    Reply made = okta.createUser();
    Reply patched = okta.patchUser(made.at("/id"), Okta.recorded("user-password"));
    assertThat(patched.status()).isEqualTo(200);
    assertThat(patched.json()).isEqualTo(made.json());
  }

  @Test
  void aCustomAppDeactivatesByPut() {
    String id = okta.createUser().at("/id");
    Reply put = okta.putUser(id, Okta.recorded("user-deactivate-by-put", "id", id));
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.json().at("/active").booleanValue()).isFalse();
    assertThat(put.at("/externalId")).isEqualTo("00ujl29u0le5T6Aj10h7");
  }

  @Test
  void aProfileIsReplacedByPutAndWhatIsLeftOutIsCleared() {
    String id = okta.createUser().at("/id");
    Reply put = okta.putUser(id, Okta.recorded("user-update", "id", id));
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.at("/name/givenName")).isEqualTo("Another");
    assertThat(put.at("/name/middleName")).isEqualTo("Excited");
    assertThat(put.json().has("locale")).isFalse();
    // Okta's own example of a PUT has none; the person must not be cut off from their sign-ins.
    assertThat(put.at("/externalId")).isEqualTo("00ujl29u0le5T6Aj10h7");
  }

  @Test
  void whatIsReadCanBePutBackAndChangesNothing() {
    Reply made = okta.createUser();
    ObjectNode body = (ObjectNode) made.json();
    body.put("unknownToUs", "x");
    Reply put = okta.putUser(made.at("/id"), body.toString());
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.json()).isEqualTo(made.json());
  }

  @Test
  void somebodyWhoComesBackKeepsTheId() {
    String id = okta.createUser().at("/id");
    okta.patchUser(id, Okta.recorded("user-deactivate"));
    Reply again = okta.createUser();
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.at("/id")).isEqualTo(id);
    assertThat(again.json().at("/active").booleanValue()).isTrue();
  }

  @Test
  void anImportReadsAllPagesInAStableOrder() {
    List<String> pushed = IntStream.range(0, 7).mapToObj(i -> okta.pushed("person" + i)).toList();
    Reply first = connection.scim().get("/scim/v2/Users?startIndex=1&count=2");
    assertThat(first.json().at("/totalResults").intValue()).isEqualTo(7);
    assertThat(first.json().at("/startIndex").intValue()).isEqualTo(1);
    assertThat(first.json().at("/itemsPerPage").intValue()).isEqualTo(2);
    assertThat(first.at("/Resources/0/name/givenName")).isEqualTo("Test");
    List<String> read = new ArrayList<>();
    for (int start = 1; start <= 7; start += 3) {
      Reply page = connection.scim().get("/scim/v2/Users?startIndex=" + start + "&count=3");
      page.json().at("/Resources").forEach(user -> read.add(user.at("/id").asString()));
    }
    assertThat(read).containsExactlyInAnyOrderElementsOf(pushed).doesNotHaveDuplicates();
  }

  @Test
  void aDeletedUserIsGoneEverywhere() {
    String id = okta.pushed("leaver");
    String group = okta.pushedGroup();
    okta.patchGroup(group, Okta.recorded("group-replace-members", "first", id, "second", id));
    assertThat(connection.scim().delete("/scim/v2/Users/" + id).status()).isEqualTo(204);
    assertThat(okta.user(id).status()).isEqualTo(404);
    assertThat(connection.scim().delete("/scim/v2/Users/" + id).status()).isEqualTo(404);
    assertThat(okta.members(group)).isEmpty();
    assertThat(okta.probe("leaver@okta.local").json().at("/totalResults").intValue()).isZero();
  }
}
