package dev.portcullis.scim.refusals;

import dev.portcullis.testing.ScimClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Filters that break the grammar of RFC 7644 §3.4.2.2, name nothing, or compare what cannot be. */
final class BadFilters {

  /** Fixed, so that a failure can be repeated. */
  private static final long SEED = 7644;

  private static final int GENERATED = 120;

  private static final List<String> BY_HAND =
      List.of(
          "",
          " ",
          "id",
          "id eq",
          "eq",
          "eq \"x\"",
          "\"x\" eq id",
          "id eq x",
          "id eq 'x'",
          "id eq \"x",
          "id eq x\"",
          "id eq \"x\" and",
          "and id pr",
          "id pr id pr",
          "id pr and or id pr",
          "(id pr",
          "id pr)",
          "()",
          "((id pr)",
          "not",
          "not id pr",
          "not (id pr",
          "not ()",
          "id = \"x\"",
          "id == \"x\"",
          "id zz \"x\"",
          "id pr \"x\"",
          "id eq \"x\" \"y\"",
          "id eq \"x\";",
          "id eq \"\\x\"",
          "id eq \"\\u12\"",
          "id eq nul",
          "id eq tru",
          "id eq True",
          "id gt null",
          "id eq 1.2.3",
          "id eq {}",
          "id eq [\"x\"]",
          "id eq \"x\" & id pr",
          "colour eq \"x\"",
          "colour pr",
          "meta.colour pr",
          "meta eq \"x\"",
          "meta.created co \"2011\"",
          "meta.created eq \"yesterday\"",
          "meta.created gt 5",
          "meta.created gt \"2011-13-01T00:00:00Z\"",
          "id.x eq \"y\"",
          "id[value eq \"x\"]",
          "urn:x:y eq \"x\"",
          "urn:ietf:params:scim:schemas:core:2.0:Nothing:id pr",
          "password eq \"x\"x",
          "[id pr]",
          "id pr or (id pr and (id pr or id))",
          ".id pr",
          "id. pr",
          "meta..created pr",
          "$ref pr",
          "id%20pr",
          "id/**/pr",
          "id pr--",
          "' or '1'='1",
          "id pr\u0000",
          "💥");

  private static final List<String> GOOD =
      List.of(
          "id eq \"x\"",
          "id pr",
          "not (id pr)",
          "(id pr and meta.created pr)",
          "displayName co \"x\"",
          "id pr or id eq \"y\"",
          "meta.lastModified gt \"2011-05-13T04:42:34Z\"");

  private static final List<String> JUNK =
      List.of(" and", " or", " (", ")", " zz", " \"", " eq", " not", " 5", " , id pr", "]", " [x");

  private BadFilters() {}

  static List<BadRequest> all(World world) {
    List<String> filters = new ArrayList<>(BY_HAND);
    filters.addAll(generated());
    filters.add("(".repeat(33) + "id pr" + ")".repeat(33));
    filters.add("not (".repeat(33) + "id pr" + ")".repeat(33));
    filters.add("id eq \"" + "x".repeat(8_192) + "\"");
    filters.add("(".repeat(8_000));
    List<BadRequest> all = new ArrayList<>();
    for (String filter : filters) {
      all.addAll(queries(filter, List.of("/Users", "/Groups", "/"), all.size()));
    }
    for (String filter : wrongOperands(world.schemas())) {
      all.addAll(queries(filter, List.of("/Users"), all.size()));
    }
    return all;
  }

  /** Good filters with junk behind them, or a part of them cut out. */
  private static List<String> generated() {
    Random random = new Random(SEED);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < GENERATED; i++) {
      String good = GOOD.get(random.nextInt(GOOD.size()));
      String junk = JUNK.get(random.nextInt(JUNK.size()));
      String more = GOOD.get(random.nextInt(GOOD.size()));
      all.add(
          switch (random.nextInt(3)) {
            case 0 -> good + junk;
            case 1 -> good + " and " + more + junk;
            default -> "(" + good + junk + ") or " + more + ")";
          });
    }
    return all;
  }

  /** For every advertised attribute, operators and operands that its type does not have. */
  private static List<String> wrongOperands(JsonNode schemas) {
    List<String> all = new ArrayList<>();
    for (JsonNode schema : schemas) {
      String urn = schema.at("/id").asString("");
      if (!urn.equals(ScimClient.GROUP)) {
        String prefix = urn.equals(ScimClient.USER) ? "" : urn + ":";
        for (JsonNode attribute : schema.at("/attributes")) {
          all.addAll(wrongOperands(prefix, attribute));
        }
      }
    }
    return all;
  }

  private static List<String> wrongOperands(String prefix, JsonNode attribute) {
    String name = prefix + attribute.at("/name").asString("");
    List<String> all = new ArrayList<>();
    all.add(name + "x eq \"x\"");
    switch (attribute.at("/type").asString("")) {
      case "boolean" ->
          all.addAll(
              List.of(name + " gt true", name + " co true", name + " eq \"true\"", name + " eq 1"));
      case "string", "reference", "binary" ->
          all.addAll(List.of(name + " eq 5", name + " eq true", name + " co 5", name + ".x pr"));
      case "complex" -> {
        all.add(name + ".colour eq \"x\"");
        all.add(name + "[colour eq \"x\"]");
        all.add(name + "[");
        attribute.at("/subAttributes").forEach(p -> all.addAll(wrongOperands(name + ".", p)));
      }
      case "integer", "decimal" -> all.addAll(List.of(name + " eq \"x\"", name + " co 5"));
      default -> all.addAll(List.of(name + " eq 5", name + " co \"2011\""));
    }
    return all;
  }

  /** By GET at each address, and every third by a search message as well. */
  private static List<BadRequest> queries(String filter, List<String> paths, int number) {
    List<BadRequest> all = new ArrayList<>();
    for (String path : paths) {
      String address = path + "?filter=" + ScimClient.encoded(filter);
      all.add(BadRequest.of("filter " + filter, "GET", address).expecting(400));
      if (number % 3 == 0) {
        String body =
            JsonNodeFactory.instance
                .objectNode()
                .put("filter", filter)
                .set("schemas", JsonNodeFactory.instance.arrayNode().add(ScimClient.SEARCH))
                .toString();
        String search = path.equals("/") ? "/.search" : path + "/.search";
        all.add(BadRequest.of("filter " + filter, "POST", search, body).expecting(400));
      }
    }
    return all;
  }
}
