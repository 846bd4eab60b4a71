package dev.portcullis.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as trees of JDK values: what the domain is told of free JSON. */
final class JsonTrees {

  private JsonTrees() {}

  static @Nullable Object of(JsonNode node) {
    return JsonMapper.shared().treeToValue(node, Object.class);
  }

  /** The members of an object that are not null, in their order. */
  static Map<String, Object> present(JsonNode object) {
    Map<String, Object> present = new LinkedHashMap<>();
    object
        .propertyStream()
        .filter(member -> !member.getValue().isNull())
        .forEach(member -> {
          Object value = of(member.getValue());
          if (value != null) {
            present.put(member.getKey(), value);
          }
        });
    return present;
  }

  /** Whether it holds no number that a double cannot. */
  static boolean isFinite(@Nullable Object value) {
    return switch (value) {
      case Double number -> Double.isFinite(number);
      case Map<?, ?> map -> map.values().stream().allMatch(JsonTrees::isFinite);
      case Collection<?> list -> list.stream().allMatch(JsonTrees::isFinite);
      case null, default -> true;
    };
  }
}
