package dev.portcullis.scim.message;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One operation of a bulk request, as sent (RFC 7644 §3.7).
 *
 * @param number which of the operations it is, counted from 1
 * @param bulkId by which other operations refer to the resource that this one makes
 * @param path relative to the base URL, such as {@code /Users/{id}}
 * @param data a missing node if there is none
 * @param version the entity tag of the version that the operation is meant for
 */
public record BulkOperation(
    int number,
    Method method,
    Optional<String> bulkId,
    String path,
    JsonNode data,
    Optional<String> version) {

  /** What an operation may do. */
  public enum Method {
    POST,
    PUT,
    PATCH,
    DELETE
  }

  /** Whether it makes a resource, to which others may refer. */
  public boolean makesResource() {
    return method == Method.POST;
  }
}
