package dev.portcullis.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants an entity to be.
 *
 * @param identifier empty to be given one
 * @param teams the owning teams, by identifier or name
 * @param properties by identifier, as trees of JDK values without nulls
 * @param relations by identifier, each a text or a list of texts
 */
public record EntityDraft(
    Optional<String> identifier,
    Optional<String> title,
    Optional<String> icon,
    List<String> teams,
    Map<String, Object> properties,
    Map<String, Object> relations) {

  public EntityDraft {
    teams = teams.stream().distinct().toList();
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    relations = Collections.unmodifiableMap(new LinkedHashMap<>(relations));
  }

  /** The same under this identifier. */
  public EntityDraft identifiedBy(String other) {
    return new EntityDraft(Optional.of(other), title, icon, teams, properties, relations);
  }

  /** The same without a value of these properties. */
  EntityDraft without(Set<String> names) {
    Map<String, Object> rest = new LinkedHashMap<>(properties);
    rest.keySet().removeAll(names);
    return new EntityDraft(identifier, title, icon, teams, rest, relations);
  }

  /** The same, owned by these. */
  EntityDraft ownedBy(List<String> others) {
    return new EntityDraft(identifier, title, icon, others, properties, relations);
  }
}
