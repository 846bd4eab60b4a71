package dev.portcullis.scim.behaviours;

import static dev.portcullis.testing.ScimReplies.assertList;
import static dev.portcullis.testing.ScimReplies.assertRefused;
import static dev.portcullis.testing.ScimReplies.assertResource;
import static dev.portcullis.testing.ScimReplies.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;
import java.util.List;

/** Behaviours 17 to 33: creating, identity, reading and listing. */
@OnBothDatabases
class Behaviours17To33Test {

  private final Dialects dialects;

  Behaviours17To33Test(TestDatabase database) {
    this.dialects = new Dialects(database);
  }

  @InBothDialects
  void n17TheLocationIsAbsoluteAndTheSameEverywhere(String dialect) {
    ScimClient scim = dialects.client(dialect);
    Reply made = scim.post("/Users", Dialects.babs());
    assertResource(made, 201);
    Reply read = scim.get("/Users/" + made.at("/id"));
    assertResource(read, 200);
    assertThat(read.header("Location")).isEqualTo(made.header("Location"));
  }

  @InBothDialects
  void n18WhatOnlyTheServerWritesIsIgnored(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String body =
        ScimClient.userBody(
            "x",
            ",\"id\":\"mine\",\"meta\":{\"created\":\"2001-01-01T00:00:00Z\"},\"groups\":[{\"value\":\"g\"}]");
    Reply made = scim.post("/Users", body);
    assertResource(made, 201);
    assertThat(made.at("/id")).isNotEqualTo("mine");
    assertThat(made.at("/meta/created")).doesNotStartWith("2001");
    assertThat(scim.put("/Users/" + made.at("/id"), body).json()).isEqualTo(made.json());
  }

  @InBothDialects
  void n19MetaIsComplete(String dialect) {
    Reply made = dialects.client(dialect).post("/Users", Dialects.babs());
    assertResource(made, 201);
    assertThat(made.at("/meta/resourceType")).isEqualTo("User");
    assertThat(made.at("/meta/lastModified")).isEqualTo(made.at("/meta/created"));
  }

  @InBothDialects
  void n20WhatIsMissingOrBrokenIsNamed(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String nobody = "{\"schemas\":[\"" + ScimClient.USER + "\"]}";
    assertRefused(scim.post("/Users", nobody), 400, "invalidValue", "userName");
    assertRefused(scim.post("/Users", ""), 400, "invalidSyntax");
    assertRefused(scim.post("/Users", "{"), 400, "invalidSyntax");
  }

  @InBothDialects
  void n21TheServerInventsNoExternalId(String dialect) {
    ScimClient scim = dialects.client(dialect);
    Reply made = scim.post("/Users", ScimClient.userBody("x", ""));
    assertThat(made.json().has("externalId")).isFalse();
    assertThat(made.at("/id")).doesNotContainIgnoringCase("bulkId");
  }

  @InBothDialects
  void n22SchemasAreRequiredAndSayWhatIsThere(String dialect) {
    ScimClient scim = dialects.client(dialect);
    Reply plain =
        scim.post(
            "/Users",
            "{\"schemas\":[\"%s\",\"%s\"],\"userName\":\"x\"}"
                .formatted(ScimClient.USER, ScimClient.ENTERPRISE));
    assertThat(texts(plain.json().at("/schemas"))).containsExactly(ScimClient.USER);
    Reply enterprise =
        scim.patch(
            "/Users/" + plain.at("/id"),
            "{\"op\":\"add\",\"path\":\"%s:department\",\"value\":\"Tours\"}"
                .formatted(ScimClient.ENTERPRISE));
    assertThat(texts(enterprise.json().at("/schemas")))
        .containsExactlyInAnyOrder(ScimClient.USER, ScimClient.ENTERPRISE);
    assertRefused(scim.post("/Users", "{\"userName\":\"y\"}"), 400, "invalidValue", "schemas");
    String wrong = "{\"schemas\":[\"" + ScimClient.GROUP + "\"],\"userName\":\"y\"}";
    assertRefused(scim.post("/Users", wrong), 400, "invalidValue", "schemas");
  }

  @InBothDialects
  void n23NullAndEmptyAndAbsentAreTheSame(String dialect) {
    ScimClient scim = dialects.client(dialect);
    Reply made =
        scim.post(
            "/Users", ScimClient.userBody("x", ",\"title\":null,\"emails\":[],\"name\":null"));
    assertResource(made, 201);
    assertThat(made.json().propertyNames()).doesNotContain("title", "emails", "name");
  }

  @InBothDialects
  void n24ThePasswordIsNotShownEvenIfAskedFor(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String id = scim.post("/Users", Dialects.babs()).at("/id");
    assertThat(scim.query("/Users/" + id, "attributes", "password").json().propertyNames())
        .containsExactlyInAnyOrder("schemas", "id");
  }

  @InBothDialects
  void n25ThereIsOnePrimaryValueAndNoDuplicate(String dialect) {
    ScimClient scim = dialects.client(dialect);
    Reply collapsed =
        scim.post(
            "/Users",
            ScimClient.userBody(
                "x",
                """
                ,"emails":[{"value":"a@example.com","type":"work"},
                           {"value":"a@example.com","type":"work"}]\
                """));
    assertThat(assertResource(collapsed, 201).at("/emails").size()).isEqualTo(1);
    Reply two =
        scim.post(
            "/Users",
            ScimClient.userBody(
                "y",
                """
                ,"emails":[{"value":"a@example.com","primary":true},
                           {"value":"b@example.com","primary":true}]\
                """));
    assertRefused(two, 400, "invalidValue", "primary");
  }

  @InBothDialects
  void n26AttributesAreChosenAndIdAndSchemasStay(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String address = "/Users/" + scim.post("/Users", Dialects.babs()).at("/id");
    assertThat(scim.query(address, "attributes", "userName").json().propertyNames())
        .containsExactlyInAnyOrder("schemas", "id", "userName");
    assertThat(
            scim.query(address, "excludedAttributes", "id,schemas,userName").json().propertyNames())
        .contains("schemas", "id")
        .doesNotContain("userName");
  }

  @InBothDialects
  void n27AttributesMayBeNamedByTheirUrn(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String id = scim.post("/Users", Dialects.babs()).at("/id");
    String name = ScimClient.USER + ":userName";
    assertThat(scim.query("/Users/" + id, "attributes", name).json().propertyNames())
        .containsExactlyInAnyOrder("schemas", "id", "userName");
    Reply found = scim.query("/Users", "filter", name + " eq \"babs@example.com\"");
    assertThat(ScimClient.each(found, "/id")).containsExactly(id);
  }

  @InBothDialects
  void n28OddPagesMeanTheNearestSensibleOne(String dialect) {
    ScimClient scim = dialects.client(dialect);
    List.of("a", "b", "c").forEach(scim::user);
    assertThat(scim.query("/Users", "startIndex", "0").json().at("/startIndex").intValue())
        .isEqualTo(1);
    assertThat(assertList(scim.query("/Users", "startIndex", "-3"))).hasSize(3);
    assertThat(assertList(scim.query("/Users", "count", "1"))).hasSize(1);
    assertThat(assertList(scim.query("/Users", "count", "-1"))).isEmpty();
    Reply none = scim.query("/Users", "count", "0");
    assertThat(assertList(none)).isEmpty();
    assertThat(none.json().at("/totalResults").intValue()).isEqualTo(3);
  }

  @InBothDialects
  void n29APagePastTheEndIsEmpty(String dialect) {
    ScimClient scim = dialects.client(dialect);
    scim.user("a");
    Reply past = scim.query("/Users", "startIndex", "100");
    assertThat(assertList(past)).isEmpty();
    assertThat(past.json().at("/totalResults").intValue()).isEqualTo(1);
  }

  @InBothDialects
  void n30NoHitIsAnEmptyList(String dialect) {
    ScimClient scim = dialects.client(dialect);
    assertThat(assertList(scim.query("/Groups", "filter", "displayName eq \"x\""))).isEmpty();
  }

  @InBothDialects
  void n31SearchesArePosted(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String id = scim.user("a");
    String body =
        "{\"schemas\":[\"%s\"],\"filter\":\"userName eq \\\"a\\\"\",\"startIndex\":1,\"count\":5}"
            .formatted(ScimClient.SEARCH);
    assertThat(ScimClient.each(scim.post("/Users/.search", body), "/id")).containsExactly(id);
    assertThat(ScimClient.each(scim.post("/.search", body), "/id")).containsExactly(id);
    String groups = body.replace("userName", "displayName");
    assertThat(assertList(scim.post("/Groups/.search", groups))).isEmpty();
  }

  @InBothDialects
  void n32SortingIsAscendingAndBlindToCase(String dialect) {
    ScimClient scim = dialects.client(dialect);
    List.of("Beta", "alpha", "gamma").forEach(scim::user);
    assertThat(ScimClient.each(scim.query("/Users", "sortBy", "userName"), "/userName"))
        .containsExactly("alpha", "Beta", "gamma");
    Reply descending = scim.query("/Users", "sortBy", "userName", "sortOrder", "descending");
    assertThat(ScimClient.each(descending, "/userName")).containsExactly("gamma", "Beta", "alpha");
  }

  @InBothDialects
  void n33TheRootIsQueriedOverAllTypes(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String user = scim.user("a");
    String group = scim.group("g");
    Reply all = scim.query("/", "filter", "id pr");
    assertThat(ScimClient.each(all, "/id")).containsExactlyInAnyOrder(user, group);
  }
}
