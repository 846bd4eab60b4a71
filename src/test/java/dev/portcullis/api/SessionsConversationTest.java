package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.signin.NewSession;
import dev.portcullis.signin.OpenSession;
import dev.portcullis.signin.SignedInWorld;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Administrators see who is signed in, and end it. */
@OnBothDatabases
class SessionsConversationTest {

  private final SignedInWorld world;
  private final HttpCaller admin;
  private final String ada;

  SessionsConversationTest(TestDatabase database) {
    this.world = new SignedInWorld(database);
    this.admin = world.tenant.admin();
    this.ada = world.pushed("ada");
  }

  @Test
  void aUsersSessionsAreListedNewestFirst() {
    OpenSession first = world.signedIn(ada);
    OpenSession second = world.signedIn(ada);
    for (String name : Set.of("ada%40acme.test", ada)) {
      Reply reply = admin.get("/v1/users/" + name + "/sessions");
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      assertThat(reply.json().get("sessions")).hasSize(2);
      assertThat(reply.at("/sessions/0/id")).isEqualTo(second.sessionId().toString());
      assertThat(reply.at("/sessions/1/id")).isEqualTo(first.sessionId().toString());
      assertThat(reply.at("/sessions/0/user/email")).isEqualTo("ada@acme.test");
      assertThat(reply.at("/sessions/0/connection")).isEqualTo("okta");
      assertThat(reply.at("/sessions/0/endsAt")).isGreaterThan(reply.at("/sessions/0/startedAt"));
    }
  }

  @Test
  void oneIsEndedAndTheOthersStay() {
    OpenSession ended = world.signedIn(ada);
    OpenSession other = world.signedIn(ada);
    String path = "/v1/users/ada%40acme.test/sessions/" + ended.sessionId();
    assertThat(admin.delete(path).text()).isEqualTo("{\"ok\":true}");
    assertThat(world.stands(ended)).isFalse();
    assertThat(world.stands(other)).isTrue();
    assertThat(world.audited("session"))
        .containsExactly("DELETE " + ended.sessionId() + " by api-client");
    assertThat(admin.delete(path).status()).as("again").isEqualTo(404);
    assertThat(admin.delete("/v1/users/ada/sessions/nonsense").status()).isEqualTo(404);
    String grace = world.pushed("grace");
    assertThat(admin.delete("/v1/users/" + grace + "/sessions/" + other.sessionId()).status())
        .as("of another user")
        .isEqualTo(404);
    assertThat(world.stands(other)).isTrue();
  }

  @Test
  void endingAllEndsTokensAndSignInsUnderWayToo() {
    OpenSession session = world.signedIn(ada);
    String token = world.token(session);
    NewSession underWay = world.asked(ada);
    Reply reply = admin.delete("/v1/users/ada%40acme.test/sessions");
    assertThat(reply.text()).isEqualTo("{\"ok\":true}");
    assertThat(world.stands(session)).isFalse();
    assertThat(world.caller(token)).isEmpty();
    assertThat(world.sessions.open(underWay)).isEmpty();
    assertThat(world.audited("user").getLast()).isEqualTo("UPDATE " + ada + " by api-client");
    assertThat(admin.get("/v1/users/ada/sessions").json().get("sessions")).isEmpty();
    assertThat(world.stands(world.signedIn(ada))).as("signing in anew").isTrue();
  }

  @Test
  void endingAllLeavesTheUserAsItIsForScim() {
    Reply before = world.okta.scim().get("/scim/v2/Users/" + ada);
    admin.delete("/v1/users/ada/sessions");
    Reply after = world.okta.scim().get("/scim/v2/Users/" + ada);
    assertThat(after.text()).isEqualTo(before.text());
    assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
  }

  @Test
  void aConnectionsSessionsArePagedThroughOnce() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      expected.addFirst(world.signedIn(world.pushed("user" + i)).sessionId().toString());
    }
    List<String> found = new ArrayList<>();
    String before = "";
    int pages = 0;
    do {
      Reply page = admin.get("/v1/connections/okta/sessions?limit=3&before=" + before);
      assertThat(page.status()).as(page.text()).isEqualTo(200);
      page.json().get("sessions").forEach(session -> found.add(session.get("id").stringValue()));
      before = page.json().path("next").asString("");
      pages++;
    } while (!before.isEmpty() && pages < 10);
    assertThat(found).isEqualTo(expected);
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void aPageCostsTheSameHoweverManyStandOnIt() {
    for (int i = 0; i < 5; i++) {
      world.signedIn(world.pushed("user" + i));
    }
    try (var count = world.server.countStatements()) {
      admin.get("/v1/connections/okta/sessions");
      assertThat(count.statements()).as("token, connection, sessions, handles").hasSize(4);
    }
  }

  @Test
  void whatIsAskedBadlyIsSaid() {
    for (String query : List.of("limit=0", "limit=201", "limit=x", "before=nonsense")) {
      Reply reply = admin.get("/v1/connections/okta/sessions?" + query);
      assertThat(reply.status()).as(query).isEqualTo(422);
    }
    assertThat(admin.get("/v1/connections/none/sessions").status()).isEqualTo(404);
    assertThat(admin.get("/v1/users/none/sessions").status()).isEqualTo(404);
    assertThat(admin.delete("/v1/users/none/sessions").status()).isEqualTo(404);
  }

  @Test
  void deactivatedPeopleHaveNone() {
    world.signedIn(ada);
    world.setActive(ada, false);
    assertThat(admin.get("/v1/users/" + ada + "/sessions").json().get("sessions")).isEmpty();
    assertThat(admin.get("/v1/connections/okta/sessions").json().get("sessions")).isEmpty();
  }
}
