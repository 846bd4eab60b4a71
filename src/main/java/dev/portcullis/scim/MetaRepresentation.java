package dev.portcullis.scim;

import dev.portcullis.directory.Group;
import dev.portcullis.directory.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the server says of a resource (RFC 7643 §3.1); times to the millisecond. */
final class MetaRepresentation {

  private MetaRepresentation() {}

  static Map<String, Object> of(User user, ResourceLocations locations) {
    return of(
        "User", user.createdAt(), user.updatedAt(), locations.user(user.id()), user.version());
  }

  static Map<String, Object> of(Group group, ResourceLocations locations) {
    return of(
        "Group",
        group.createdAt(),
        group.updatedAt(),
        locations.group(group.id()),
        group.version());
  }

  private static Map<String, Object> of(
      String resourceType, Instant created, Instant lastModified, String location, long version) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("resourceType", resourceType);
    shown.put("created", created.truncatedTo(ChronoUnit.MILLIS).toString());
    shown.put("lastModified", lastModified.truncatedTo(ChronoUnit.MILLIS).toString());
    shown.put("location", location);
    shown.put("version", EntityTags.of(version));
    return shown;
  }
}
