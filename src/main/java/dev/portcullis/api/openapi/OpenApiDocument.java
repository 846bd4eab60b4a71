package dev.portcullis.api.openapi;

import dev.portcullis.access.GuardedRoute;
import dev.portcullis.access.RouteRight;
import dev.portcullis.access.RouteRights;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The document about the API (OpenAPI 3.1.1): every route of the table of rights, in the order of
 * the table.
 */
final class OpenApiDocument {

  private static final String VERSION = "3.1.1";
  private static final String BEARER = "bearer";

  private final WrittenTexts texts;
  private final RecordedExamples examples;
  private final Map<String, Method> controllers;
  private final RouteParameters parameters;
  private final RouteReplies replies;

  /**
   * Makes it.
   *
   * @param controllers the method that serves a route, by the route's name
   */
  OpenApiDocument(WrittenTexts texts, RecordedExamples examples, Map<String, Method> controllers) {
    this.texts = texts;
    this.examples = examples;
    this.controllers = controllers;
    this.parameters = new RouteParameters(WrittenTexts.map(texts.api(), "parameters"));
    this.replies = new RouteReplies(examples, WrittenTexts.map(texts.api(), "errors"));
  }

  /** As it is served: indented, and with the same line ends everywhere. */
  byte[] bytes() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    return JsonMapper.shared().writer().with(printer).writeValueAsBytes(tree());
  }

  private Map<String, Object> tree() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", VERSION);
    document.put("info", texts.api().get("info"));
    document.put("servers", List.of(Map.of("url", "/")));
    document.put("tags", texts.tags());
    document.put("paths", paths());
    document.put("components", components());
    return document;
  }

  private Map<String, Object> paths() {
    Map<String, Object> paths = new LinkedHashMap<>();
    for (GuardedRoute route : RouteRights.all()) {
      WrittenTexts.cast(paths.computeIfAbsent(route.pattern(), _ -> new LinkedHashMap<>()))
          .put(route.method().toLowerCase(Locale.ROOT), operation(route));
    }
    return paths;
  }

  private Map<String, Object> operation(GuardedRoute route) {
    RouteText text =
        texts
            .routes()
            .getOrDefault(route.name(), RouteText.of("Other", Map.of("summary", route.name())));
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("tags", List.of(text.tag()));
    operation.put("operationId", text.id());
    operation.put("summary", text.summary());
    operation.put("description", (text.description() + "\n\n" + whoMay(route)).strip());
    operation.put("x-right", route.right().name());
    route.scope().ifPresent(scope -> operation.put("x-scope", scope));
    operation.put("security", security(route));
    operation.put(
        "parameters",
        parameters.of(route.pattern(), Optional.ofNullable(controllers.get(route.name())), text));
    body(route, text).ifPresent(body -> operation.put("requestBody", body));
    operation.put("responses", replies.of(route, text));
    return operation;
  }

  /** An app without limits may call every route. */
  private static String whoMay(GuardedRoute route) {
    String people =
        switch (route.right()) {
          case ANYBODY -> "Open to everybody, without a token.";
          case MEMBERS -> "For everybody who is signed in, and for API clients.";
          case THEMSELVES -> "For Admins and API clients; for everybody about themselves.";
          case KEEPERS -> "For Admins, moderators of the blueprint, and API clients.";
          case ADMINS -> "For Admins and API clients.";
        };
    return route
        .scope()
        .map(scope -> people + " An app that is limited to scopes needs `" + scope + "`.")
        .orElse(people);
  }

  private static List<Map<String, Object>> security(GuardedRoute route) {
    return route.right() == RouteRight.ANYBODY
        ? List.of()
        : List.of(Map.of(BEARER, route.scope().map(List::of).orElseGet(List::of)));
  }

  private Optional<Map<String, Object>> body(GuardedRoute route, RouteText text) {
    Optional<JsonNode> example = examples.request(route.name());
    Optional<Map<String, Object>> schema =
        text.body().map(SchemaWords::schema).or(() -> example.map(InferredSchema::of));
    return schema.map(its -> {
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("schema", titled(its, text.title("Request")));
      example.ifPresent(request -> content.put("example", request));
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("required", !route.method().equals("DELETE"));
      body.put("content", Map.of("application/json", content));
      return body;
    });
  }

  /** One that stands for itself gets a name of its own. */
  static Map<String, Object> titled(Map<String, Object> schema, String title) {
    if (title.isEmpty() || !schema.containsKey("properties")) {
      return schema;
    }
    Map<String, Object> titled = new LinkedHashMap<>();
    titled.put("title", title);
    titled.putAll(schema);
    return titled;
  }

  private Map<String, Object> components() {
    Map<String, Object> schemas = new LinkedHashMap<>();
    texts.schemas().forEach((name, words) -> schemas.put(name, SchemaWords.schema(words)));
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("schemas", schemas);
    components.put("responses", replies.shared());
    components.put("securitySchemes", Map.of(BEARER, bearer()));
    return components;
  }

  private Map<String, Object> bearer() {
    Map<String, Object> bearer = new LinkedHashMap<>();
    bearer.put("type", "http");
    bearer.put("scheme", "bearer");
    bearer.put("bearerFormat", "JWT");
    bearer.put("description", texts.api().get("bearer"));
    return bearer;
  }
}
