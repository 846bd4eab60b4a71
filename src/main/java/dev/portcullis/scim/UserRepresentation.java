package dev.portcullis.scim;

import dev.portcullis.directory.Group;
import dev.portcullis.directory.User;
import dev.portcullis.scim.schema.ResourceSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A user as SCIM shows it (RFC 7643 §4.1). */
final class UserRepresentation {

  private UserRepresentation() {}

  static Map<String, Object> of(User user, List<Group> groups, ScimRequest request) {
    ResourceLocations locations = request.locations();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("schemas", schemas(user, request.schemas().user()));
    shown.put("id", user.id().toString());
    user.externalId().ifPresent(externalId -> shown.put("externalId", externalId));
    shown.put("userName", user.userName());
    user.profile().active().ifPresent(active -> shown.put("active", active));
    shown.putAll(user.attributes().asMap());
    if (!groups.isEmpty()) {
      shown.put("groups", groups.stream().map(group -> membership(group, locations)).toList());
    }
    shown.put(
        "meta",
        MetaRepresentation.of(
            "User", user.createdAt(), user.updatedAt(), locations.user(user.id()), user.version()));
    return shown;
  }

  private static List<String> schemas(User user, ResourceSchema schema) {
    List<String> urns = new ArrayList<>(List.of(schema.urn()));
    schema.extensions().stream()
        .map(extension -> extension.urn())
        .filter(user.attributes().asMap()::containsKey)
        .forEach(urns::add);
    return urns;
  }

  private static Map<String, Object> membership(Group group, ResourceLocations locations) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("value", group.id().toString());
    shown.put("$ref", locations.group(group.id()));
    shown.put("display", group.displayName());
    shown.put("type", "direct");
    return shown;
  }
}
