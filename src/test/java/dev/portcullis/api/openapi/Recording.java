package dev.portcullis.api.openapi;

import dev.portcullis.api.openapi.RouteWalk.Visit;
import dev.portcullis.testing.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Examples of what the server was asked and answered. One that has the same fields as before stays
 * as it was, so that a review sees only what is new.
 */
final class Recording {

  static final JsonMapper JSON = JsonMapper.shared();

  private static final JsonMapper ORDERED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private static final Path FILE = Path.of("src/main/resources/openapi/examples.json");

  /** The most elements of a list that an example shows. */
  private static final int SHOWN = 2;

  private static final Pattern LOCAL = Pattern.compile("http://localhost:\\d+");
  private static final Pattern TOKEN =
      Pattern.compile("eyJ[\\w.-]{40,}|pcs_[\\w-]{16,}|\"(?=[\\w-]*\\d)[A-Za-z0-9_-]{43}\"");

  private final ObjectNode routes;

  private Recording(ObjectNode routes) {
    this.routes = routes;
  }

  static RecordedExamples read() {
    return new RecordedExamples(tree());
  }

  private static ObjectNode tree() {
    try {
      return (ObjectNode) JSON.readTree(Files.readString(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Recording of(List<Visit> visits) {
    ObjectNode before = tree();
    ObjectNode routes = JSON.createObjectNode();
    visits.stream()
        .sorted(Comparator.comparing(Visit::route))
        .forEach(
            visit -> routes.set(visit.route(), kept(before.path(visit.route()), example(visit))));
    return new Recording(routes);
  }

  private static ObjectNode example(Visit visit) {
    ObjectNode example = JSON.createObjectNode();
    visit.request().ifPresent(request -> example.set("request", tidy(request)));
    example.put("status", visit.reply().status());
    example.set("reply", shown(visit.reply()));
    ObjectNode refusals = example.putObject("refusals");
    visit.refusals().stream()
        .filter(refusal -> List.of(400, 404, 409, 422).contains(refusal.status()))
        .forEach(refusal -> refusals.set(String.valueOf(refusal.status()), shown(refusal)));
    return example;
  }

  private static JsonNode shown(Reply reply) {
    return reply.header("Content-Type").startsWith("application/json")
        ? tidy(reply.json())
        : JSON.getNodeFactory().stringNode(reply.text().lines().findFirst().orElse("") + "\n");
  }

  /** Long lists cut short, and nothing of this machine. */
  private static JsonNode tidy(JsonNode node) {
    JsonNode copy = node.deepCopy();
    shorten(copy);
    String text =
        LOCAL.matcher(JSON.writeValueAsString(copy)).replaceAll("https://portcullis.example");
    return JSON.readTree(
        TOKEN
            .matcher(text)
            .replaceAll(found -> found.group().startsWith("\"") ? "\"…\"" : "…")
            .replace("operator-secret-of-the-tests", "its-secret"));
  }

  private static void shorten(JsonNode node) {
    if (node instanceof ArrayNode list) {
      while (list.size() > SHOWN) {
        list.remove(list.size() - 1);
      }
    }
    node.forEach(Recording::shorten);
  }

  /** Part by part. */
  private static JsonNode kept(JsonNode before, JsonNode now) {
    if (shape(before).equals(shape(now))) {
      return before;
    }
    if (now instanceof ObjectNode whole && whole.has("refusals")) {
      whole.set("reply", kept(before.path("reply"), whole.path("reply")));
      ObjectNode refusals = (ObjectNode) whole.path("refusals");
      List.copyOf(refusals.propertyNames())
          .forEach(status ->
              refusals.set(
                  status, kept(before.path("refusals").path(status), refusals.path(status))));
    }
    return now;
  }

  /** Everything but the texts and numbers, and the order of fields. */
  private static String shape(JsonNode node) {
    return ORDERED.writeValueAsString(InferredSchema.of(node));
  }

  void write() throws IOException {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    Files.write(FILE, JSON.writer().with(printer).writeValueAsBytes(routes));
  }
}
