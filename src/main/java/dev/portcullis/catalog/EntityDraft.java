package dev.portcullis.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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

  Entity entity(
      String blueprint,
      String identifier,
      Function<String, OwningTeam> owner,
      Provenance provenance) {
    List<OwningTeam> owners = teams.stream().map(owner).toList();
    return new Entity(
        blueprint, identifier, title, icon, owners, properties, relations, provenance);
  }
}
