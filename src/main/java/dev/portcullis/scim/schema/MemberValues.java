package dev.portcullis.scim.schema;

import dev.portcullis.scim.message.ScimFault;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The members that a request names, as the values that it sent. */
public final class MemberValues {

  private static final String USER = "User";

  private MemberValues() {}

  /**
   * Reads a list of members, or a single one; repeated values count once.
   *
   * @return empty for null
   * @throws ScimFault {@code invalidValue} if a member has no value or is not a user
   */
  public static Optional<List<String>> read(JsonNode members) {
    if (members.isNull() || members.isMissingNode()) {
      return Optional.empty();
    }
    if (!members.isArray() && !(members.isObject() && !members.isEmpty())) {
      throw ScimFault.invalidValue("`members` must be a list of objects, each with a `value`");
    }
    Set<String> values = new LinkedHashSet<>();
    if (members.isArray()) {
      members.forEach(member -> values.add(value(member)));
    } else {
      values.add(value(members));
    }
    return Optional.of(List.copyOf(values));
  }

  private static String value(JsonNode sent) {
    if (!(sent instanceof ObjectNode member)) {
      throw ScimFault.invalidValue("each of `members` must be an object with a `value`");
    }
    requireUser(member);
    requireText(member, "$ref");
    requireText(member, "display");
    return part(member, "value")
        .flatMap(JsonNode::stringValueOpt)
        .filter(value -> !value.isBlank())
        .orElseThrow(() ->
            ScimFault.invalidValue(
                "`members.value` must be a text: the id or externalId of a user"));
  }

  private static void requireUser(ObjectNode member) {
    Optional<JsonNode> type = part(member, "type");
    if (type.isPresent() && !USER.equalsIgnoreCase(type.get().asString(""))) {
      throw ScimFault.invalidValue(
          "`members.type` must be `User`: groups within groups are not supported");
    }
  }

  /** What the server says of members itself is passed over, but not where it is no text at all. */
  private static void requireText(ObjectNode member, String name) {
    if (part(member, name).filter(value -> !value.isString()).isPresent()) {
      throw ScimFault.invalidValue("`members." + name + "` must be a text");
    }
  }

  private static Optional<JsonNode> part(ObjectNode member, String name) {
    return member.properties().stream()
        .filter(property -> property.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .filter(value -> !value.isNull())
        .findFirst();
  }
}
