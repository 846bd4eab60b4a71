package dev.portcullis.scim.rfc;

import static dev.portcullis.testing.ScimReplies.assertRefused;
import static dev.portcullis.testing.ScimReplies.assertResource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.ScimReplies;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** RFC 7644 §3.3: creating resources. */
@OnBothDatabases
class CreatingTest {

  private static final String BODY =
      """
      {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
       "userName":"bjensen",
       "externalId":"bjensen",
       "name":{"formatted":"Ms. Barbara J Jensen III","familyName":"Jensen","givenName":"Barbara"}}
      """;

  private final ScimClient scim;

  CreatingTest(TestDatabase database) {
    this.scim = Example.client(database);
  }

  @Test
  void aUserIsMadeAndShownWithLocationAndVersion() {
    Reply made = scim.post("/Users", BODY);
    JsonNode user = assertResource(made, 201);
    assertThat(user.at("/userName").asString("")).isEqualTo("bjensen");
    assertThat(user.at("/externalId").asString("")).isEqualTo("bjensen");
    assertThat(user.at("/name"))
        .isEqualTo(
            ScimClient.json(
                """
                {"formatted":"Ms. Barbara J Jensen III","familyName":"Jensen","givenName":"Barbara"}\
                """));
    assertThat(ScimReplies.texts(user.at("/schemas"))).containsExactly(ScimClient.USER);
    assertThat(made.at("/meta/resourceType")).isEqualTo("User");
    assertThat(made.at("/meta/lastModified")).isEqualTo(made.at("/meta/created"));
    assertThat(made.at("/meta/location")).endsWith("/scim/v2/Users/" + made.at("/id"));
    assertThat(scim.get("/Users/" + made.at("/id")).json()).isEqualTo(user);
  }

  @Test
  void whatOnlyTheServerWritesIsIgnored() {
    Reply made =
        scim.post(
            "/Users",
            BODY.replace(
                "\"userName\"",
                """
                "id":"2819c223-7f76-453a-919d-413861904646",
                "meta":{"resourceType":"Group","created":"2010-01-23T04:56:22Z"},
                "groups":[{"value":"e9e30dba-f08f-4109-8486-d5c6a331660a"}],
                "userName"\
                """));
    assertResource(made, 201);
    assertThat(made.at("/id")).isNotEqualTo(Example.NOBODY);
    assertThat(made.at("/meta/resourceType")).isEqualTo("User");
    assertThat(made.at("/meta/created")).doesNotStartWith("2010");
    assertThat(made.json().at("/groups").size()).isZero();
  }

  @Test
  void aDuplicateIsAConflict() {
    scim.post("/Users", BODY);
    assertRefused(scim.post("/Users", BODY), 409, "uniqueness");
    String other = BODY.replace("\"externalId\":\"bjensen\"", "\"externalId\":\"other\"");
    assertRefused(scim.post("/Users", other), 409, "uniqueness", "userName");
  }

  @Test
  void aGroupIsMadeWithItsMembers() {
    String babs = scim.user("bjensen");
    Reply made =
        scim.post(
            "/Groups",
            """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
             "displayName":"Tour Guides","members":[{"value":"%s","type":"User"}]}\
            """
                .formatted(babs));
    assertResource(made, 201);
    assertThat(made.at("/meta/location")).endsWith("/scim/v2/Groups/" + made.at("/id"));
    assertThat(made.at("/members/0/value")).isEqualTo(babs);
    assertThat(made.at("/members/0/$ref")).endsWith("/scim/v2/Users/" + babs);
    assertThat(scim.get("/Users/" + babs).at("/groups/0/value")).isEqualTo(made.at("/id"));
  }
}
