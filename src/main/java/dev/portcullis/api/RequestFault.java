package dev.portcullis.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the client got wrong; thrown by controllers only and rendered by {@link PortErrors}. */
final class RequestFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient PortError error;

  RequestFault(PortError error) {
    super(error.code(), null, false, false);
    this.error = error;
  }

  PortError error() {
    return error;
  }

  /** The request does not fit its schema. */
  static RequestFault invalid(String message) {
    return new RequestFault(new PortError(422, "invalid_request", message));
  }

  /** A field does not fit its schema; the message says what it must be. */
  static RequestFault invalid(String field, String message) {
    return new RequestFault(new PortError(422, "invalid_request", message, Map.of("field", field)));
  }

  /** Several things are wrong at once. */
  static RequestFault invalid(List<String> problems) {
    return new RequestFault(
        new PortError(
            422, "invalid_request", String.join("; ", problems), Map.of("problems", problems)));
  }

  /** There is no such thing in the caller's organization. */
  static RequestFault notFound(String resource, String byField, String withValue) {
    return new RequestFault(
        new PortError(
            404,
            "not_found",
            "%s with %s \"%s\" was not found".formatted(resource, byField, withValue),
            Map.of("resource", resource, "byField", byField, "withValue", withValue)));
  }

  /** Something else stands in the way. */
  static RequestFault conflict(String message) {
    return new RequestFault(new PortError(409, "conflict", message));
  }

  /** The caller is known and may not do this. */
  static RequestFault forbidden(String message) {
    return new RequestFault(new PortError(403, "forbidden", message));
  }

  /** The caller is known and may not do this; Port names what was asked. */
  static RequestFault forbidden(
      String message, String operation, String resource, String identifier, String reason) {
    return new RequestFault(
        new PortError(
            403,
            "forbidden",
            message,
            Map.of(
                "operation", operation,
                "resource", resource,
                "identifier", identifier,
                "reason", reason)));
  }

  /** The value of a field that must be there and not null. */
  static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw invalid(field, "`" + field + "` is required");
    }
    return value;
  }
}
