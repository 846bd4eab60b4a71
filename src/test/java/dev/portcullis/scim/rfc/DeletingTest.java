package dev.portcullis.scim.rfc;

import static dev.portcullis.testing.ScimReplies.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** RFC 7644 §3.6: deleting. */
@OnBothDatabases
class DeletingTest {

  private final ScimClient scim;

  DeletingTest(TestDatabase database) {
    this.scim = Example.client(database);
  }

  @Test
  void aDeletedUserIsGoneFromEverywhere() {
    String babs = scim.user("bjensen");
    String guides = scim.group("Tour Guides", babs);
    String version = scim.get("/Users/" + babs).at("/meta/version");
    Reply deleted = scim.with("If-Match", version).delete("/Users/" + babs);
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(deleted.text()).isEmpty();
    assertRefused(scim.get("/Users/" + babs), 404, "");
    assertRefused(scim.put("/Users/" + babs, ScimClient.userBody("bjensen", "")), 404, "");
    assertRefused(scim.patch("/Users/" + babs, "{\"op\":\"remove\",\"path\":\"title\"}"), 404, "");
    assertRefused(scim.delete("/Users/" + babs), 404, "");
    assertThat(scim.get("/Users").json().at("/totalResults").intValue()).isZero();
    assertThat(scim.members(guides)).isEmpty();
    assertThat(scim.post("/Users", ScimClient.userBody("bjensen", "")).status()).isEqualTo(201);
  }

  @Test
  void aDeletedGroupLeavesItsMembers() {
    String babs = scim.user("bjensen");
    String guides = scim.group("Tour Guides", babs);
    assertThat(scim.delete("/Groups/" + guides).status()).isEqualTo(204);
    assertRefused(scim.get("/Groups/" + guides), 404, "");
    assertThat(scim.get("/Users/" + babs).json().at("/groups").size()).isZero();
  }
}
