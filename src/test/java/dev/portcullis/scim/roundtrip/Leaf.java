package dev.portcullis.scim.roundtrip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A simple attribute or sub-attribute with the value that a resource has of it.
 *
 * @param path as filters name it
 * @param within the name of the multi-valued attribute whose brackets may hold it, else empty
 */
record Leaf(String path, String within, Advertised attribute, JsonNode value) {

  /** Every simple value of the attribute's value, of a list's first element. */
  static List<Leaf> of(Advertised attribute, JsonNode value) {
    JsonNode one = value.isArray() ? value.get(0) : value;
    if (!attribute.type().equals("complex")) {
      return List.of(new Leaf(attribute.path(), "", attribute, one));
    }
    List<Leaf> leaves = new ArrayList<>();
    for (Advertised part : attribute.parts()) {
      if (one.has(part.name())) {
        String path = attribute.path() + "." + part.name();
        String within = value.isArray() ? attribute.path() : "";
        leaves.add(new Leaf(path, within, part, one.get(part.name())));
      }
    }
    return leaves;
  }

  String equality() {
    return path + " eq " + value;
  }

  /** The same within brackets. */
  String inBrackets() {
    return within + "[" + attribute.name() + " eq " + value + "]";
  }

  /** The equality with the text's case turned round, empty if the value has none. */
  String otherCase() {
    String text = value.asString("");
    String upper = text.toUpperCase(Locale.ROOT);
    boolean hasCase = attribute.type().equals("string") && !upper.equals(text);
    return hasCase ? path + " eq \"" + upper + "\"" : "";
  }
}
