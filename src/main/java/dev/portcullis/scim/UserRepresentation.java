package dev.portcullis.scim;

import dev.portcullis.directory.Group;
import dev.portcullis.directory.User;
import dev.portcullis.scim.schema.ResourceSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A user as SCIM shows it (RFC 7643 §4.1). */
final class UserRepresentation {

  private UserRepresentation() {}

  /**
   * A user with what stands elsewhere.
   *
   * @param managers the names of managers who are users of the connection, by id
   */
  static Map<String, Object> of(
      User user, List<Group> groups, Map<UUID, String> managers, ScimRequest request) {
    ResourceLocations locations = request.locations();
    ResourceSchema schema = request.schemas().user();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("schemas", schema.urnsOf(user.attributes()));
    shown.put("id", user.id().toString());
    user.externalId().ifPresent(externalId -> shown.put("externalId", externalId));
    shown.put("userName", user.userName());
    user.profile().active().ifPresent(active -> shown.put("active", active));
    shown.putAll(schema.shown(user.attributes()));
    ManagerReference.complete(shown, managers, locations);
    if (!groups.isEmpty()) {
      shown.put("groups", groups.stream().map(group -> membership(group, locations)).toList());
    }
    shown.put("meta", MetaRepresentation.of(user, locations));
    return shown;
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
