package dev.portcullis.api;

import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.JsonNode;

/**
 * Refuses text that PostgreSQL cannot hold: U+0000 and halves of surrogate pairs. Refusing it at
 * the edge keeps such text a client's mistake instead of a failure of the database.
 */
final class LegibleText {

  private static final String REMEDY = "contains U+0000 or half of a surrogate pair; remove it";

  private LegibleText() {}

  static boolean isLegible(String text) {
    return text.codePoints()
        .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  /** Checks every text and every property name of a body. */
  static void check(JsonNode body) {
    Deque<Place> pending = new ArrayDeque<>();
    pending.push(new Place("", body));
    while (!pending.isEmpty()) {
      Place place = pending.pop();
      JsonNode node = place.node();
      if (node.isString() && !isLegible(node.stringValue())) {
        throw RequestFault.invalid(place.path(), "`" + place.path() + "` " + REMEDY);
      }
      node.propertyStream()
          .forEach(property -> pending.push(place.named(property.getKey(), property.getValue())));
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        pending.push(new Place(place.path() + "[" + i + "]", node.get(i)));
      }
    }
  }

  private record Place(String path, JsonNode node) {

    Place named(String name, JsonNode value) {
      if (!isLegible(name)) {
        throw RequestFault.invalid("a property's name in the body " + REMEDY);
      }
      return new Place(path.isEmpty() ? name : path + "." + name, value);
    }
  }
}
