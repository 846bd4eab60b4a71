package dev.portcullis.api.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What an example says of its schema, where nobody wrote one. */
final class InferredSchema {

  private InferredSchema() {}

  static Map<String, Object> of(JsonNode example) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (example.isObject()) {
      Map<String, Object> properties = new LinkedHashMap<>();
      example.properties().forEach(field -> properties.put(field.getKey(), of(field.getValue())));
      schema.put("type", "object");
      schema.put("properties", properties);
    } else if (example.isArray()) {
      schema.put("type", "array");
      schema.put("items", example.isEmpty() ? Map.of() : of(example.get(0)));
    } else if (!example.isNull()) {
      schema.put("type", scalar(example));
    }
    return schema;
  }

  private static String scalar(JsonNode example) {
    if (example.isString()) {
      return "string";
    }
    return example.isBoolean() ? "boolean" : example.isIntegralNumber() ? "integer" : "number";
  }
}
