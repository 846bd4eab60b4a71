package dev.portcullis.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code port_entity}. */
@OnBothDatabases
class EntityResourceTest {

  private static final String TEXT = "\"myString\":{\"type\":\"string\",\"title\":\"S\"}";

  private final CatalogClient terraform;

  EntityResourceTest(TestDatabase database) {
    terraform = new CatalogClient(PortcullisServer.on(database).tenant().admin());
  }

  private void blueprints(boolean many) {
    terraform.createBlueprint(CatalogClient.blueprint("two", "BP1", TEXT, "", ""));
    terraform.createBlueprint(
        CatalogClient.with(
            CatalogClient.blueprint("one", "BP0", TEXT, "", ""),
            "relations",
            "{\"tfRelation\":{\"title\":\"R\",\"target\":\"two\",\"many\":%s}}".formatted(many)));
  }

  private static String text(String blueprint, String identifier, String value, String relations) {
    return CatalogClient.entity(
        blueprint, identifier, "TF Entity", "\"myString\":\"" + value + "\"", relations);
  }

  @Test
  void everyKindOfValueComesBack() {
    terraform.createBlueprint(
        CatalogClient.blueprint(
            "one",
            "BP0",
            """
            "s":{"type":"string"},"n":{"type":"number"},"b":{"type":"boolean"},
            "o":{"type":"object"},"as":{"type":"array","items":{"type":"string"}},
            "an":{"type":"array","items":{"type":"number"}},
            "ab":{"type":"array","items":{"type":"boolean"}},
            "ao":{"type":"array","items":{"type":"object"}},"any":{"type":"array"}
            """,
            "",
            ""));
    String properties =
        """
        "s":"My String Value","n":123.456,"b":true,"o":{"foo":"bar"},"as":["a","b"],
        "an":[123,456],"ab":[true,false],"ao":[{"foo":"bar"},{"foo":"bar2"}],"any":["a","b"]
        """;

    JsonNode made =
        terraform.createEntity("one", CatalogClient.entity("one", "", "E", properties, ""));

    JsonNode read = terraform.entity("one", made.get("identifier").asString());
    assertThat(read.get("properties")).isEqualTo(CatalogClient.json("{" + properties + "}"));
    assertThat(read).isEqualTo(made);
    assertThat(read.get("blueprint").asString()).isEqualTo("one");
    // Applied once more, nothing is otherwise.
    assertThat(terraform.createEntity("one", made.toString())).isEqualTo(made);
  }

  @Test
  void whatIsNullIsLeftOut() {
    blueprints(false);

    JsonNode made =
        terraform.createEntity(
            "one", CatalogClient.entity("one", "", "E", "", "\"tfRelation\":null"));

    assertThat(made.get("properties").has("myString")).isFalse();
    assertThat(made.get("relations").has("tfRelation")).isFalse();
  }

  @Test
  void anEntityWithoutTitleHasAnEmptyOne() {
    blueprints(false);

    JsonNode made = terraform.createEntity("one", CatalogClient.entity("one", "e", "", "", ""));

    assertThat(made.get("title").asString("none")).isEmpty();
    terraform.deleteEntity("one", "e");
    assertThat(terraform.readEntity("one", "e").status()).isEqualTo(404);
  }

  @Test
  void aSingleRelation() {
    blueprints(false);
    terraform.createEntity("two", text("two", "tf-entity-2", "v", ""));

    JsonNode made =
        terraform.createEntity("one", text("one", "", "v", "\"tfRelation\":\"tf-entity-2\""));

    assertThat(made.at("/relations/tfRelation").asString()).isEqualTo("tf-entity-2");
  }

  @Test
  void aRelationToMany() {
    blueprints(true);
    terraform.createEntity("two", text("two", "tf-entity-2", "v", ""));
    terraform.createEntity("two", text("two", "tf-entity-3", "v", ""));

    JsonNode made =
        terraform.createEntity(
            "one", text("one", "", "v", "\"tfRelation\":[\"tf-entity-2\",\"tf-entity-3\"]"));

    assertThat(made.at("/relations/tfRelation").toString())
        .isEqualTo("[\"tf-entity-2\",\"tf-entity-3\"]");
  }

  @Test
  void whatARelationLeadsToIsMadeIfWanted() {
    blueprints(false);

    JsonNode made =
        terraform.createEntityAndWhatIsMissing(
            "one", text("one", "", "v", "\"tfRelation\":\"new-identifier\""));

    assertThat(made.at("/relations/tfRelation").asString()).isEqualTo("new-identifier");
    assertThat(terraform.entity("two", "new-identifier").get("properties").toString())
        .isEqualTo("{}");
    terraform.deleteBlueprintWithEntities("one");
    terraform.deleteBlueprintWithEntities("two");
  }

  @Test
  void aValueIsUpdated() {
    blueprints(false);
    JsonNode made = terraform.createEntity("one", text("one", "e", "before", ""));

    JsonNode updated = terraform.updateEntity("one", "e", text("one", "e", "after", ""));

    assertThat(updated.at("/properties/myString").asString()).isEqualTo("after");
    assertThat(updated.get("createdAt")).isEqualTo(made.get("createdAt"));
  }

  @Test
  void anotherIdentifierIsAnUpdateToo() {
    blueprints(false);
    terraform.createEntity("one", text("one", "before", "v", ""));

    JsonNode updated = terraform.updateEntity("one", "before", text("one", "after/2", "w", ""));

    assertThat(updated.get("identifier").asString()).isEqualTo("after/2");
    assertThat(terraform.readEntity("one", "before").status()).isEqualTo(404);
    assertThat(terraform.entity("one", "after/2").at("/properties/myString").asString())
        .isEqualTo("w");
  }

  @Test
  void anotherBlueprintIsAnotherEntity() {
    blueprints(false);
    terraform.createEntity("one", text("one", "e", "v", ""));

    terraform.createEntity("two", text("two", "e", "w", ""));
    terraform.deleteEntity("one", "e");

    assertThat(terraform.entity("two", "e").get("blueprint").asString()).isEqualTo("two");
  }
}
