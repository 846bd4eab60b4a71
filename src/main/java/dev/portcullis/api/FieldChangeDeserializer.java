package dev.portcullis.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Reads a {@link FieldChange} of whatever its type argument says. */
final class FieldChangeDeserializer extends ValueDeserializer<FieldChange<?>> {

  private final @Nullable JavaType valueType;

  /** For Jackson, which asks for the contextual one before it reads. */
  FieldChangeDeserializer() {
    this(null);
  }

  private FieldChangeDeserializer(@Nullable JavaType valueType) {
    this.valueType = valueType;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return new FieldChangeDeserializer(context.getContextualType().containedTypeOrUnknown(0));
  }

  @Override
  public FieldChange<?> deserialize(JsonParser parser, DeserializationContext context) {
    @Nullable Object value = context.readValue(parser, valueType);
    if (value == null) {
      // Jackson takes an empty text for no value; only null itself says that.
      return context.reportInputMismatch(valueType, "an empty text is no value of this kind");
    }
    return new FieldChange.Set<>(value);
  }

  @Override
  public Object getNullValue(DeserializationContext context) {
    return new FieldChange.Clear<>();
  }

  @Override
  public Object getAbsentValue(DeserializationContext context) {
    return new FieldChange.Keep<>();
  }
}
