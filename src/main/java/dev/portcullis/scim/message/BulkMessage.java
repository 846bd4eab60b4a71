package dev.portcullis.scim.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Operations that are sent together (RFC 7644 §3.7).
 *
 * @param failOnErrors after how many errors no further operation is begun; never if empty
 */
public record BulkMessage(Optional<Integer> failOnErrors, List<BulkOperation> operations) {

  /** The most operations in one request. */
  public static final int MAX_OPERATIONS = 1_000;

  /** The largest body, in bytes. */
  public static final int MAX_PAYLOAD = 1_048_576;

  /** What the {@code schemas} of a bulk request must name. */
  public static final String URN = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

  private static final int MAX_TEXT = 256;

  public BulkMessage {
    operations = List.copyOf(operations);
  }

  /**
   * Reads the operations, of which there must be at least one. What an operation's data says is not
   * looked at: it is refused, if need be, when the operation is done.
   *
   * @throws ScimFault if the operations cannot be told apart or are too many
   */
  public static BulkMessage read(ObjectNode body) {
    MessageSchemas.require(body, URN);
    JsonNode sent = Fields.of(body, "operations");
    if (!sent.isArray() || sent.isEmpty()) {
      throw ScimFault.invalidSyntax("`Operations` must be a list of at least one operation");
    }
    if (sent.size() > MAX_OPERATIONS) {
      throw ScimFault.of(
          413, "`Operations` has more than " + MAX_OPERATIONS + " elements: send several requests");
    }
    List<BulkOperation> operations = new ArrayList<>(sent.size());
    sent.forEach(element -> operations.add(operation(operations.size() + 1, element)));
    requireUnique(operations);
    return new BulkMessage(failOnErrors(Fields.of(body, "failOnErrors")), operations);
  }

  private static Optional<Integer> failOnErrors(JsonNode sent) {
    if (sent.isMissingNode()) {
      return Optional.empty();
    }
    if (!sent.isIntegralNumber() || sent.bigIntegerValue().signum() <= 0) {
      throw ScimFault.invalidValue("`failOnErrors` must be an integer of 1 or more");
    }
    return Optional.of(sent.canConvertToInt() ? sent.intValue() : Integer.MAX_VALUE);
  }

  private static BulkOperation operation(int number, JsonNode sent) {
    if (!(sent instanceof ObjectNode object)) {
      throw ScimFault.invalidSyntax("operation " + number + " must be an object");
    }
    BulkOperation.Method method = method(number, object);
    Optional<String> bulkId = text(number, object, "bulkId");
    if (method == BulkOperation.Method.POST && bulkId.isEmpty()) {
      throw ScimFault.invalidValue("operation " + number + ": a POST needs a `bulkId`");
    }
    String path =
        text(number, object, "path")
            .orElseThrow(() ->
                ScimFault.invalidSyntax(
                    "operation " + number + ": `path` is missing: send one such as /Users"));
    Optional<String> version = text(number, object, "version");
    return new BulkOperation(number, method, bulkId, path, Fields.of(object, "data"), version);
  }

  private static BulkOperation.Method method(int number, ObjectNode object) {
    String sent = Fields.of(object, "method").asString("");
    return Arrays.stream(BulkOperation.Method.values())
        .filter(method -> method.name().equalsIgnoreCase(sent))
        .findFirst()
        .orElseThrow(() ->
            ScimFault.invalidSyntax(
                "operation " + number + ": `method` must be POST, PUT, PATCH or DELETE"));
  }

  private static Optional<String> text(int number, ObjectNode object, String name) {
    JsonNode sent = Fields.of(object, name);
    if (sent.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(
        sent.stringValueOpt()
            .filter(text -> !text.isBlank() && text.length() <= MAX_TEXT)
            .orElseThrow(() ->
                ScimFault.invalidValue(
                    "operation %d: `%s` must be a text of 1 to %d characters"
                        .formatted(number, name, MAX_TEXT))));
  }

  private static void requireUnique(List<BulkOperation> operations) {
    Set<String> seen = new HashSet<>();
    for (BulkOperation operation : operations) {
      if (operation.bulkId().filter(id -> !seen.add(id)).isPresent()) {
        throw ScimFault.invalidValue(
            "operation " + operation.number() + ": its `bulkId` is another operation's already");
      }
    }
  }
}
