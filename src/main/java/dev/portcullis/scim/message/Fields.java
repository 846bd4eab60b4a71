package dev.portcullis.scim.message;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a message, found without regard to case, as some clients write them otherwise. */
public final class Fields {

  private Fields() {}

  /** The field of that name; a missing node if it is absent or null. */
  public static JsonNode of(ObjectNode message, String name) {
    return message.properties().stream()
        .filter(property -> property.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .filter(value -> !value.isNull())
        .findFirst()
        .orElse(MissingNode.getInstance());
  }
}
