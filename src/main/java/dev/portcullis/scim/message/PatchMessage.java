package dev.portcullis.scim.message;

import com.unboundid.scim2.common.messages.PatchOpType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operations of a patch in their order; names within the message are read without regard to
 * case, as some clients write them otherwise than RFC 7644 does.
 */
public record PatchMessage(List<Operation> operations) {

  /** What the {@code schemas} of a patch must name. */
  public static final String URN = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

  /** The most operations in one request. */
  public static final int MAX_OPERATIONS = 10_000;

  public PatchMessage {
    operations = List.copyOf(operations);
  }

  /** Reads the operations, of which there must be at least one. */
  public static PatchMessage read(ObjectNode body) {
    MessageSchemas.require(body, URN);
    JsonNode sent = field(body, "operations");
    if (!sent.isArray() || sent.isEmpty()) {
      throw ScimFault.invalidSyntax("`Operations` must be a list of at least one operation");
    }
    if (sent.size() > MAX_OPERATIONS) {
      throw ScimFault.of(
          413, "`Operations` has more than " + MAX_OPERATIONS + " elements: send several requests");
    }
    List<Operation> operations = new ArrayList<>(sent.size());
    sent.forEach(element -> operations.add(operation(operations.size() + 1, element)));
    return new PatchMessage(operations);
  }

  private static Operation operation(int number, JsonNode sent) {
    if (!(sent instanceof ObjectNode object)) {
      throw ScimFault.invalidSyntax("operation " + number + " must be an object");
    }
    JsonNode path = field(object, "path");
    if (!path.isMissingNode() && !path.isNull() && !path.isString()) {
      throw ScimFault.invalidPath("operation " + number + ": `path` must be a text");
    }
    Optional<String> text = path.stringValueOpt().map(String::strip).filter(p -> !p.isEmpty());
    PatchOpType type = type(number, field(object, "op"));
    JsonNode value = field(object, "value");
    if (value.isMissingNode() && type != PatchOpType.REMOVE) {
      throw ScimFault.invalidValue(
          "operation " + number + ": `value` is missing; null clears an attribute");
    }
    return new Operation(number, type, text, value);
  }

  private static PatchOpType type(int number, JsonNode op) {
    return switch (op.asString("").toLowerCase(Locale.ROOT)) {
      case "add" -> PatchOpType.ADD;
      case "replace" -> PatchOpType.REPLACE;
      case "remove" -> PatchOpType.REMOVE;
      default ->
          throw ScimFault.invalidSyntax(
              "operation " + number + ": `op` must be `add`, `replace` or `remove`");
    };
  }

  private static JsonNode field(ObjectNode object, String name) {
    JsonNode found = MissingNode.getInstance();
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      if (property.getKey().equalsIgnoreCase(name)) {
        found = property.getValue();
      }
    }
    return found;
  }
}
