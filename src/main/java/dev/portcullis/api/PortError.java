package dev.portcullis.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error as Port's clients expect it.
 *
 * @param status the HTTP status
 * @param code stable and for programs, such as {@code not_found}
 * @param message for people: what to change
 * @param details for programs; empty where there is nothing to add
 */
record PortError(int status, String code, String message, Map<String, ?> details) {

  PortError {
    details = Map.copyOf(details);
  }

  PortError(int status, String code, String message) {
    this(status, code, message, Map.of());
  }

  /** Port's envelope. */
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ok", false);
    body.put("error", code);
    body.put("message", message);
    if (!details.isEmpty()) {
      body.put("details", details);
    }
    return body;
  }
}
