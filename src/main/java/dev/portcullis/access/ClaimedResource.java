package dev.portcullis.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a question says of its resource; it counts where the catalog does not know better.
 *
 * @param teams that own it, by identifier or name
 * @param values of its properties and relations, as trees of JDK values without nulls
 */
public record ClaimedResource(List<String> teams, Map<String, Object> values) {

  public ClaimedResource {
    teams = List.copyOf(teams);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The properties and relations that it has a value for. */
  Set<String> fields() {
    return values.keySet();
  }
}
