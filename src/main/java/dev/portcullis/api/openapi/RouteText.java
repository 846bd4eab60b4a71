package dev.portcullis.api.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people wrote about a route.
 *
 * @param tag the group of routes that it belongs to
 * @param id its name in clients that are made of the document, such as {@code listTeams}
 * @param parameters words about parameters by their names, beyond those that all routes share
 * @param body words of {@link SchemaWords}; empty if it takes none
 * @param reply words of the reply; below {@code /v1} a map stands within Port's envelope
 * @param also another status of a good reply, such as 207
 * @param errors statuses and codes beyond those that follow from what a route is
 * @param produces its media type
 */
record RouteText(
    String tag,
    String id,
    String summary,
    String description,
    Map<String, String> parameters,
    Optional<Object> body,
    Optional<Object> reply,
    Optional<Integer> also,
    List<String> errors,
    String produces) {

  RouteText {
    parameters = Map.copyOf(parameters);
    errors = List.copyOf(errors);
  }

  /** What the schema of its body or reply is called in clients that are made of the document. */
  String title(String suffix) {
    return id.isEmpty() ? "" : Character.toUpperCase(id.charAt(0)) + id.substring(1) + suffix;
  }

  @SuppressWarnings("unchecked")
  static RouteText of(String tag, Map<String, Object> written) {
    return new RouteText(
        tag,
        (String) written.getOrDefault("id", ""),
        (String) written.getOrDefault("summary", ""),
        (String) written.getOrDefault("description", ""),
        (Map<String, String>) written.getOrDefault("parameters", Map.of()),
        Optional.ofNullable(written.get("body")),
        Optional.ofNullable(written.get("reply")),
        Optional.ofNullable((Integer) written.get("also")),
        (List<String>) written.getOrDefault("errors", List.of()),
        (String) written.getOrDefault("produces", "application/json"));
  }
}
