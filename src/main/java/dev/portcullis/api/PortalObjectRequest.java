package dev.portcullis.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An action or a page as Port's clients send it. What only the server knows is ignored, as Port
 * does with documents that are sent back; null stands for no value.
 */
final class PortalObjectRequest {

  private static final Set<String> READ_ONLY =
      Set.of("id", "createdAt", "createdBy", "updatedAt", "updatedBy");

  private PortalObjectRequest() {}

  static Map<String, Object> whole(JsonNode body) {
    object(body);
    Map<String, Object> document = JsonTrees.present(body);
    document.keySet().removeAll(READ_ONLY);
    document.forEach(PortalObjectRequest::finite);
    return document;
  }

  /** The identifier that a whole document bears. */
  static String identifier(Map<String, Object> document) {
    return RequestFault.required(
        "identifier", document.get("identifier") instanceof String identifier ? identifier : null);
  }

  /** What a change leaves of a document: null takes away, a value takes the old one's place. */
  static Map<String, Object> over(Map<String, Object> document, JsonNode change) {
    object(change);
    Map<String, Object> changed = new LinkedHashMap<>(document);
    change
        .propertyStream()
        .filter(field -> !READ_ONLY.contains(field.getKey()))
        .forEach(field -> {
          @Nullable Object value = JsonTrees.of(field.getValue());
          if (value == null) {
            changed.remove(field.getKey());
          } else {
            finite(field.getKey(), value);
            changed.put(field.getKey(), value);
          }
        });
    return changed;
  }

  private static void object(JsonNode body) {
    if (!body.isObject()) {
      throw RequestFault.invalid("the body must be an object");
    }
  }

  private static void finite(String field, Object value) {
    if (!JsonTrees.isFinite(value)) {
      throw RequestFault.invalid(field, "`" + field + "` holds a number that is too large");
    }
  }
}
