package dev.portcullis.scim.dialect;

import com.unboundid.scim2.common.types.AttributeDefinition;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A value in the body of a request.
 *
 * @param path the attribute's whole name, for messages
 * @param attribute empty if no schema defines it
 * @param value a missing node once it is left out
 */
public record SentValue(
    String path, Optional<AttributeDefinition> attribute, JsonNode value, Place place) {

  /** Where a value stands. */
  public enum Place {
    /** Under its name, within an object. */
    PROPERTY,
    /** In a list, or as the only value. */
    ELEMENT,
    /** As the value of a patch operation with a path. */
    OPERATION
  }

  SentValue as(JsonNode other) {
    return new SentValue(path, attribute, other, place);
  }

  SentValue leftOut() {
    return as(MissingNode.getInstance());
  }

  /** Whether it is nothing any more. */
  public boolean isLeftOut() {
    return value.isMissingNode();
  }

  boolean isOf(AttributeDefinition.Type type) {
    return attribute.filter(known -> known.getType() == type).isPresent();
  }
}
