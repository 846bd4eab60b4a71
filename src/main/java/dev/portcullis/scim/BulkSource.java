package dev.portcullis.scim;

import dev.portcullis.directory.Precondition;
import dev.portcullis.scim.message.Fields;
import dev.portcullis.scim.message.PatchMessage;
import dev.portcullis.scim.message.ScimFault;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parts of a request within a bulk request.
 *
 * @param data a missing node if there is none
 * @param version the tag of the version that it is meant for
 */
record BulkSource(JsonNode data, Optional<String> version) implements RequestSource {

  /** Nobody sees what is read, so whatever costs a statement of its own is left out. */
  @Override
  public Optional<String> parameter(String name) {
    return name.equals("excludedAttributes") ? Optional.of("members,groups") : Optional.empty();
  }

  /**
   * A list is the operations of a patch, as the example of RFC 7644 §3.7.3 has them; some clients
   * send them in an object without {@code schemas}.
   */
  @Override
  public ObjectNode body() {
    return switch (data) {
      case ObjectNode object
          when Fields.of(object, "schemas").isMissingNode()
              && Fields.of(object, "operations") instanceof ArrayNode operations ->
          patch(operations);
      case ObjectNode object -> object;
      case ArrayNode operations -> patch(operations);
      default ->
          throw ScimFault.invalidSyntax(
              "`data` must be one JSON object: what the body of the request would be by itself");
    };
  }

  private static ObjectNode patch(ArrayNode operations) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.putArray("schemas").add(PatchMessage.URN);
    message.set("Operations", operations);
    return message;
  }

  @Override
  public Precondition precondition() {
    return new Precondition(
        version.map(EntityTags::parse).filter(tags -> !tags.any()).map(EntityTags::versions),
        Set.of());
  }
}
