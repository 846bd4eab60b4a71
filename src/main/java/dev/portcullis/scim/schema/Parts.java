package dev.portcullis.scim.schema;

import com.unboundid.scim2.common.types.AttributeDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of complex values and of their definitions; what is not complex has none. */
final class Parts {

  private Parts() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> of(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** Those of each value, where there are several. */
  static Stream<Map<String, Object>> ofEach(@Nullable Object value) {
    return switch (value) {
      case List<?> elements -> elements.stream().map(Parts::of);
      case Map<?, ?> _ -> Stream.of(of(value));
      case null, default -> Stream.empty();
    };
  }

  static Collection<AttributeDefinition> of(AttributeDefinition attribute) {
    return Optional.ofNullable(attribute.getSubAttributes()).orElseGet(List::of);
  }
}
