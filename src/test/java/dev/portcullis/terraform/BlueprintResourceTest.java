package dev.portcullis.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code port_blueprint}. */
@OnBothDatabases
class BlueprintResourceTest {

  private static final String TITLE = "TF Provider Test";

  private final HttpCaller http;
  private final CatalogClient terraform;

  BlueprintResourceTest(TestDatabase database) {
    http = PortcullisServer.on(database).tenant().admin();
    terraform = new CatalogClient(http);
  }

  /** Applies, reads again, and finds no difference. */
  private JsonNode applied(String body) {
    JsonNode sent = CatalogClient.json(body);
    terraform.createBlueprint(body, true);
    JsonNode read = terraform.blueprint(sent.get("identifier").asString());
    sent.propertyStream()
        .filter(field -> !field.getKey().equals("relations") && !field.getKey().equals("schema"))
        .forEach(field ->
            assertThat(read.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
    assertThat(read.at("/schema/properties")).isEqualTo(sent.at("/schema/properties"));
    for (String absent :
        new String[] {"description", "changelogDestination", "ownership", "teamInheritance"}) {
      assertThat(read.has(absent)).as(absent).isEqualTo(sent.has(absent));
    }
    return read;
  }

  private static String plain(String identifier, String more) {
    return CatalogClient.blueprint(identifier, TITLE, "", "", more);
  }

  private static String property(String name, String definition, boolean required) {
    return CatalogClient.blueprint(
        "microservice",
        TITLE,
        "\"%s\":%s".formatted(name, definition),
        required ? "\"" + name + "\"" : "",
        "");
  }

  @Test
  void anEmptyDescriptionIsNoMissingOne() {
    assertThat(applied(plain("a", ",\"description\":\"\"")).get("description").asString())
        .isEmpty();
    applied(plain("b", ""));
  }

  @Test
  void aTextProperty() {
    JsonNode read =
        applied(
            property(
                "myStringIdentifier",
                """
                {"type":"string","description":"This is a string property","title":"text",
                 "icon":"Terraform","minLength":1,"maxLength":10,"default":"default",
                 "enum":["default","default2"],"pattern":"^[a-zA-Z0-9]*$","format":"user",
                 "enumColors":{"default":"red","default2":"green"}}
                """,
                true));
    assertThat(read.at("/schema/required/0").asString()).isEqualTo("myStringIdentifier");
  }

  @Test
  void aNumberProperty() {
    applied(
        property(
            "myNumberIdentifier",
            """
            {"type":"number","title":"number","icon":"Terraform","minimum":1,"maximum":10,
             "default":3,"enum":[1,2,3],"enumColors":{"1":"red","2":"green","3":"blue"}}
            """,
            true));
  }

  @Test
  void aBooleanProperty() {
    applied(property("b", "{\"type\":\"boolean\",\"title\":\"boolean\",\"default\":true}", true));
  }

  @Test
  void arraysOfEachKind() {
    applied(
        CatalogClient.blueprint(
            "microservice",
            TITLE,
            """
            "s":{"type":"array","title":"array","icon":"Terraform","minItems":1,"maxItems":10,
                 "items":{"type":"string","pattern":"^[a-zA-Z0-9]*$"},
                 "default":["abc123","def456","ghi789"]},
            "n":{"type":"array","items":{"type":"number"},"default":[1,2,3]},
            "b":{"type":"array","items":{"type":"boolean"},"default":[false,true]},
            "o":{"type":"array","items":{"type":"object"},"default":[{"a":"b"},{"c":"d"}]}
            """,
            "\"s\"",
            ""));
  }

  @Test
  void anObjectProperty() {
    applied(property("o", "{\"type\":\"object\",\"default\":{\"key\":\"value\"}}", true));
  }

  @Test
  void bothDestinationsOfChanges() {
    applied(
        plain(
            "webhook",
            ",\"changelogDestination\":"
                + "{\"type\":\"WEBHOOK\",\"url\":\"https://acme.example\",\"agent\":true}"));
    applied(plain("kafka", ",\"changelogDestination\":{\"type\":\"KAFKA\"}"));
  }

  @Test
  void aSpecificationWithItsAuthentication() {
    applied(
        property(
            "text",
            """
            {"type":"string","title":"text","format":"url","spec":"embedded-url",
             "specAuthentication":{"clientId":"123","authorizationUrl":"https://acme.example",
                                   "tokenUrl":"https://acme.example"}}
            """,
            false));
  }

  @Test
  void relationsMirrorsAndCalculations() {
    applied(plain("one", ""));
    String body =
        CatalogClient.with(
            CatalogClient.with(
                plain("two", ""),
                "relations",
                """
                {"test-rel":{"title":"Test Relation","description":"Test","target":"one",
                             "many":false,"required":false}}
                """),
            "mirrorProperties",
            "{\"mirror\":{\"title\":\"Mirror\",\"path\":\"test-rel.$identifier\"}}");
    JsonNode read =
        applied(
            CatalogClient.with(
                body,
                "calculationProperties",
                """
                {"calculation":{"title":"C","calculation":"test-rel.$identifier","type":"string",
                                "icon":"Terraform","colors":{"test1":"red","test2":"blue"}}}
                """));
    assertThat(read.at("/relations/test-rel/title").asString()).isEqualTo("Test Relation");
    assertThat(read.at("/relations/test-rel/many").asBoolean(true)).isFalse();
  }

  @Test
  void anUpdateReadsFirstAndKeepsWhatOthersManage() {
    terraform.createBlueprint(plain("env", ""));
    String vm =
        CatalogClient.with(
            plain("vm", ""),
            "relations",
            "{\"vm-to-env\":{\"title\":\"Related\",\"target\":\"env\"}}");
    terraform.createBlueprint(vm);
    // Another resource manages a relation and an aggregation of the same blueprint.
    terraform.patchRelation("vm", "other", "{\"target\":\"env\",\"many\":true}");
    String aggregated =
        CatalogClient.with(
            terraform.blueprint("vm").toString(),
            "aggregationProperties",
            "{\"n\":{\"target\":\"env\",\"calculationSpec\":{\"func\":\"count\"}}}");
    terraform.updateBlueprint("vm", aggregated);

    JsonNode existing = terraform.blueprint("vm");
    assertThat(existing.get("relations").propertyNames()).containsExactly("vm-to-env", "other");
    String updated =
        CatalogClient.with(
            CatalogClient.with(
                vm,
                "relations",
                "{\"environment\":{\"title\":\"Related\",\"target\":\"env\"},\"other\":%s}"
                    .formatted(existing.at("/relations/other"))),
            "aggregationProperties",
            existing.get("aggregationProperties").toString());
    JsonNode read = terraform.updateBlueprint("vm", updated);

    assertThat(read.get("relations").propertyNames()).containsExactly("environment", "other");
    assertThat(read.at("/aggregationProperties/n/calculationSpec/func").asString())
        .isEqualTo("count");
  }

  @Test
  void aChangedTypeIsTakenAwayFirst() {
    String number = property("p", "{\"type\":\"number\"}", false);
    terraform.createBlueprint(number);
    JsonNode entity =
        terraform.createEntity(
            "microservice", CatalogClient.entity("microservice", "", "E", "\"p\":7", ""));

    terraform.updateBlueprint("microservice", plain("microservice", ""));
    terraform.updateBlueprint("microservice", property("p", "{\"type\":\"string\"}", false));

    assertThat(
            terraform
                .entity("microservice", entity.get("identifier").asString())
                .get("properties")
                .toString())
        .isEqualTo("{}");
  }

  @Test
  void anotherIdentifierIsAnUpdateToo() {
    terraform.createBlueprint(plain("before", ",\"description\":\"\""));

    assertThat(
            terraform
                .updateBlueprint("before", plain("after", ",\"description\":\"\""))
                .get("identifier")
                .asString())
        .isEqualTo("after");
    assertThat(terraform.readBlueprint("before").status()).isEqualTo(404);
    assertThat(terraform.deleteBlueprint("after").json().get("ok").asBoolean()).isTrue();
  }

  @Test
  void ownershipDirectAndInherited() {
    applied(plain("parent", ",\"ownership\":{\"type\":\"Direct\",\"title\":\"Owning teams\"}"));
    String child =
        CatalogClient.with(
            plain("child", ""),
            "relations",
            "{\"parent\":{\"target\":\"parent\",\"required\":false,\"many\":false}}");
    terraform.createBlueprint(
        CatalogClient.with(child, "ownership", "{\"type\":\"Inherited\",\"path\":\"parent\"}"));
    JsonNode read = terraform.blueprint("child");
    assertThat(read.at("/ownership/type").asString()).isEqualTo("Inherited");
    assertThat(read.at("/ownership/path").asString()).isEqualTo("parent");
    // Nobody gave it a title, and one that comes back would be a difference at every plan.
    assertThat(read.get("ownership").has("title")).isFalse();
    JsonNode old =
        terraform.updateBlueprint(
            "child", CatalogClient.with(child, "teamInheritance", "{\"path\":\"parent\"}"));
    assertThat(old.at("/teamInheritance/path").asString()).isEqualTo("parent");
    assertThat(old.has("ownership")).isFalse();
  }

  @Test
  void aBlueprintWithEntitiesIsDestroyedWithForceAlone() {
    terraform.createBlueprint(plain("microservice", ""));
    terraform.createEntity("microservice", CatalogClient.entity("microservice", "", "", "", ""));

    Reply refused = terraform.deleteBlueprint("microservice");
    assertThat(refused.json().get("ok").asBoolean(true)).isFalse();
    assertThat(refused.text()).contains("has_dependents");
    terraform.deleteBlueprintWithEntities("microservice");
    assertThat(terraform.readBlueprint("microservice").status()).isEqualTo(404);
  }

  @Test
  void theCatalogPageIsMadeIfWanted() {
    terraform.createBlueprint(plain("test-withs", ""), true);
    terraform.createBlueprint(plain("test-withouts", ""), false);

    // A name that ends in `s` is a plural already.
    assertThat(http.get("/v1/pages/test-withs").status()).isEqualTo(200);
    assertThat(http.get("/v1/pages/test-withouts").status()).isEqualTo(404);
    assertThat(http.get("/v1/pages").json().get("pages").valueStream())
        .extracting(page -> page.get("identifier").asString())
        .contains("test-withsEntity", "test-withoutsEntity")
        .doesNotContain("test-withses", "test-withoutses");
  }

  @Test
  void aDirectOwnershipHasTheTitleThatItWasGiven() {
    applied(plain("untitled", ",\"ownership\":{\"type\":\"Direct\"}"));
    applied(plain("titled", ",\"ownership\":{\"type\":\"Direct\",\"title\":\"Owners\"}"));
  }
}
