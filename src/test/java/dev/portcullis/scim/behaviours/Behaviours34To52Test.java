package dev.portcullis.scim.behaviours;

import static dev.portcullis.testing.ScimReplies.assertList;
import static dev.portcullis.testing.ScimReplies.assertRefused;
import static dev.portcullis.testing.ScimReplies.assertResource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;
import java.util.List;

/** Behaviours 34 to 52: filters, PUT and PATCH. */
@OnBothDatabases
class Behaviours34To52Test {

  private static final String NOBODY = "0198aaaa-0000-7000-8000-000000000001";

  private final Dialects dialects;

  Behaviours34To52Test(TestDatabase database) {
    this.dialects = new Dialects(database);
  }

  private static String babs(ScimClient scim) {
    return scim.post("/Users", Dialects.babs()).at("/id");
  }

  /** Whether the filter finds the one user that is there. */
  private static boolean finds(ScimClient scim, String filter) {
    return assertList(scim.query("/Users", "filter", filter)).size() == 1;
  }

  private static String change(String op, String path, String value) {
    String end = value.isEmpty() ? "" : ",\"value\":" + value;
    return "{\"op\":\"%s\",\"path\":\"%s\"%s}".formatted(op, path, end);
  }

  @InBothDialects
  void n34EveryOperatorCounts(String dialect) {
    ScimClient scim = dialects.client(dialect);
    babs(scim);
    for (String filter :
        List.of(
            "userName eq \"babs@example.com\"",
            "userName ne \"x\"",
            "userName co \"bs@ex\"",
            "userName sw \"babs\"",
            "userName ew \".com\"",
            "userName pr",
            "userName gt \"b\"",
            "userName ge \"b\"",
            "userName lt \"c\"",
            "userName le \"c\"",
            "meta.created gt \"2011-05-13T04:42:34Z\"",
            "meta.created gt \"2011-05-13T04:42:34+02:00\"")) {
      assertThat(finds(scim, filter)).as(filter).isTrue();
    }
    assertThat(finds(scim, "meta.created lt \"2011-05-13T04:42:34Z\"")).isFalse();
  }

  @InBothDialects
  void n35NamesAndOperatorsAreBlindToCase(String dialect) {
    ScimClient scim = dialects.client(dialect);
    babs(scim);
    assertThat(finds(scim, "USERNAME Sw \"babs\" AND NAME.FAMILYNAME PR")).isTrue();
  }

  @InBothDialects
  void n36AndBindsMoreThanOr(String dialect) {
    ScimClient scim = dialects.client(dialect);
    babs(scim);
    assertThat(finds(scim, "userName pr or userName pr and title pr")).isTrue();
    assertThat(finds(scim, "(userName pr or userName pr) and title pr")).isFalse();
    assertThat(finds(scim, "not (title pr) and userName pr")).isTrue();
  }

  @InBothDialects
  void n37BooleansAreComparedUnquotedAndNotOrdered(String dialect) {
    ScimClient scim = dialects.client(dialect);
    babs(scim);
    assertThat(finds(scim, "active eq true")).isTrue();
    assertRefused(scim.query("/Users", "filter", "active gt true"), 400, "invalidFilter");
  }

  @InBothDialects
  void n38SubAttributesAndValuePathsAreFound(String dialect) {
    ScimClient scim = dialects.client(dialect);
    babs(scim);
    assertThat(finds(scim, "emails.value eq \"babs@jensen.org\"")).isTrue();
    assertThat(finds(scim, "emails[type eq \"work\" and value co \"example\"]")).isTrue();
    assertThat(finds(scim, "emails[type eq \"work\" and value co \"jensen\"]")).isFalse();
  }

  @InBothDialects
  void n39CaseCountsWhereTheSchemaSaysSo(String dialect) {
    ScimClient scim = dialects.client(dialect);
    babs(scim);
    assertThat(finds(scim, "externalId eq \"00u1babs\"")).isTrue();
    assertThat(finds(scim, "externalId eq \"00U1BABS\"")).isFalse();
    assertThat(finds(scim, "userName eq \"BABS@EXAMPLE.COM\"")).isTrue();
  }

  @InBothDialects
  void n40WhatIsNoFilterIsRefused(String dialect) {
    ScimClient scim = dialects.client(dialect);
    for (String filter : List.of("", "userName zz \"x\"", "(userName pr", "userName")) {
      assertRefused(scim.query("/Users", "filter", filter), 400, "invalidFilter");
    }
  }

  @InBothDialects
  void n41ExtensionAttributesAreFoundByTheirUrn(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String path = ScimClient.ENTERPRISE + ":department";
    scim.patch("/Users/" + babs(scim), change("add", path, "\"Tours\""));
    assertThat(finds(scim, path + " eq \"tours\"")).isTrue();
  }

  @InBothDialects
  void n42APutClearsWhatItLeavesOutAndMakesNothing(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String id = babs(scim);
    Reply put = scim.put("/Users/" + id, ScimClient.userBody("babs@example.com", ""));
    assertThat(assertResource(put, 200).propertyNames()).doesNotContain("name", "emails", "locale");
    String nobody = "{\"schemas\":[\"" + ScimClient.USER + "\"]}";
    assertRefused(scim.put("/Users/" + id, nobody), 400, "invalidValue", "userName");
    assertRefused(scim.put("/Users/" + NOBODY, ScimClient.userBody("x", "")), 404, "");
  }

  @InBothDialects
  void n43AnotherIdInTheBodyOfAPutChangesNoId(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String id = babs(scim);
    Reply put = scim.put("/Users/" + id, ScimClient.userBody("b", ",\"id\":\"" + NOBODY + "\""));
    assertThat(put.at("/id")).isEqualTo(id);
    assertThat(scim.get("/Users/" + id).status()).isEqualTo(200);
    assertThat(scim.get("/Users/" + NOBODY).status()).isEqualTo(404);
  }

  @InBothDialects
  void n44APatchIsAMessageOfItsOwn(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String address = "/Users/" + babs(scim);
    String operation = change("Replace", "title", "\"x\"");
    assertThat(scim.patch(address, operation).at("/title")).isEqualTo("x");
    String bare = "{\"Operations\":[" + operation + "]}";
    assertRefused(scim.patchBody(address, bare), 400, "invalidValue", "schemas");
    assertThat(scim.patch(address).status()).isEqualTo(400);
  }

  @InBothDialects
  void n45AddingAppendsAndAddingAgainDoesNothing(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String address = "/Users/" + babs(scim);
    String add = change("add", "emails", "[{\"value\":\"new@example.com\",\"type\":\"other\"}]");
    Reply first = scim.patch(address, add);
    assertThat(first.json().at("/emails").size()).isEqualTo(3);
    assertThat(scim.patch(address, add).json()).isEqualTo(first.json());
  }

  @InBothDialects
  void n46ANewPrimaryValueDemotesTheOther(String dialect) {
    ScimClient scim = dialects.client(dialect);
    Reply patched =
        scim.patch(
            "/Users/" + babs(scim),
            change("replace", "emails[type eq \\\"home\\\"].primary", "true"));
    assertThat(patched.json().at("/emails/0/primary").asBoolean(false)).isFalse();
    assertThat(patched.json().at("/emails/1/primary").asBoolean(false)).isTrue();
  }

  @InBothDialects
  void n47AValuePathTouchesOnlyWhatItMeets(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String address = "/Users/" + babs(scim);
    Reply patched =
        scim.patch(
            address, change("replace", "emails[type eq \\\"work\\\"].value", "\"w@example.com\""));
    assertThat(patched.at("/emails/0/value")).isEqualTo("w@example.com");
    assertThat(patched.at("/emails/1/value")).isEqualTo("babs@jensen.org");
    String nothing = change("replace", "emails[type eq \\\"other\\\"].value", "\"x\"");
    assertRefused(scim.patch(address, nothing), 400, "noTarget");
  }

  @InBothDialects
  void n48RemovalsNameWhatTheyRemove(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String address = "/Users/" + babs(scim);
    Reply one = scim.patch(address, change("remove", "emails[type eq \\\"home\\\"]", ""));
    assertThat(one.json().at("/emails").size()).isEqualTo(1);
    Reply part = scim.patch(address, change("remove", "name.givenName", ""));
    assertThat(part.json().at("/name").propertyNames()).containsExactly("familyName");
    assertThat(scim.patch(address, change("remove", "emails", "")).json().has("emails")).isFalse();
    assertRefused(scim.patch(address, "{\"op\":\"remove\"}"), 400, "noTarget");
  }

  @InBothDialects
  void n49WhatIsRequiredOrReadOnlyIsLeftAlone(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String address = "/Users/" + babs(scim);
    assertRefused(scim.patch(address, change("remove", "userName", "")), 400, "mutability");
    assertRefused(scim.patch(address, change("replace", "id", "\"x\"")), 400, "mutability");
  }

  @InBothDialects
  void n50AnUnknownPathIsNamed(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String address = "/Users/" + babs(scim);
    Reply patched = scim.patch(address, change("add", "colour", "\"red\""));
    assertRefused(patched, 400, "invalidPath");
    // As a part of a value it is only more than is asked for, and dropped.
    String more = "{\"op\":\"replace\",\"value\":{\"title\":\"Dr\",\"colour\":\"red\"}}";
    Reply titled = scim.patch(address, more);
    assertThat(titled.at("/title")).isEqualTo("Dr");
    assertThat(titled.text()).doesNotContain("colour");
  }

  @InBothDialects
  void n51APatchIsDoneWholeOrNotAtAll(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String address = "/Users/" + babs(scim);
    String before = scim.get(address).text();
    assertRefused(
        scim.patch(address, change("replace", "title", "\"x\""), change("replace", "id", "\"x\"")),
        400,
        "mutability");
    assertThat(scim.get(address).text()).isEqualTo(before);
  }

  @InBothDialects
  void n52ExtensionsArePatchedByPathAndByObject(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String address = "/Users/" + babs(scim);
    scim.patch(address, change("add", ScimClient.ENTERPRISE + ":department", "\"Tours\""));
    Reply patched =
        scim.patch(
            address,
            """
            {"op":"add","value":{"schemas":["%s","%s"],"%s":{"costCenter":"4130"}}}\
            """
                .formatted(ScimClient.USER, ScimClient.ENTERPRISE, ScimClient.ENTERPRISE));
    assertThat(patched.json().path(ScimClient.ENTERPRISE))
        .isEqualTo(ScimClient.json("{\"department\":\"Tours\",\"costCenter\":\"4130\"}"));
  }
}
