package dev.portcullis.api;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a change leaves of a blueprint, as Port merges it: a field that is named takes the old one's
 * place, but properties and relations are merged one by one; null takes away.
 */
final class BlueprintPatch {

  /** What is merged by its members. */
  private static final List<String> MERGED =
      List.of("relations", "mirrorProperties", "calculationProperties", "aggregationProperties");

  private BlueprintPatch() {}

  /** The whole that the change makes of the blueprint, to be read as if it had been sent. */
  static JsonNode over(BlueprintRepresentation blueprint, JsonNode change) {
    if (!(change instanceof ObjectNode fields)) {
      throw RequestFault.invalid("the body must be an object");
    }
    ObjectNode whole = JsonMapper.shared().valueToTree(blueprint);
    if (fields.has("ownership") || fields.has("teamInheritance")) {
      whole.remove(List.of("ownership", "teamInheritance"));
    }
    fields.propertyStream().forEach(field -> put(whole, field.getKey(), field.getValue()));
    return whole;
  }

  private static void put(ObjectNode whole, String name, JsonNode value) {
    if (name.equals("schema") && value instanceof ObjectNode schema) {
      ObjectNode before = whole.withObject("/schema");
      schema
          .propertyStream()
          .forEach(part -> {
            if (part.getKey().equals("properties")) {
              merge(before, "properties", part.getValue());
            } else {
              before.set(part.getKey(), part.getValue());
            }
          });
    } else if (MERGED.contains(name)) {
      merge(whole, name, value);
    } else {
      whole.set(name, value);
    }
  }

  private static void merge(ObjectNode whole, String name, JsonNode value) {
    if (value instanceof ObjectNode members && whole.get(name) instanceof ObjectNode before) {
      members
          .propertyStream()
          .forEach(member -> {
            if (member.getValue().isNull()) {
              before.remove(member.getKey());
            } else {
              before.set(member.getKey(), member.getValue());
            }
          });
    } else {
      whole.set(name, value);
    }
  }
}
