package dev.portcullis.api.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a running server was once asked on each route, and answered: {@code
 * src/main/resources/openapi/examples.json}, which a test writes.
 */
final class RecordedExamples {

  private static final String FILE = "/openapi/examples.json";

  private final JsonNode routes;

  RecordedExamples(JsonNode routes) {
    this.routes = routes;
  }

  static RecordedExamples read() {
    try (InputStream file = RecordedExamples.class.getResourceAsStream(FILE)) {
      return new RecordedExamples(JsonMapper.shared().readTree(Objects.requireNonNull(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The status of the reply to a good request; 200 where none was recorded. */
  int status(String route) {
    return routes.path(route).path("status").asInt(200);
  }

  Optional<JsonNode> request(String route) {
    return routes.path(route).optional("request");
  }

  Optional<JsonNode> reply(String route) {
    return routes.path(route).optional("reply");
  }

  /** Refusals by their statuses. */
  Map<Integer, JsonNode> refusals(String route) {
    Map<Integer, JsonNode> refusals = new TreeMap<>();
    Iterator<Map.Entry<String, JsonNode>> all =
        routes.path(route).path("refusals").properties().iterator();
    all.forEachRemaining(one -> refusals.put(Integer.valueOf(one.getKey()), one.getValue()));
    return refusals;
  }
}
