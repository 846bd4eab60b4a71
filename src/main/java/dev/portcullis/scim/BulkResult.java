package dev.portcullis.scim;

import dev.portcullis.scim.message.BulkOperation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one operation of a bulk request ended (RFC 7644 §3.7.3).
 *
 * @param location of the resource; empty if none was made, or the path names none
 * @param version the tag of the resource's version now
 * @param error what the reply would be by itself; only of an operation that failed
 */
record BulkResult(
    BulkOperation operation,
    int status,
    Optional<String> location,
    Optional<String> version,
    Optional<ObjectNode> error) {

  BulkResult withVersion(Optional<String> other) {
    return new BulkResult(operation, status, location, other, error);
  }

  Map<String, Object> shown() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("method", operation.method().name());
    operation.bulkId().ifPresent(bulkId -> shown.put("bulkId", bulkId));
    location.ifPresent(address -> shown.put("location", address));
    version.ifPresent(tag -> shown.put("version", tag));
    shown.put("status", Integer.toString(status));
    error.ifPresent(body -> shown.put("response", body));
    return shown;
  }
}
