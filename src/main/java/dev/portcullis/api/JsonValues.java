package dev.portcullis.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps of free JSON values in request bodies. */
final class JsonValues {

  private JsonValues() {}

  /**
   * The values that are not null, in their order; null stands for no value.
   *
   * @param field where the map stands in the body, for the words of a refusal
   */
  static Map<String, Object> present(
      String field, @Nullable Map<String, ? extends @Nullable Object> values) {
    Map<String, Object> present = new LinkedHashMap<>();
    if (values != null) {
      values.forEach((name, value) -> {
        if (value != null) {
          present.put(name, finite(field + "." + name, value));
        }
      });
    }
    return present;
  }

  /** A number that no double holds would come back as something that is not JSON. */
  private static Object finite(String field, Object value) {
    if (!isFinite(value)) {
      throw RequestFault.invalid(field, "`" + field + "` holds a number that is too large");
    }
    return value;
  }

  private static boolean isFinite(@Nullable Object value) {
    return switch (value) {
      case Double number -> Double.isFinite(number);
      case Map<?, ?> map -> map.values().stream().allMatch(JsonValues::isFinite);
      case Collection<?> list -> list.stream().allMatch(JsonValues::isFinite);
      case null, default -> true;
    };
  }
}
