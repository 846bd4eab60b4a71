package dev.portcullis.api.openapi;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An OpenAPI document, and whether what a server says is as it says. */
final class WrittenDocument {

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final JsonNode tree;

  /** With nothing but the schemas, and those closed. */
  private final ObjectNode components;

  WrittenDocument(JsonNode tree) {
    this.tree = tree;
    this.components = JsonMapper.shared().createObjectNode();
    components.set("schemas", tree.path("components").path("schemas").deepCopy());
    close(components);
  }

  record Operation(String route, JsonNode tree) {

    boolean answers(int status) {
      return tree.path("responses").has(String.valueOf(status));
    }

    /** The media type and what is said of it. */
    JsonNode content(int status) {
      return tree.path("responses").path(String.valueOf(status)).path("content");
    }

    JsonNode body() {
      return tree.path("requestBody").path("content").path("application/json");
    }
  }

  Stream<Operation> operations() {
    return tree.path("paths").properties().stream()
        .flatMap(path ->
            path.getValue().properties().stream().map(operation -> operation(path, operation)));
  }

  private static Operation operation(
      Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> operation) {
    return new Operation(
        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue());
  }

  Operation operation(String route) {
    return operations().filter(one -> one.route().equals(route)).findFirst().orElseThrow();
  }

  /**
   * What does not fit. Schemas leave room for what comes later; here a field that nobody described
   * is a fault.
   */
  List<String> problems(JsonNode schema, JsonNode... values) {
    ObjectNode whole = (ObjectNode) schema.deepCopy();
    close(whole);
    whole.set("components", components);
    Schema closed = SCHEMAS.getSchema(whole);
    return Stream.of(values)
        .flatMap(value -> closed.validate(value).stream())
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(WrittenDocument::close);
  }
}
