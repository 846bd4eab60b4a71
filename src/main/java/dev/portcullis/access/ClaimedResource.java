package dev.portcullis.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a question says of its resource; it counts where the catalog does not know better.
 *
 * @param teams that own it, by identifier or name
 * @param values of its properties and relations, as trees of JDK values without nulls
 */
public record ClaimedResource(List<String> teams, Map<String, Object> values) {

  /** The property that says which entity an action is about. */
  static final String ENTITY = "entity";

  /** The property that says who runs an action that somebody shall approve. */
  static final String EXECUTOR = "executor";

  public ClaimedResource {
    teams = List.copyOf(teams);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The properties and relations that it has a value for. */
  Set<String> fields() {
    return values.keySet();
  }

  /** The value of this name, if it is a text. */
  Optional<String> text(String name) {
    return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
