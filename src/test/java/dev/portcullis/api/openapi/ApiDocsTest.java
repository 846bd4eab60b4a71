package dev.portcullis.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.access.GuardedRoute;
import dev.portcullis.access.RouteRights;
import dev.portcullis.api.openapi.RouteWalk.Visit;
import dev.portcullis.api.openapi.WrittenDocument.Operation;
import dev.portcullis.testing.OpenIdProvider;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document: whole, as it is checked in, and true. */
class ApiDocsTest {

  private static final Path CHECKED_IN = Path.of("docs/openapi.json");

  /** Writes the document and its examples anew, instead of comparing them. */
  private static final boolean WRITE = Boolean.getBoolean("portcullis.openapi");

  private static final String HOW = "say `scripts/openapi` and look at what has changed";

  private final PortcullisServer server = PortcullisServer.on(TestDatabase.H2);

  private WrittenDocument document() {
    return new WrittenDocument(server.tenant().admin().get("/v3/api-docs").json());
  }

  @Test
  void everyRouteIsDescribed() {
    List<Operation> operations = document().operations().toList();
    assertThat(operations)
        .extracting(Operation::route)
        .containsExactlyInAnyOrderElementsOf(
            RouteRights.all().stream().map(GuardedRoute::name).toList());
    assertThat(operations.stream().flatMap(ApiDocsTest::notDescribed))
        .as("describe these in src/main/resources/openapi/routes")
        .isEmpty();
    assertThat(operations)
        .extracting(operation -> operation.tree().path("operationId").asString())
        .doesNotHaveDuplicates();
  }

  private static Stream<String> notDescribed(Operation operation) {
    Stream<String> texts =
        Stream.of("operationId", "summary")
            .filter(text -> operation.tree().path(text).asString("").isBlank());
    Stream<String> parameters =
        operation
            .tree()
            .path("parameters")
            .valueStream()
            .filter(parameter -> parameter.path("description").asString("").isBlank())
            .map(parameter -> "parameter " + parameter.path("name").asString());
    return Stream.concat(texts, parameters).map(missing -> operation.route() + ": " + missing);
  }

  @Test
  void nothingIsDescribedThatIsNotThere() {
    assertThat(WrittenTexts.read().routes().keySet())
        .isSubsetOf(RouteRights.all().stream().map(GuardedRoute::name).toList());
  }

  @Test
  void itIsTheOneThatIsCheckedIn() throws IOException {
    if (!WRITE) {
      String served = server.tenant().admin().get("/v3/api-docs").text();
      assertThat(served.equals(Files.readString(CHECKED_IN))).as(HOW).isTrue();
    }
  }

  @Test
  void whatTheServerAnswersIsWhatTheDocumentSays() throws IOException {
    try (OpenIdProvider provider = new OpenIdProvider()) {
      List<Visit> visits = new RouteWalk(provider).visits(WRITE);
      if (WRITE) {
        Recording.of(visits).write();
        Files.write(CHECKED_IN, written());
      }
      WrittenDocument document = new WrittenDocument(Recording.JSON.readTree(written()));
      assertThat(visits).hasSizeGreaterThan(120);
      assertThat(visits.stream().flatMap(visit -> problems(document, visit))).isEmpty();
    }
  }

  /** As the server writes it, from the files as they are now. */
  private byte[] written() {
    return new OpenApiDocument(
            WrittenTexts.read(),
            Recording.read(),
            ServedMethods.of(server.beans(RequestMappingHandlerMapping.class).stream()))
        .bytes();
  }

  private static Stream<String> problems(WrittenDocument document, Visit visit) {
    Operation operation = document.operation(visit.route());
    return Stream.of(
            served(operation, visit.reply()),
            visit.request().stream()
                .flatMap(body -> document.problems(operation.body().path("schema"), body).stream()),
            unlike(document, operation, visit.reply()),
            visit.refusals().stream().flatMap(refusal -> unforeseen(operation, refusal)))
        .flatMap(problems -> problems)
        .map(problem -> visit.route() + ": " + problem);
  }

  private static Stream<String> served(Operation operation, Reply reply) {
    return reply.status() < 300 && operation.answers(reply.status())
        ? Stream.empty()
        : Stream.of("let RouteWalk ask so that it is served: " + reply.status() + reply.text());
  }

  /** What is in the reply, or in the example of one, that the schema does not have. */
  private static Stream<String> unlike(WrittenDocument document, Operation operation, Reply reply) {
    String mediaType = reply.header("Content-Type").split(";", 2)[0];
    JsonNode content = operation.content(reply.status()).path(mediaType);
    if (!content.isObject()) {
      return Stream.of("nobody said that it answers " + mediaType);
    }
    return mediaType.equals("application/json")
        ? document.problems(content.path("schema"), reply.json(), content.path("example")).stream()
        : Stream.empty();
  }

  private static Stream<String> unforeseen(Operation operation, Reply refusal) {
    JsonNode foreseen = operation.tree().path("responses").path("" + refusal.status());
    return foreseen.toString().contains(refusal.at("/error"))
        ? Stream.empty()
        : Stream.of("nobody said that it answers " + refusal.status() + refusal.text());
  }

  @Test
  void itIsForThoseWhoHaveAToken() {
    assertThat(server.anybody().get("/v3/api-docs").status()).isEqualTo(401);
    assertThat(server.tenant().admin().get("/v3/api-docs").json().at("/openapi").asString())
        .isEqualTo("3.1.1");
    assertThat(server.tenant().admin().get("/v3/api-docs/swagger-config").status()).isEqualTo(404);
  }
}
