package dev.portcullis.scim.schema;

import com.unboundid.scim2.common.types.AttributeDefinition;
import dev.portcullis.scim.dialect.Reading;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns the value of one attribute into JDK values, as its definition says (RFC 7643 §2.3). */
record ValueReader(Reading reading, RequestNotes notes) {

  /** The most values of a multi-valued attribute. */
  static final int MAX_VALUES = 1_000;

  private static final String PRIMARY = "primary";

  /** A value, or all values of a multi-valued attribute. */
  Optional<Object> read(AttributeDefinition attribute, String name, JsonNode value) {
    return attribute.isMultiValued() ? all(attribute, name, value) : single(attribute, name, value);
  }

  private Optional<Object> all(AttributeDefinition attribute, String name, JsonNode value) {
    if (value.isNull()) {
      return Optional.empty();
    }
    if (!value.isArray() || value.size() > MAX_VALUES) {
      throw ScimFault.invalidValue(
          "`" + name + "` must be a list of at most " + MAX_VALUES + " values");
    }
    List<Object> elements = new ArrayList<>(value.size());
    value.forEach(element -> single(attribute, name, element).ifPresent(elements::add));
    List<Object> distinct = distinct(elements);
    requireOnePrimary(name, distinct);
    return distinct.isEmpty() ? Optional.empty() : Optional.of(distinct);
  }

  Optional<Object> single(AttributeDefinition attribute, String name, JsonNode value) {
    if (value.isNull()) {
      return Optional.empty();
    }
    return attribute.getType() == AttributeDefinition.Type.COMPLEX
        ? complex(attribute, name, value)
        : Optional.of(SimpleValue.read(attribute.getType(), name, value));
  }

  private Optional<Object> complex(AttributeDefinition attribute, String name, JsonNode value) {
    if (!(value instanceof ObjectNode object)) {
      throw ScimFault.invalidValue("`" + name + "` must be an object");
    }
    Map<String, Object> parts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      String path = name + "." + property.getKey();
      ResourceSchema.subAttribute(attribute, property.getKey())
          .ifPresentOrElse(
              part -> readPart(parts, part, name, property.getValue()),
              () -> reading.leaveOut(path, notes));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
  }

  private void readPart(
      Map<String, Object> parts, AttributeDefinition part, String parent, JsonNode value) {
    if (AttributeReader.isKept(part)) {
      Optional<Object> read = read(part, parent + "." + part.getName(), value);
      AttributeReader.put(parts, part.getName(), read);
    }
  }

  /** A pair of type and value should not come back twice (RFC 7643 §2.4). */
  private static List<Object> distinct(List<Object> elements) {
    Set<Object> seen = new HashSet<>();
    return elements.stream().filter(element -> seen.add(identity(element))).toList();
  }

  private static Object identity(Object element) {
    return element instanceof Map<?, ?> parts && parts.get("value") != null
        ? List.of(Optional.ofNullable(parts.get("type")), Optional.of(parts.get("value")))
        : element;
  }

  private static void requireOnePrimary(String name, List<Object> elements) {
    long primaries = elements.stream().filter(ValueReader::isPrimary).count();
    if (primaries > 1) {
      throw ScimFault.invalidValue(
          "`" + name + "` has " + primaries + " values with `primary` true: leave one");
    }
  }

  private static boolean isPrimary(Object element) {
    return element instanceof Map<?, ?> parts && Boolean.TRUE.equals(parts.get(PRIMARY));
  }
}
