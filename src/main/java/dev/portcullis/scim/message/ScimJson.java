package dev.portcullis.scim.message;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the JSON of a request, bounded and strict: one object, no repeated names in whatever case,
 * no text that a database cannot hold.
 */
public final class ScimJson {

  /** The most objects and lists within each other. */
  public static final int MAX_DEPTH = 32;

  private static final int MAX_NUMBER_LENGTH = 100;
  private static final int MAX_NAME_LENGTH = 1_000;
  private static final int MAX_TEXT_LENGTH = 1_048_576;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_LENGTH)
                          .maxNameLength(MAX_NAME_LENGTH)
                          .maxStringLength(MAX_TEXT_LENGTH)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private ScimJson() {}

  /**
   * Reads one object.
   *
   * @throws ScimFault if it is anything else
   * @throws UncheckedIOException if the body cannot be read to its end
   */
  public static ObjectNode read(InputStream body) {
    JsonNode node = tree(body);
    if (!(node instanceof ObjectNode object)) {
      throw ScimFault.invalidSyntax(
          node.isMissingNode()
              ? "the body is empty: send one JSON object"
              : "the body must be one JSON object");
    }
    requireSound(object, "");
    return object;
  }

  private static JsonNode tree(InputStream body) {
    try {
      return MAPPER.readTree(body);
    } catch (JacksonIOException e) {
      throw new UncheckedIOException(e.getCause());
    } catch (StreamConstraintsException e) {
      throw ScimFault.invalidSyntax(
          "the body is nested deeper than "
              + MAX_DEPTH
              + " levels, or a name, number or text in it is too long: make it smaller");
    } catch (JacksonException e) {
      throw ScimFault.invalidSyntax(
          "the body is not valid JSON"
              + place(e.getLocation())
              + ": send one object, in UTF-8, in which no name is repeated");
    }
  }

  private static String place(@Nullable TokenStreamLocation location) {
    return location == null
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }

  /**
   * PostgreSQL holds no NUL and no half of a surrogate pair, though JSON can write both. Names are
   * read without regard to case (RFC 7643 §2.1), so that two that differ in nothing else are one.
   */
  private static void requireSound(JsonNode node, String attribute) {
    if (node.isString() && !isStorable(node.stringValue())) {
      throw unstorable(attribute);
    }
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      if (!isStorable(property.getKey())) {
        throw unstorable(attribute);
      }
      if (!names.add(property.getKey())) {
        throw ScimFault.invalidSyntax(
            "`" + property.getKey() + "` is given twice, in different case: give it once");
      }
      requireSound(property.getValue(), property.getKey());
    }
    if (node.isArray()) {
      node.forEach(element -> requireSound(element, attribute));
    }
  }

  private static ScimFault unstorable(String attribute) {
    return ScimFault.invalidValue(
        (attribute.isEmpty() ? "a name" : "`" + attribute + "`")
            + " contains a NUL character or half of a surrogate pair: remove it");
  }

  private static boolean isStorable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }
}
