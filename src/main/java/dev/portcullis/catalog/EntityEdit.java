package dev.portcullis.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What somebody says an entity is to be, or to become.
 *
 * @param given what is named with a value
 * @param cleared what is named with null or with nothing in it: {@code title}, {@code icon}, {@code
 *     team}, {@code properties.x}, {@code relations.y}
 * @param merges whether what is not named stays as it is; else it goes
 */
public record EntityEdit(EntityDraft given, Set<String> cleared, boolean merges) {

  /** What stands before the names of cleared properties. */
  public static final String PROPERTIES = "properties.";

  /** What stands before the names of cleared relations. */
  public static final String RELATIONS = "relations.";

  public EntityEdit {
    cleared = Set.copyOf(cleared);
  }

  /** The same by which whatever is not named goes. */
  public EntityEdit replacing() {
    return new EntityEdit(given, cleared, false);
  }

  Optional<String> title(Optional<Entity> before) {
    return one("title", given.title(), () -> before.flatMap(Entity::title));
  }

  Optional<String> icon(Optional<Entity> before) {
    return one("icon", given.icon(), () -> before.flatMap(Entity::icon));
  }

  private Optional<String> one(
      String field, Optional<String> value, Supplier<Optional<String>> kept) {
    return value.or(() -> stays(field) ? kept.get() : Optional.empty());
  }

  /** Whether the owners that there are stay, each meaning what it was bound to. */
  boolean keepsTeams() {
    return given.teams().isEmpty() && stays("team");
  }

  private boolean stays(String field) {
    return merges && !cleared.contains(field);
  }

  Map<String, Object> properties(Optional<Entity> before) {
    return joined(PROPERTIES, before.map(Entity::properties).orElse(Map.of()), given.properties());
  }

  Map<String, Object> relations(Optional<Entity> before) {
    return joined(RELATIONS, before.map(Entity::relations).orElse(Map.of()), given.relations());
  }

  private Map<String, Object> joined(
      String prefix, Map<String, Object> before, Map<String, Object> values) {
    Map<String, Object> joined = new LinkedHashMap<>();
    before.forEach((name, value) -> {
      if (stays(prefix + name)) {
        joined.put(name, value);
      }
    });
    joined.putAll(values);
    return joined;
  }

  /** The whole that an entity would be; teams as they are named. */
  public EntityDraft over(Entity before) {
    Optional<Entity> there = Optional.of(before);
    List<String> teams =
        keepsTeams() ? before.teams().stream().map(OwningTeam::sent).toList() : given.teams();
    return new EntityDraft(
        Optional.of(before.identifier()),
        title(there),
        icon(there),
        teams,
        properties(there),
        relations(there));
  }
}
