package dev.portcullis.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A thing in an organization's catalog.
 *
 * @param blueprint identifier of its kind
 * @param identifier unique among that kind
 * @param properties by identifier, as trees of JDK values
 * @param relations by identifier, each a text or a list of texts
 */
public record Entity(
    String blueprint,
    String identifier,
    Optional<String> title,
    Optional<String> icon,
    List<OwningTeam> teams,
    Map<String, Object> properties,
    Map<String, Object> relations,
    Provenance provenance) {

  public Entity {
    teams = List.copyOf(teams);
  }

  /** Identifiers of the teams that own it; a name that means no team owns nothing. */
  public Set<String> owners() {
    return teams.stream()
        .flatMap(team -> team.identifier().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same with these owners. */
  Entity ownedBy(List<OwningTeam> owning) {
    return new Entity(
        blueprint, identifier, title, icon, owning, properties, relations, provenance);
  }

  /** The same with these relations. */
  Entity relatedTo(Map<String, Object> others) {
    return new Entity(blueprint, identifier, title, icon, teams, properties, others, provenance);
  }

  /** The same with these properties, too, where it has none of that name. */
  Entity withMore(Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(more);
    all.putAll(properties);
    return new Entity(blueprint, identifier, title, icon, teams, all, relations, provenance);
  }

  /** The same without its properties, for those who keep many to go along their relations. */
  public Entity withoutProperties() {
    return new Entity(blueprint, identifier, title, icon, teams, Map.of(), relations, provenance);
  }

  /** What a relation points to, in the order in which it was sent. */
  public List<String> related(String relation) {
    return switch (relations.get(relation)) {
      case String one -> List.of(one);
      case List<?> several ->
          several.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      case null, default -> List.of();
    };
  }
}
