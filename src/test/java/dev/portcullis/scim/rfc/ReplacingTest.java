package dev.portcullis.scim.rfc;

import static dev.portcullis.testing.ScimReplies.assertRefused;
import static dev.portcullis.testing.ScimReplies.assertResource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** RFC 7644 §3.5.1: replacing with PUT. */
@OnBothDatabases
class ReplacingTest {

  private final ScimClient scim;
  private final String id;

  ReplacingTest(TestDatabase database) {
    this.scim = Example.client(database);
    this.id =
        scim.user(
            "bjensen", ",\"title\":\"Tour Guide\",\"emails\":[{\"value\":\"old@example.com\"}]");
  }

  private String body(String userName) {
    return """
    {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
     "id":"%s","userName":"%s","externalId":"bjensen",
     "name":{"formatted":"Ms. Barbara J Jensen III","familyName":"Jensen","givenName":"Barbara",
             "middleName":"Jane"},
     "roles":[],
     "emails":[{"value":"bjensen@example.com"},{"value":"babs@jensen.org"}]}\
    """
        .formatted(id, userName);
  }

  @Test
  void theWholeResourceIsReplaced() {
    String before = scim.get("/Users/" + id).at("/meta/version");
    Reply put = scim.put("/Users/" + id, body("bjensen"));
    JsonNode user = assertResource(put, 200);
    assertThat(put.at("/id")).isEqualTo(id);
    assertThat(put.at("/name/middleName")).isEqualTo("Jane");
    assertThat(user.at("/emails").size()).isEqualTo(2);
    assertThat(put.at("/emails/0/value")).isEqualTo("bjensen@example.com");
    assertThat(user.has("title")).isFalse();
    assertThat(user.has("roles")).isFalse();
    assertThat(put.at("/meta/version")).isNotEqualTo(before);
    assertThat(scim.get("/Users/" + id).json()).isEqualTo(user);
  }

  @Test
  void aSecondPutOfTheSameChangesNothing() {
    Reply first = scim.put("/Users/" + id, body("bjensen"));
    assertThat(scim.put("/Users/" + id, body("bjensen")).json()).isEqualTo(first.json());
    assertThat(scim.put("/Users/" + id, first.text()).json()).isEqualTo(first.json());
  }

  @Test
  void aPutNeverMakesAResource() {
    assertRefused(scim.put("/Users/" + Example.NOBODY, body("somebody")), 404, "");
    assertThat(scim.get("/Users").json().at("/totalResults").intValue()).isEqualTo(1);
  }

  @Test
  void whatIsRequiredMustBeThereAndWhatIsTakenIsAConflict() {
    assertRefused(
        scim.put("/Users/" + id, "{\"schemas\":[\"" + ScimClient.USER + "\"]}"),
        400,
        "invalidValue",
        "userName");
    scim.user("jsmith");
    assertRefused(scim.put("/Users/" + id, body("JSmith")), 409, "uniqueness", "userName");
  }

  @Test
  void aGroupIsReplacedWithItsMembers() {
    String other = scim.user("jsmith");
    String group = scim.group("Tour Guides", id);
    Reply put =
        scim.put(
            "/Groups/" + group,
            """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"%s",
             "displayName":"Guides","members":[{"value":"%s"}]}\
            """
                .formatted(group, other));
    assertResource(put, 200);
    assertThat(put.at("/displayName")).isEqualTo("Guides");
    assertThat(scim.members(group)).containsExactly(other);
  }
}
