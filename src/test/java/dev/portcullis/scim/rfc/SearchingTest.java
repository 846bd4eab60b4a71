package dev.portcullis.scim.rfc;

import static dev.portcullis.testing.ScimReplies.assertList;
import static dev.portcullis.testing.ScimReplies.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** RFC 7644 §3.4.3: querying by POST. */
@OnBothDatabases
class SearchingTest {

  private final ScimClient scim;
  private final String smith;
  private final String smithers;
  private final String guides;

  SearchingTest(TestDatabase database) {
    this.scim = Example.client(database);
    this.smith = scim.user("smith", ",\"displayName\":\"Smith, James\",\"title\":\"x\"");
    this.smithers = scim.user("smithers", ",\"displayName\":\"smithers\"");
    scim.user("other", ",\"displayName\":\"Other\"");
    this.guides = scim.group("Smith Family");
  }

  @Test
  void aSearchAtTheRootFindsUsersAndGroups() {
    Reply found =
        scim.post(
            "/.search",
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
             "attributes":["displayName","userName"],
             "filter":"displayName sw \\"smith\\"",
             "startIndex":1,"count":10}\
            """);
    for (JsonNode resource : assertList(found)) {
      assertThat(resource.propertyNames()).contains("schemas", "id", "displayName");
      assertThat(resource.has("meta")).isFalse();
      assertThat(resource.has("title")).isFalse();
    }
    assertThat(found.json().at("/totalResults").intValue()).isEqualTo(3);
    assertThat(found.json().at("/startIndex").intValue()).isEqualTo(1);
    assertThat(ScimClient.each(found, "/id")).containsExactlyInAnyOrder(smith, smithers, guides);
  }

  @Test
  void aSearchOfOneTypeFindsThatType() {
    String body =
        """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
         "filter":"displayName sw \\"smith\\"","sortBy":"displayName","sortOrder":"descending",
         "excludedAttributes":["title","meta"]}\
        """;
    Reply users = scim.post("/Users/.search", body);
    assertList(users);
    assertThat(ScimClient.each(users, "/id")).containsExactly(smithers, smith);
    assertThat(users.text()).doesNotContain("\"title\"").doesNotContain("\"meta\"");
    Reply groups = scim.post("/Groups/.search", body);
    assertList(groups);
    assertThat(ScimClient.each(groups, "/id")).containsExactly(guides);
  }

  @Test
  void theMessageMustBeASearch() {
    assertRefused(scim.post("/.search", "{\"filter\":\"id pr\"}"), 400, "invalidValue", "schemas");
    assertRefused(scim.post("/Users/.search", ""), 400, "invalidSyntax");
    String search = "{\"schemas\":[\"" + ScimClient.SEARCH + "\"],";
    assertRefused(
        scim.post("/Users/.search", search + "\"filter\":\"id zz\"}"), 400, "invalidFilter");
    assertThat(scim.post("/Users/.search", search + "\"count\":\"ten\"}").status()).isEqualTo(400);
    assertRefused(scim.get("/Users/.search"), 405, "");
  }
}
