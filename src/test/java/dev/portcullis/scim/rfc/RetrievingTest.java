package dev.portcullis.scim.rfc;

import static dev.portcullis.testing.ScimReplies.assertList;
import static dev.portcullis.testing.ScimReplies.assertRefused;
import static dev.portcullis.testing.ScimReplies.assertResource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** RFC 7644 §3.4.1, §3.4.2, §3.4.2.3 and §3.4.2.4: retrieving, listing, sorting, paging. */
@OnBothDatabases
class RetrievingTest {

  private final ScimClient scim;

  RetrievingTest(TestDatabase database) {
    this.scim = Example.client(database);
  }

  @Test
  void aKnownResourceIsRead() {
    Reply made = scim.post("/Users", Example.barbara());
    Reply read = scim.with("Accept", "application/scim+json").get("/Users/" + made.at("/id"));
    JsonNode user = assertResource(read, 200);
    assertThat(user).isEqualTo(made.json());
    assertThat(read.at("/phoneNumbers/0/value")).isEqualTo("555-555-8377");
    assertThat(read.at("/emails/0/type")).isEqualTo("work");
    assertRefused(scim.get("/Users/" + Example.NOBODY), 404, "");
  }

  @Test
  void allUsersAreListedWithTheAttributesThatWereAskedFor() {
    String babs = scim.user("bjensen");
    String james = scim.user("jsmith");
    Reply list = scim.query("/Users", "attributes", "userName");
    assertThat(list.json().at("/totalResults").intValue()).isEqualTo(2);
    for (JsonNode user : assertList(list)) {
      assertThat(user.propertyNames()).containsExactlyInAnyOrder("schemas", "id", "userName");
    }
    assertThat(ScimClient.each(list, "/id")).containsExactlyInAnyOrder(babs, james);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/"})
  void aQueryAtTheRootGoesOverUsersAndGroups(String root) {
    String babs = scim.user("bjensen");
    String guides = scim.group("Tour Guides", babs);
    Reply both =
        scim.query(
            root, "filter", "(meta.resourceType eq \"User\") or (meta.resourceType eq \"Group\")");
    assertList(both);
    assertThat(ScimClient.each(both, "/id")).containsExactlyInAnyOrder(babs, guides);
    assertThat(ScimClient.each(both, "/meta/resourceType")).contains("User", "Group");
    Reply groups = scim.query(root, "filter", "meta.resourceType eq \"Group\"");
    assertThat(ScimClient.each(groups, "/id")).containsExactly(guides);
    assertThat(ScimClient.each(scim.query(root, "filter", "userName pr"), "/id"))
        .containsExactly(babs);
  }

  @Test
  void namesWithoutQuotesAreNoOperandsThoughTheRfcPrintsThemSo() {
    // Figure 1 wants a JSON value; the example of §3.4.2.1 leaves the quotes out.
    assertRefused(
        scim.query("/", "filter", "(meta.resourceType eq User) or (meta.resourceType eq Group)"),
        400,
        "invalidFilter");
  }

  @Test
  void resourcesAreSorted() {
    scim.user("babs", ",\"name\":{\"familyName\":\"jensen\"}");
    scim.user("Carol", ",\"name\":{\"familyName\":\"Abel\"}");
    scim.user("adam", ",\"name\":{\"familyName\":\"Zorn\"}");
    assertThat(sorted("sortBy", "userName")).containsExactly("adam", "babs", "Carol");
    assertThat(sorted("sortBy", "userName", "sortOrder", "descending"))
        .containsExactly("Carol", "babs", "adam");
    assertThat(sorted("sortBy", "NAME.familyname", "sortOrder", "ascending"))
        .containsExactly("Carol", "babs", "adam");
    assertRefused(
        scim.query("/Users", "sortOrder", "sideways", "sortBy", "id"), 400, "invalidValue");
  }

  @Test
  void aMultiValuedAttributeSortsByItsPrimaryValueElseItsFirst() {
    scim.user("one", ",\"emails\":[{\"value\":\"z@example.com\"},{\"value\":\"a@example.com\"}]");
    scim.user(
        "two",
        """
        ,"emails":[{"value":"y@example.com"},{"value":"b@example.com","primary":true}]\
        """);
    scim.user("three");
    assertThat(sorted("sortBy", "emails")).startsWith("two", "one");
    assertThat(sorted("sortBy", "emails.value")).startsWith("two", "one").hasSize(3);
  }

  private List<String> sorted(String... parameters) {
    Reply list = scim.query("/Users", parameters);
    assertList(list);
    return ScimClient.each(list, "/userName");
  }

  @Test
  void aPageSaysWhereItStandsAmongAll() {
    List<String> all = IntStream.range(0, 12).mapToObj(i -> scim.user("person" + i)).toList();
    Reply first = scim.query("/Users", "startIndex", "1", "count", "10");
    assertThat(assertList(first)).hasSize(10);
    assertThat(first.json().at("/totalResults").intValue()).isEqualTo(12);
    assertThat(first.json().at("/startIndex").intValue()).isEqualTo(1);
    Reply second = scim.query("/Users", "startIndex", "11", "count", "10");
    assertThat(assertList(second)).hasSize(2);
    assertThat(second.json().at("/startIndex").intValue()).isEqualTo(11);
    assertThat(ScimClient.each(first, "/id"))
        .doesNotContainAnyElementsOf(ScimClient.each(second, "/id"));
    assertThat(all).containsAll(ScimClient.each(second, "/id"));
    assertThat(assertList(scim.query("/Users", "startIndex", "13"))).isEmpty();
    assertThat(assertList(scim.query("/Users", "count", "0"))).isEmpty();
  }
}
