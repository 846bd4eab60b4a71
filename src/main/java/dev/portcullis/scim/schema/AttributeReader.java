package dev.portcullis.scim.schema;

import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AttributeDefinition.Mutability;
import dev.portcullis.scim.dialect.Reading;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a resource in JSON into JDK values under the schema's own spelling of their names.
 *
 * <p>What a client may not write is left out: read-only attributes, and write-only ones, that is
 * passwords, which are accepted and never kept. Null and an empty list are the same as nothing (RFC
 * 7643 §2.5).
 */
public final class AttributeReader {

  /** The most values of a multi-valued attribute. */
  public static final int MAX_VALUES = ValueReader.MAX_VALUES;

  private static final String SCHEMAS = "schemas";

  private final Reading reading;
  private final RequestNotes notes;
  private final ValueReader values;

  public AttributeReader(Reading reading, RequestNotes notes) {
    this.reading = reading;
    this.notes = notes;
    this.values = new ValueReader(reading, notes);
  }

  /**
   * The attributes of a resource; an extension's stand in a map under its URN.
   *
   * @throws ScimFault if one has a value of the wrong type, or is unknown and the dialect refuses
   *     that
   */
  public Map<String, Object> read(ObjectNode resource, ResourceSchema schema) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : resource.properties()) {
      String name = property.getKey();
      Optional<ResourceSchema> extension = schema.extension(name);
      if (extension.isPresent()) {
        put(attributes, extension.get().urn(), extended(extension.get(), property.getValue()));
      } else if (!name.equalsIgnoreCase(SCHEMAS)) {
        schema
            .attribute(name)
            .ifPresentOrElse(
                known -> read(attributes, known, property.getValue()),
                () -> reading.leaveOut(name, notes));
      }
    }
    return attributes;
  }

  private void read(Map<String, Object> attributes, AttributeDefinition attribute, JsonNode value) {
    if (isKept(attribute)) {
      String name = attribute.getName();
      put(attributes, name, values.read(attribute, name, value));
    }
  }

  private Optional<Object> extended(ResourceSchema extension, JsonNode value) {
    if (value.isNull()) {
      return Optional.empty();
    }
    if (!(value instanceof ObjectNode object)) {
      throw ScimFault.invalidValue("`" + extension.urn() + "` must be an object");
    }
    Map<String, Object> read = read(object, extension);
    return read.isEmpty() ? Optional.empty() : Optional.of(read);
  }

  /** The value of one attribute or sub-attribute, empty for null or an empty list. */
  public Optional<Object> value(AttributeDefinition attribute, String name, JsonNode value) {
    return values.read(attribute, name, value);
  }

  /** One element of a multi-valued attribute. */
  public Optional<Object> element(AttributeDefinition attribute, String name, JsonNode value) {
    return values.single(attribute, name, value);
  }

  static boolean isKept(AttributeDefinition attribute) {
    return attribute.getMutability() != Mutability.READ_ONLY
        && attribute.getMutability() != Mutability.WRITE_ONLY;
  }

  static void put(Map<String, Object> attributes, String name, Optional<Object> value) {
    value.ifPresent(present -> attributes.put(name, present));
  }
}
