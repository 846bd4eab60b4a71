package dev.portcullis.access;

import dev.portcullis.permission.Attributes;
import dev.portcullis.permission.PropertyValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values, given as trees of JDK values, as the engine knows them. */
final class PropertyValues {

  private PropertyValues() {}

  static PropertyValue of(@Nullable Object value) {
    return switch (value) {
      case String text -> PropertyValue.of(text);
      case Boolean truth -> PropertyValue.of(truth.booleanValue());
      case Number number -> number(number);
      case List<?> list -> new PropertyValue.Many(list.stream().map(PropertyValues::of).toList());
      case Map<?, ?> map -> new PropertyValue.Fields(fields(map));
      case null, default -> PropertyValue.Null.NULL;
    };
  }

  private static PropertyValue number(Number number) {
    boolean finite = Double.isFinite(number.doubleValue()) || number instanceof BigDecimal;
    return finite ? PropertyValue.of(new BigDecimal(number.toString())) : PropertyValue.Null.NULL;
  }

  private static Map<String, PropertyValue> fields(Map<?, ?> map) {
    Map<String, PropertyValue> fields = new HashMap<>();
    map.forEach((name, value) -> fields.put(String.valueOf(name), of(value)));
    return fields;
  }

  static Attributes attributes(Map<String, ? extends @Nullable Object> values) {
    return values.isEmpty() ? Attributes.NONE : new Attributes(fields(values));
  }
}
