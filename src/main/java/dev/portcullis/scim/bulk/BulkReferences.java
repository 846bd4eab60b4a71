package dev.portcullis.scim.bulk;

import dev.portcullis.scim.message.BulkOperation;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * References to what other operations of a bulk request make (RFC 7644 §3.7.2): {@code bulkId:x} as
 * a whole text, as the last part of an address in {@code $ref} or of an operation's path, and in
 * the quotes of a patch's {@code path}.
 */
public final class BulkReferences {

  private static final Pattern WHOLE = Pattern.compile("(?is)^bulkId:(.*)$");
  private static final Pattern LAST_PART = Pattern.compile("(?i)(?<=^|/)bulkId:([^/]*)$");
  private static final Pattern QUOTED = Pattern.compile("(?i)(?<=\")bulkId:([^\"\\\\]*)(?=\")");

  private BulkReferences() {}

  /** The bulk ids that an operation refers to, in the order in which they stand there. */
  public static Set<String> in(BulkOperation operation) {
    Set<String> found = new LinkedHashSet<>();
    collect(LAST_PART, operation.path(), found);
    collect("", operation.data(), found);
    return found;
  }

  private static void collect(String name, JsonNode node, Set<String> found) {
    if (node.isString()) {
      collect(pattern(name), node.stringValue(), found);
    }
    if (node.isArray()) {
      node.forEach(element -> collect(name, element, found));
    }
    node.properties().forEach(property -> collect(property.getKey(), property.getValue(), found));
  }

  private static void collect(Pattern pattern, String text, Set<String> found) {
    pattern.matcher(text).results().map(reference -> reference.group(1)).forEach(found::add);
  }

  private static Pattern pattern(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith("$ref") ? LAST_PART : lower.equals("path") ? QUOTED : WHOLE;
  }

  /** A path with the id in place of its reference, whose bulk id must be among them. */
  public static String resolved(String path, Map<String, String> ids) {
    return resolved(LAST_PART, path, ids).orElseThrow();
  }

  /**
   * Data with ids in place of references. Where a bulk id has none yet, what refers to it is left
   * out as a whole: an element of a list, or an attribute with all its sub-attributes.
   *
   * @return empty if the data itself refers to it
   */
  public static Optional<JsonNode> resolved(JsonNode data, Map<String, String> ids) {
    return resolved("", data, ids, true);
  }

  private static Optional<JsonNode> resolved(
      String name, JsonNode node, Map<String, String> ids, boolean holdsAttributes) {
    if (node.isString()) {
      return resolved(pattern(name), node.stringValue(), ids)
          .map(JsonNodeFactory.instance::stringNode);
    }
    return switch (node) {
      case ArrayNode list -> Optional.of(resolved(name, list, ids));
      case ObjectNode object -> resolved(object, ids, holdsAttributes);
      default -> Optional.of(node);
    };
  }

  private static JsonNode resolved(String name, ArrayNode list, Map<String, String> ids) {
    ArrayNode elements = JsonNodeFactory.instance.arrayNode(list.size());
    list.forEach(element -> resolved(name, element, ids, false).ifPresent(elements::add));
    return elements;
  }

  private static Optional<JsonNode> resolved(
      ObjectNode object, Map<String, String> ids, boolean holdsAttributes) {
    ObjectNode resolved = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      String name = property.getKey();
      Optional<JsonNode> value =
          resolved(name, property.getValue(), ids, holdsAttributes && isExtension(name));
      if (value.isEmpty() && !holdsAttributes) {
        return Optional.empty();
      }
      value.ifPresent(found -> resolved.set(name, found));
    }
    return Optional.of(resolved);
  }

  /** An extension's attributes stand below its URN (RFC 7643 §3.3). */
  private static boolean isExtension(String name) {
    return name.indexOf(':') >= 0;
  }

  private static Optional<String> resolved(Pattern pattern, String text, Map<String, String> ids) {
    Matcher references = pattern.matcher(text);
    boolean known = references.results().map(found -> found.group(1)).allMatch(ids::containsKey);
    return known
        ? Optional.of(references.reset().replaceAll(found -> replacement(found, ids)))
        : Optional.empty();
  }

  private static String replacement(MatchResult reference, Map<String, String> ids) {
    return Matcher.quoteReplacement(ids.getOrDefault(reference.group(1), reference.group()));
  }
}
