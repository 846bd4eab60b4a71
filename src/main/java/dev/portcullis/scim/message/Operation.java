package dev.portcullis.scim.message;

import com.unboundid.scim2.common.messages.PatchOpType;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One operation of a patch, as sent (RFC 7644 §3.5.2).
 *
 * @param number which of the operations it is, counted from 1
 * @param path as sent, empty for a path-less operation
 * @param value a missing node if there is none
 */
public record Operation(int number, PatchOpType type, Optional<String> path, JsonNode value) {

  /** Whether the value says that there is none: absent, null or an empty list. */
  public boolean isWithoutValue() {
    return value.isMissingNode() || value.isNull() || (value.isArray() && value.isEmpty());
  }

  /** The removal of one attribute. */
  public Operation asRemoval(String attributePath) {
    return new Operation(
        number, PatchOpType.REMOVE, Optional.of(attributePath), MissingNode.getInstance());
  }

  /** The same operation with another value. */
  public Operation withValue(JsonNode other) {
    return new Operation(number, type, path, other);
  }

  /** The same operation on one attribute of its value. */
  public Operation on(String attributePath, JsonNode attributeValue) {
    return new Operation(number, type, Optional.of(attributePath), attributeValue);
  }
}
