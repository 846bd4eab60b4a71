package dev.portcullis.scim;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The replies of this edge: media type and locations are the same everywhere (RFC 7644 §3.1). */
final class ScimResponses {

  static final MediaType SCIM_JSON = MediaType.valueOf("application/scim+json");

  private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

  private ScimResponses() {}

  static ResponseEntity<Object> created(Object resource, String location) {
    return resource(HttpStatus.CREATED, resource, location);
  }

  static ResponseEntity<Object> ok(Object resource, String location) {
    return resource(HttpStatus.OK, resource, location);
  }

  static ResponseEntity<Object> noContent() {
    return ResponseEntity.noContent().build();
  }

  /** A page of resources; {@code itemsPerPage} is what is really there (RFC 7644 §3.4.2). */
  static ResponseEntity<Object> list(long total, long startIndex, List<?> resources) {
    return list(total, Map.of("startIndex", startIndex), resources);
  }

  /** A part of a walk by cursor (RFC 9865 §2); the last one has no {@code nextCursor}. */
  static ResponseEntity<Object> walk(long total, Optional<String> next, List<?> resources) {
    Map<String, Object> where = new LinkedHashMap<>();
    next.ifPresent(cursor -> where.put("nextCursor", cursor));
    return list(total, where, resources);
  }

  private static ResponseEntity<Object> list(long total, Map<String, ?> where, List<?> resources) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("schemas", List.of(LIST));
    message.put("totalResults", total);
    message.putAll(where);
    message.put("itemsPerPage", resources.size());
    message.put("Resources", resources);
    return ResponseEntity.ok().contentType(SCIM_JSON).body(message);
  }

  private static ResponseEntity<Object> resource(
      HttpStatus status, Object resource, String location) {
    return ResponseEntity.status(status)
        .contentType(SCIM_JSON)
        .location(URI.create(location))
        .header(HttpHeaders.CONTENT_LOCATION, location)
        .body(resource);
  }
}
