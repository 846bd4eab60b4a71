package dev.portcullis.scim;

import dev.portcullis.directory.Precondition;
import dev.portcullis.scim.message.MessageSchemas;
import dev.portcullis.scim.message.ScimFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A search as a message (RFC 7644 §3.4.3): what the parameters of a query say, in JSON. Names are
 * read without regard to case; null is no value.
 */
record SearchMessage(Map<String, String> parameters) implements RequestSource {

  private static final String URN = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

  /**
   * Reads a message; what it says besides the parameters is left to the dialect.
   *
   * @throws ScimFault if a parameter is of the wrong type
   */
  static SearchMessage read(ScimRequest request) {
    ObjectNode body = request.body();
    MessageSchemas.require(body, URN);
    Map<String, String> parameters = new HashMap<>();
    for (Map.Entry<String, JsonNode> property : body.properties()) {
      String name = property.getKey();
      JsonNode value = property.getValue();
      Optional<String> text = value.isNull() ? Optional.empty() : text(request, name, value);
      text.ifPresent(sent -> parameters.put(lower(name), sent));
    }
    return new SearchMessage(Map.copyOf(parameters));
  }

  private static Optional<String> text(ScimRequest request, String name, JsonNode value) {
    return switch (lower(name)) {
      case "filter", "sortby", "sortorder", "cursor" -> Optional.of(text(name, value));
      case "startindex", "count" -> Optional.of(integer(name, value));
      case "attributes", "excludedattributes" -> Optional.of(names(name, value));
      case "schemas" -> Optional.empty();
      default -> {
        request.reading().leaveOut(name, request.notes());
        yield Optional.empty();
      }
    };
  }

  private static String text(String name, JsonNode value) {
    return value
        .stringValueOpt()
        .orElseThrow(() -> ScimFault.invalidValue("`" + name + "` must be a text"));
  }

  private static String integer(String name, JsonNode value) {
    if (!value.isIntegralNumber()) {
      throw ScimFault.invalidValue("`" + name + "` must be an integer, without quotes");
    }
    return value.bigIntegerValue().toString();
  }

  private static String names(String name, JsonNode value) {
    List<String> names = new ArrayList<>();
    if (!value.isArray()) {
      throw ScimFault.invalidValue("`" + name + "` must be a list of attribute names");
    }
    value.forEach(element ->
        names.add(
            element
                .stringValueOpt()
                .orElseThrow(
                    () -> ScimFault.invalidValue("each of `" + name + "` must be a text"))));
    return String.join(",", names);
  }

  @Override
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(lower(name)));
  }

  /** What a search asks for is in its parameters. */
  @Override
  public ObjectNode body() {
    throw new IllegalStateException("a search has no body besides its parameters");
  }

  @Override
  public Precondition precondition() {
    return Precondition.NONE;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
