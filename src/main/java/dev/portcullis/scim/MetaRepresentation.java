package dev.portcullis.scim;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the server says of a resource (RFC 7643 §3.1); times to the millisecond. */
final class MetaRepresentation {

  private MetaRepresentation() {}

  static Map<String, Object> of(
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
