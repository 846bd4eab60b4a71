package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions, and requests that are meant for one of them (RFC 7644 §3.14). */
@OnBothDatabases
class VersionsTest {

  private final TestDatabase database;
  private final HttpCaller scim;
  private final Okta okta;
  private final String user;
  private final String group;

  VersionsTest(TestDatabase database) {
    this.database = database;
    this.scim = ScimTenants.connection(database).scim();
    this.okta = new Okta(scim);
    this.user = "/scim/v2/Users/" + okta.pushed("ada");
    this.group = "/scim/v2/Groups/" + okta.pushedGroup();
  }

  private static String tagged(Reply reply, int status) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.header("ETag")).matches("W/\"\\d+\"").isEqualTo(reply.at("/meta/version"));
    assertThat(reply.header("Content-Type")).isEqualTo("application/scim+json");
    assertThat(reply.header("Location")).isEqualTo(reply.at("/meta/location"));
    assertThat(reply.header("Content-Location")).isEqualTo(reply.at("/meta/location"));
    return reply.header("ETag");
  }

  private String versionOf(String path) {
    return tagged(scim.get(path), 200);
  }

  private Reply rename(HttpCaller caller, String name) {
    return caller.patch(
        user,
        """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
         "Operations":[{"op":"replace","path":"displayName","value":"%s"}]}
        """
            .formatted(name));
  }

  @Test
  void everyReplyWithOneResourceHasItsVersion() {
    Reply made =
        scim.post("/scim/v2/Users", Okta.recorded("user-create").replace("test.user", "bea"));
    String first = tagged(made, 201);
    String path = "/scim/v2/Users/" + made.at("/id");
    assertThat(versionOf(path)).isEqualTo(first);
    assertThat(tagged(scim.put(path, made.text()), 200)).as("nothing changed").isEqualTo(first);
    String second = tagged(scim.patch(path, Okta.recorded("user-deactivate")), 200);
    assertThat(second).isNotEqualTo(first);
    assertThat(versionOf(path)).isEqualTo(second);
    tagged(scim.put(group, scim.get(group).text()), 200);
  }

  @Test
  void aReplyWithoutBodySaysTheVersionTooAndNothingElse() {
    Reply renamed = okta.patchGroup(id(group), Okta.recorded("group-rename", "id", id(group)));
    assertThat(renamed.status()).isEqualTo(204);
    assertThat(renamed.text()).isEmpty();
    assertThat(renamed.http().headers().map()).doesNotContainKeys("Content-Type", "content-type");
    assertThat(renamed.header("ETag")).isEqualTo(versionOf(group));
    HttpCaller rfc = ScimTenants.connection(database, ",\"dialect\":\"rfc\"").scim();
    String other = new Okta(rfc).pushedGroup();
    tagged(rfc.patch("/scim/v2/Groups/" + other, Okta.recorded("group-rename", "id", other)), 200);
    Reply deleted = scim.delete(group);
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(deleted.text()).isEmpty();
    assertThat(deleted.header("ETag")).isEmpty();
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Test
  void whoHasTheVersionAlreadyIsNotSentItAgain() {
    for (String path : new String[] {user, group}) {
      String version = versionOf(path);
      for (String known : new String[] {version, version.substring(2), "*", "\"x\", " + version}) {
        Reply reply = scim.with("If-None-Match", known).get(path);
        assertThat(reply.status()).as(known).isEqualTo(304);
        assertThat(reply.text()).isEmpty();
        assertThat(reply.header("ETag")).isEqualTo(version);
      }
      tagged(scim.with("If-None-Match", "W/\"0\"").get(path), 200);
      tagged(scim.with("If-None-Match", "nonsense").get(path), 200);
    }
    String before = versionOf(user);
    rename(scim, "Ada L");
    tagged(scim.with("If-None-Match", before).get(user), 200);
  }

  @Test
  void aChangeIsDoneOnTheVersionThatItIsMeantForAlone() {
    String first = versionOf(user);
    String second = tagged(rename(scim.with("If-Match", first), "A"), 200);
    assertStale(rename(scim.with("If-Match", first), "B"));
    assertStale(scim.with("If-Match", first).put(user, Okta.recorded("user-create")));
    assertStale(scim.with("If-Match", first).delete(user));
    assertThat(versionOf(user)).isEqualTo(second);
    tagged(rename(scim.with("If-Match", first + ", " + second), "C"), 200);
    tagged(rename(scim.with("If-Match", "*"), "D"), 200);
    assertThat(scim.with("If-Match", versionOf(user).substring(2)).delete(user).status())
        .isEqualTo(204);
    assertThat(scim.with("If-Match", "*").delete(user).status()).isEqualTo(404);
  }

  @Test
  void groupsToo() {
    String first = versionOf(group);
    String patch = Okta.recorded("group-members", "leaver", "nobody", "joiner", id(user));
    assertThat(scim.with("If-Match", "W/\"0\"").patch(group, patch).status()).isEqualTo(412);
    assertStale(scim.with("If-Match", "W/\"0\"").put(group, scim.get(group).text()));
    assertStale(scim.with("If-Match", "W/\"0\"").delete(group));
    assertThat(versionOf(group)).isEqualTo(first);
    assertThat(scim.with("If-Match", first).delete(group).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "W/1", "\"1", "nonsense", "W/\"nonsense\"", "\"\""})
  void aConditionThatNamesNoVersionOfOursNeverHolds(String mangled) {
    assertStale(rename(scim.with("If-Match", mangled), "A"));
  }

  @Test
  void aChangeMayBeMeantForEveryVersionButOne() {
    String version = versionOf(user);
    assertStale(rename(scim.with("If-None-Match", version), "A"));
    assertStale(rename(scim.with("If-None-Match", "*"), "A"));
    tagged(rename(scim.with("If-None-Match", "W/\"0\""), "A"), 200);
  }

  private static void assertStale(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(412);
    assertThat(reply.at("/status")).isEqualTo("412");
    assertThat(reply.at("/detail")).contains("If-Match");
  }
}
