package dev.portcullis.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of the provider's client that speaks of blueprints and entities. Empty lists, empty
 * texts and nulls are left out or sent where its structures do so.
 */
final class CatalogClient {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpCaller http;

  CatalogClient(HttpCaller http) {
    this.http = http;
  }

  private static String escaped(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * A blueprint's body.
   *
   * @param properties the members of its properties
   * @param required the list of required ones, left out if it is empty
   * @param more further members, each with a leading comma
   */
  static String blueprint(
      String identifier, String title, String properties, String required, String more) {
    return """
    {"identifier":"%s","title":"%s","icon":"Terraform","schema":{"properties":{%s}%s},
     "mirrorProperties":{},"calculationProperties":{},"relations":{}%s}
    """
        .formatted(
            identifier,
            title,
            properties,
            required.isEmpty() ? "" : ",\"required\":[" + required + "]",
            more);
  }

  /** The same with members of it in the place of the empty ones. */
  static String with(String body, String field, String value) {
    ObjectNode node = (ObjectNode) JSON.readTree(body);
    node.set(field, JSON.readTree(value));
    return node.toString();
  }

  JsonNode createBlueprint(String body) {
    return blueprint(http.post("/v1/blueprints", body));
  }

  JsonNode createBlueprint(String body, boolean withCatalogPage) {
    return blueprint(http.post("/v1/blueprints?create_catalog_page=" + withCatalogPage, body));
  }

  JsonNode updateBlueprint(String identifier, String body) {
    return blueprint(http.put("/v1/blueprints/" + escaped(identifier), body));
  }

  JsonNode patchRelation(String blueprint, String relation, String body) {
    return blueprint(
        http.patch(
            "/v1/blueprints/" + escaped(blueprint),
            "{\"relations\":{\"%s\":%s}}".formatted(relation, body)));
  }

  Reply readBlueprint(String identifier) {
    return http.with("Accept", "application/json")
        .get("/v1/blueprints/" + escaped(identifier) + "?exclude_calculated_properties=true");
  }

  JsonNode blueprint(String identifier) {
    return blueprint(readBlueprint(identifier));
  }

  JsonNode structure(String identifier) {
    return blueprint(http.get("/v1/blueprints/system/" + identifier + "/structure"));
  }

  Reply deleteBlueprint(String identifier) {
    return http.delete("/v1/blueprints/" + escaped(identifier));
  }

  /** Deletes the entities, too, and waits for the migration as the provider does. */
  void deleteBlueprintWithEntities(String identifier) {
    Reply started =
        http.delete(
            "/v1/blueprints/" + escaped(identifier) + "/all-entities?delete_blueprint=true");
    assertThat(started.json().at("/ok").asBoolean()).as(started.text()).isTrue();
    Reply migration = http.get("/v1/migrations/" + started.json().get("migrationId").asString());
    assertThat(migration.json().at("/ok").asBoolean()).as(migration.text()).isTrue();
    assertThat(migration.json().at("/migration/status").asString()).isEqualTo("COMPLETED");
  }

  /** What the client decodes; it dereferences these without looking. */
  private static JsonNode blueprint(Reply reply) {
    JsonNode blueprint = decoded(reply).get("blueprint");
    assertThat(blueprint.at("/schema/properties").isObject()).isTrue();
    for (String map : new String[] {"relations", "mirrorProperties", "calculationProperties"}) {
      assertThat(blueprint.get(map).isObject()).as(map).isTrue();
    }
    blueprint
        .get("relations")
        .forEach(relation -> assertThat(relation.get("target").isString()).isTrue());
    return provenance(blueprint);
  }

  private static JsonNode decoded(Reply reply) {
    assertThat(reply.header("Content-Type")).startsWith("application/json");
    JsonNode body = reply.json();
    assertThat(body.get("ok").asBoolean()).as(reply.text()).isTrue();
    return body;
  }

  private static JsonNode provenance(JsonNode thing) {
    assertThat(Instant.parse(thing.get("createdAt").asString())).isNotNull();
    assertThat(Instant.parse(thing.get("updatedAt").asString())).isNotNull();
    assertThat(thing.get("createdBy").isString()).isTrue();
    assertThat(thing.get("updatedBy").isString()).isTrue();
    return thing;
  }

  /**
   * An entity's body; title and blueprint are always there.
   *
   * @param identifier left out if it is empty
   * @param relations the members of its relations
   */
  static String entity(
      String blueprint, String identifier, String title, String properties, String relations) {
    return "{%s\"title\":\"%s\",\"blueprint\":\"%s\",\"properties\":{%s},\"relations\":{%s}}"
        .formatted(
            identifier.isEmpty() ? "" : "\"identifier\":\"" + identifier + "\",",
            title,
            blueprint,
            properties,
            relations);
  }

  JsonNode createEntity(String blueprint, String body) {
    return entity(
        http.post("/v1/blueprints/" + escaped(blueprint) + "/entities?run_id=&upsert=true", body));
  }

  JsonNode createEntityAndWhatIsMissing(String blueprint, String body) {
    return entity(
        http.post(
            "/v1/blueprints/"
                + escaped(blueprint)
                + "/entities?create_missing_related_entities=true&run_id=&upsert=true",
            body));
  }

  JsonNode updateEntity(String blueprint, String identifier, String body) {
    return entity(
        http.put(
            "/v1/blueprints/%s/entities/%s?run_id="
                .formatted(escaped(blueprint), escaped(identifier)),
            body));
  }

  Reply readEntity(String blueprint, String identifier) {
    return http.get(
        "/v1/blueprints/%s/entities/%s?exclude_calculated_properties=true"
            .formatted(escaped(blueprint), escaped(identifier)));
  }

  JsonNode entity(String blueprint, String identifier) {
    return entity(readEntity(blueprint, identifier));
  }

  void deleteEntity(String blueprint, String identifier) {
    Reply reply =
        http.delete(
            "/v1/blueprints/%s/entities/%s".formatted(escaped(blueprint), escaped(identifier)));
    assertThat(decoded(reply).get("ok").asBoolean()).isTrue();
  }

  private static JsonNode entity(Reply reply) {
    JsonNode entity = decoded(reply).get("entity");
    assertThat(entity.get("identifier").asString()).isNotEmpty();
    assertThat(entity.get("title").isString() || entity.get("title").isNull()).isTrue();
    assertThat(entity.get("team").isArray()).isTrue();
    assertThat(entity.get("properties").isObject()).isTrue();
    assertThat(entity.get("relations").isObject()).isTrue();
    return provenance(entity);
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }
}
