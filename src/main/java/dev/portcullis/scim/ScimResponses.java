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

  private static final String BULK = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

  private ScimResponses() {}

  static ResponseEntity<Object> created(Object resource, String location, long version) {
    return at(HttpStatus.CREATED, location).headers(tagged(version)).body(resource);
  }

  static ResponseEntity<Object> ok(Object resource, String location, long version) {
    return at(HttpStatus.OK, location).headers(tagged(version)).body(resource);
  }

  /** A resource that has no versions. */
  static ResponseEntity<Object> ok(Object resource, String location) {
    return at(HttpStatus.OK, location).body(resource);
  }

  static ResponseEntity<Object> noContent() {
    return ResponseEntity.noContent().build();
  }

  /** Something is changed and of this version now; the client did not ask to see it. */
  static ResponseEntity<Object> noContent(long version) {
    return ResponseEntity.noContent().headers(tagged(version)).build();
  }

  /** The client has this version already. */
  static ResponseEntity<Object> notModified(String location, long version) {
    return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
        .headers(tagged(version))
        .header(HttpHeaders.CONTENT_LOCATION, location)
        .build();
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

  /** How the operations of a bulk request ended (RFC 7644 §3.7). */
  static ResponseEntity<Object> bulk(List<?> results) {
    return ResponseEntity.ok()
        .contentType(SCIM_JSON)
        .body(Map.of("schemas", List.of(BULK), "Operations", results));
  }

  private static ResponseEntity.BodyBuilder at(HttpStatus status, String location) {
    return ResponseEntity.status(status)
        .contentType(SCIM_JSON)
        .location(URI.create(location))
        .header(HttpHeaders.CONTENT_LOCATION, location);
  }

  private static HttpHeaders tagged(long version) {
    HttpHeaders headers = new HttpHeaders();
    headers.setETag(EntityTags.of(version));
    return headers;
  }
}
