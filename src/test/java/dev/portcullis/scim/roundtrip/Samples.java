package dev.portcullis.scim.roundtrip;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values of advertised attributes. Of each there is a smaller one, 0, and a greater one, 1.
 *
 * @param people two users, for what refers to users
 */
record Samples(List<String> people) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Texts that mean something in a format of their own. */
  private static final Map<String, List<String>> FORMATS =
      Map.of(
          "locale", List.of("de-DE", "en-US"),
          "preferredLanguage", List.of("de-DE", "en-US"),
          "timezone", List.of("America/Los_Angeles", "Europe/Berlin"),
          "country", List.of("DE", "US"));

  /** A value of the attribute, a list if it has several. */
  JsonNode of(Advertised attribute, int which) {
    if (!attribute.isMultiValued()) {
      return single(attribute, which, which);
    }
    ArrayNode list = JSON.arrayNode().add(single(attribute, which, which));
    if (!attribute.name().equals("members") && attribute.type().equals("complex")) {
      list.add(single(attribute, which, which + 2));
    }
    return list;
  }

  private JsonNode single(Advertised attribute, int which, int number) {
    return attribute.type().equals("complex")
        ? complex(attribute, which, number)
        : simple(attribute, number);
  }

  /** One element; the first of a list is its primary one. */
  private ObjectNode complex(Advertised attribute, int which, int number) {
    ObjectNode value = JSON.objectNode();
    boolean refersToUsers =
        attribute.name().equals("members") || attribute.name().equals("manager");
    for (Advertised part : attribute.parts()) {
      switch (part.name()) {
        case "primary" -> {
          if (which == number) {
            value.put("primary", true);
          }
        }
        case "value" ->
            value.set(
                "value", refersToUsers ? JSON.stringNode(people.get(which)) : simple(part, number));
        default -> {
          if (!part.is("readOnly") && !(refersToUsers && !part.name().equals("type"))) {
            value.set(part.name(), simple(part, number));
          }
        }
      }
    }
    return value;
  }

  private static JsonNode simple(Advertised attribute, int number) {
    return switch (attribute.type()) {
      case "boolean" -> JSON.booleanNode(number % 2 == 1);
      case "integer" -> JSON.numberNode(41 + number);
      case "decimal" -> JSON.numberNode(new BigDecimal("1.25").add(BigDecimal.valueOf(number)));
      case "dateTime" -> JSON.stringNode("2011-05-1" + number + "T04:42:34Z");
      case "binary" -> JSON.stringNode(List.of("QUJD", "REVG", "R0hJ", "SktM").get(number));
      case "reference" -> JSON.stringNode("https://example.com/" + letter(number) + "/" + number);
      default -> JSON.stringNode(text(attribute, number));
    };
  }

  private static String text(Advertised attribute, int number) {
    JsonNode canonical = attribute.definition().at("/canonicalValues");
    if (canonical.size() > 0) {
      return canonical.get(number % canonical.size()).asString("");
    }
    List<String> formatted = FORMATS.get(attribute.name());
    if (formatted != null) {
      return formatted.get(number % formatted.size());
    }
    return letter(number) + "lpha " + number + " of " + attribute.name();
  }

  private static char letter(int number) {
    return (char) ('a' + number);
  }
}
