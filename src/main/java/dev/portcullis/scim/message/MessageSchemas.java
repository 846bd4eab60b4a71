package dev.portcullis.scim.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The {@code schemas} that every message and resource carries (RFC 7643 §3). */
public final class MessageSchemas {

  private static final String NAME = "schemas";

  private MessageSchemas() {}

  /**
   * The URNs that a body names.
   *
   * @throws ScimFault if they do not name {@code urn}
   */
  public static List<String> require(ObjectNode body, String urn) {
    List<String> urns = new ArrayList<>();
    for (JsonNode element : sent(body)) {
      urns.add(element.stringValueOpt().orElseThrow(() -> wrong(urn)));
    }
    if (urns.stream().noneMatch(urn::equalsIgnoreCase)) {
      throw wrong(urn);
    }
    return urns;
  }

  private static JsonNode sent(ObjectNode body) {
    return body.properties().stream()
        .filter(property -> property.getKey().equalsIgnoreCase(NAME))
        .map(Map.Entry::getValue)
        .findFirst()
        .filter(JsonNode::isArray)
        .orElseGet(body::arrayNode);
  }

  private static ScimFault wrong(String urn) {
    return ScimFault.invalidValue("`schemas` must be a list that contains `" + urn + "`");
  }
}
