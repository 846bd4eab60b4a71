package dev.portcullis.api.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON schemas (draft 2020-12) that are written in few words.
 *
 * <p>A text is a type, and after a semicolon what it means: {@code string 1..100; shown to people}.
 * Types are {@code string}, {@code integer}, {@code number}, {@code boolean}, {@code object},
 * {@code any}, {@code time}, {@code uuid}, {@code uri}, {@code email}, {@code one of a b c}, {@code
 * list of} and {@code map of} another, and the name of a schema, with a capital; {@code or null}
 * may follow. A map is an object with these fields: {@code ?} behind a name says that it may be
 * missing, and the name {@code ...} what further fields hold.
 */
final class SchemaWords {

  private static final Pattern BOUNDS =
      Pattern.compile("(string|integer|number) (\\d+)\\.\\.(\\d+)");
  private static final String OR_NULL = " or null";
  private static final String FURTHER = "...";

  private static final Map<String, String> FORMATS =
      Map.of("time", "date-time", "uuid", "uuid", "uri", "uri", "email", "email");

  private SchemaWords() {}

  /**
   * The schema that is meant.
   *
   * @throws IllegalArgumentException if a word is not known
   */
  static Map<String, Object> schema(Object words) {
    return switch (words) {
      case String text -> described(text);
      case Map<?, ?> fields -> object(fields);
      default -> throw new IllegalArgumentException("a text or a map is wanted, not: " + words);
    };
  }

  /** What stands behind the semicolon; empty if nothing does. */
  static String meaning(String words) {
    return words.contains(";") ? words.substring(words.indexOf(';') + 1).strip() : "";
  }

  private static Map<String, Object> described(String text) {
    Map<String, Object> schema = type(text.split(";", 2)[0].strip());
    String meaning = meaning(text);
    if (!meaning.isEmpty()) {
      schema.put("description", meaning);
    }
    return schema;
  }

  private static Map<String, Object> type(String words) {
    if (words.endsWith(OR_NULL)) {
      return nullable(type(words.substring(0, words.length() - OR_NULL.length())));
    }
    if (words.startsWith("list of ")) {
      return with("array", "items", type(words.substring("list of ".length())));
    }
    if (words.startsWith("map of ")) {
      return with("object", "additionalProperties", type(words.substring("map of ".length())));
    }
    if (words.startsWith("one of ")) {
      return with("string", "enum", List.of(words.substring("one of ".length()).split(" ")));
    }
    return simple(words);
  }

  private static Map<String, Object> simple(String word) {
    Matcher bounds = BOUNDS.matcher(word);
    if (bounds.matches()) {
      return bounded(
          bounds.group(1), Integer.valueOf(bounds.group(2)), Integer.valueOf(bounds.group(3)));
    }
    if (FORMATS.containsKey(word)) {
      return with("string", "format", FORMATS.get(word));
    }
    if (Character.isUpperCase(word.charAt(0))) {
      return new LinkedHashMap<>(Map.of("$ref", "#/components/schemas/" + word));
    }
    return switch (word) {
      case "any" -> new LinkedHashMap<>();
      case "true", "false" -> with("boolean", "const", Boolean.valueOf(word));
      case "string", "integer", "number", "boolean", "object" ->
          new LinkedHashMap<>(Map.of("type", word));
      default -> throw new IllegalArgumentException("no type is called: " + word);
    };
  }

  private static Map<String, Object> bounded(String type, Integer least, Integer most) {
    boolean text = type.equals("string");
    Map<String, Object> schema = with(type, text ? "minLength" : "minimum", least);
    schema.put(text ? "maxLength" : "maximum", most);
    return schema;
  }

  private static Map<String, Object> nullable(Map<String, Object> schema) {
    if (schema.containsKey("enum") || !schema.containsKey("type")) {
      return new LinkedHashMap<>(Map.of("anyOf", List.of(schema, Map.of("type", "null"))));
    }
    schema.put("type", List.of(schema.get("type"), "null"));
    return schema;
  }

  private static Map<String, Object> object(Map<?, ?> fields) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    Map<String, Object> schema = with("object", "properties", properties);
    fields.forEach((key, words) -> {
      if (!(key instanceof String name)) {
        throw new IllegalArgumentException("YAML reads a bare `on` or `no` as a boolean, quote it");
      }
      if (name.equals(FURTHER)) {
        schema.put("additionalProperties", schema(words));
      } else if (name.endsWith("?")) {
        properties.put(name.substring(0, name.length() - 1), schema(words));
      } else {
        properties.put(name, schema(words));
        required.add(name);
      }
    });
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private static Map<String, Object> with(String type, String keyword, Object value) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    schema.put(keyword, value);
    return schema;
  }
}
