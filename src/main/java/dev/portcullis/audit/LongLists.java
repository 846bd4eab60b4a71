package dev.portcullis.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry with its long lists taken out: the entry shows how each begins and how long it is, and
 * the whole list lies in parts beside it. So an entry stays small, and nothing is cut off.
 *
 * @param counts how many elements each list that was taken out has, by its name
 * @param parts all elements of those lists, in order
 */
record LongLists(
    Optional<Map<String, ?>> before,
    Optional<Map<String, ?>> after,
    Map<String, Integer> counts,
    List<Part> parts) {

  /** The most elements of a list that an entry shows itself. */
  static final int SHOWN = 100;

  /** The most elements of one part. */
  static final int PART = 1_000;

  /**
   * A piece of a list.
   *
   * @param list {@code before.} or {@code after.} and the list's key
   * @param content a JSON array
   */
  record Part(String list, String content) {}

  static LongLists of(AuditEntry entry, JsonMapper json) {
    Map<String, Integer> counts = new TreeMap<>();
    List<Part> parts = new ArrayList<>();
    Optional<Map<String, ?>> before =
        entry.before().map(state -> shortened("before.", state, counts, parts, json));
    Optional<Map<String, ?>> after =
        entry.after().map(state -> shortened("after.", state, counts, parts, json));
    return new LongLists(before, after, counts, parts);
  }

  private static Map<String, ?> shortened(
      String side,
      Map<String, ?> state,
      Map<String, Integer> counts,
      List<Part> parts,
      JsonMapper json) {
    Map<String, Object> shown = new LinkedHashMap<>(state);
    state.forEach((key, value) -> {
      if (value instanceof Collection<?> all && all.size() > SHOWN) {
        String name = side + key;
        List<Object> elements = new ArrayList<>(all);
        counts.put(name, elements.size());
        shown.put(key, elements.subList(0, SHOWN));
        for (int from = 0; from < elements.size(); from += PART) {
          List<Object> piece = elements.subList(from, Math.min(from + PART, elements.size()));
          parts.add(new Part(name, json.writeValueAsString(piece)));
        }
      }
    });
    return shown;
  }
}
