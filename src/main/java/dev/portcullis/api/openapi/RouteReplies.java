package dev.portcullis.api.openapi;

import dev.portcullis.access.GuardedRoute;
import dev.portcullis.access.RouteRight;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** What a route answers: the good reply, and the errors with their codes. */
final class RouteReplies {

  private static final Map<String, Object> ERROR = Map.of("$ref", "#/components/schemas/Error");

  private final RecordedExamples examples;
  private final Map<String, Object> codes;

  /**
   * Makes them.
   *
   * @param codes what each error code means
   */
  RouteReplies(RecordedExamples examples, Map<String, Object> codes) {
    this.examples = examples;
    this.codes = codes;
  }

  /** By status, the good one first. */
  Map<String, Object> of(GuardedRoute route, RouteText text) {
    Map<String, Object> replies = new LinkedHashMap<>();
    int recorded = examples.status(route.name());
    replies.put(String.valueOf(recorded), good(route, text, recorded, true));
    text.also()
        .ifPresent(also -> replies.put(String.valueOf(also), good(route, text, also, false)));
    refusals(route, text)
        .forEach((status, its) -> replies.put(String.valueOf(status), refusal(route, status, its)));
    return replies;
  }

  private Map<String, Object> good(
      GuardedRoute route, RouteText text, int status, boolean isRecorded) {
    Optional<JsonNode> example = examples.reply(route.name());
    Map<String, Object> schema =
        text.reply()
            .map(words -> its(route, words))
            .or(() -> example.map(InferredSchema::of))
            .orElseGet(LinkedHashMap::new);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("schema", OpenApiDocument.titled(schema, text.title("Reply")));
    example.filter(_ -> isRecorded).ifPresent(reply -> content.put("example", reply));
    return reply(HttpStatus.valueOf(status).getReasonPhrase(), text.produces(), content);
  }

  /** Below {@code /v1} a map stands within Port's envelope. */
  private static Map<String, Object> its(GuardedRoute route, Object words) {
    if (!(words instanceof Map<?, ?> fields && route.pattern().startsWith("/v1/"))) {
      return SchemaWords.schema(words);
    }
    Map<Object, Object> whole = new LinkedHashMap<>();
    whole.put("ok", "true");
    whole.putAll(fields);
    return SchemaWords.schema(whole);
  }

  /** The codes of each status: what was seen, what was written, and what holds everywhere. */
  private Map<Integer, Set<String>> refusals(GuardedRoute route, RouteText text) {
    Map<Integer, Set<String>> refusals = new TreeMap<>();
    examples
        .refusals(route.name())
        .forEach((status, body) -> add(refusals, status, body.path("error").asString("")));
    for (String error : text.errors()) {
      String[] words = error.split(" ", 2);
      add(refusals, Integer.valueOf(words[0]), words[1]);
    }
    if (route.right() != RouteRight.ANYBODY) {
      add(refusals, 401, "unauthorized");
      add(refusals, 429, "rate_limit_exceeded");
    }
    if (route.right() != RouteRight.ANYBODY
        && (route.right() != RouteRight.MEMBERS || route.scope().isPresent())) {
      add(refusals, 403, "forbidden");
    }
    if (text.body().isPresent() || examples.request(route.name()).isPresent()) {
      add(refusals, 400, "invalid_json");
      add(refusals, 413, "payload_too_large");
      add(refusals, 415, "unsupported_media_type");
    }
    add(refusals, 500, "internal_error");
    add(refusals, 503, "service_unavailable");
    return refusals;
  }

  private static void add(Map<Integer, Set<String>> refusals, Integer status, String code) {
    refusals.computeIfAbsent(status, _ -> new TreeSet<>()).add(code);
  }

  private Map<String, Object> refusal(GuardedRoute route, Integer status, Set<String> its) {
    String shared = String.join("_", its);
    JsonNode seen = examples.refusals(route.name()).get(status);
    if (seen == null && its.size() == 1) {
      return Map.of("$ref", "#/components/responses/" + shared);
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("schema", ERROR);
    if (seen != null) {
      content.put("example", seen);
    }
    return reply(meanings(its), "application/json", content);
  }

  private String meanings(Set<String> its) {
    return its.stream()
        .map(code -> "`%s`: %s".formatted(code, codes.getOrDefault(code, "")))
        .collect(Collectors.joining("; "));
  }

  /** Those that routes refer to by their code. */
  Map<String, Object> shared() {
    Map<String, Object> shared = new LinkedHashMap<>();
    codes.forEach((code, meaning) -> {
      Map<String, Object> example = new LinkedHashMap<>();
      example.put("ok", false);
      example.put("error", code);
      example.put("message", meaning);
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("schema", ERROR);
      content.put("example", example);
      shared.put(code, reply("`%s`: %s".formatted(code, meaning), "application/json", content));
    });
    return shared;
  }

  private static Map<String, Object> reply(
      String description, String mediaType, Map<String, Object> content) {
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("description", description);
    reply.put("content", Map.of(mediaType, content));
    return reply;
  }
}
