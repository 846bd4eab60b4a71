package dev.portcullis.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What would become of an entity: found under its lock, to be judged first and then stored.
 *
 * @param before as it is; empty if there is none
 * @param after as it would be, with the owners that it would have
 * @param given the properties and relations that the writer names a value for
 * @param problems in which it would not fit its blueprint
 * @param missing what relations would lead to and is not there
 * @param makesMissing whether those are to be made, too
 */
public record EntityPlan(
    Blueprint blueprint,
    Optional<Entity> before,
    Entity after,
    Given given,
    List<CatalogProblem> problems,
    List<RelatedEntity> missing,
    boolean makesMissing) {

  /** Names of what somebody sent a value for. */
  public record Given(Set<String> properties, Set<String> relations, boolean teams) {
    public Given {
      properties = Set.copyOf(properties);
      relations = Set.copyOf(relations);
    }
  }

  /** An entity that a relation leads to. */
  public record RelatedEntity(String relation, String blueprint, String identifier) {}

  public EntityPlan {
    problems = List.copyOf(problems);
    missing = List.copyOf(missing);
  }

  /** Whether nothing would be otherwise. */
  public boolean changesNothing() {
    return before.filter(was -> isSame(was, after)).isPresent();
  }

  private static boolean isSame(Entity one, Entity other) {
    return one.identifier().equals(other.identifier())
        && one.title().equals(other.title())
        && one.icon().equals(other.icon())
        && one.teams().equals(other.teams())
        && one.properties().equals(other.properties())
        && one.relations().equals(other.relations());
  }

  /** The properties that would be otherwise, without those that the server fills in by itself. */
  public Set<String> changedProperties() {
    Map<String, Object> was = before.map(Entity::properties).orElse(Map.of());
    Set<String> changed = differing(was, after.properties());
    changed.removeIf(name -> !was.containsKey(name) && !given.properties().contains(name));
    return changed;
  }

  /** The relations that would be otherwise. */
  public Set<String> changedRelations() {
    return differing(before.map(Entity::relations).orElse(Map.of()), after.relations());
  }

  private static Set<String> differing(Map<String, Object> one, Map<String, Object> other) {
    Set<String> names = new LinkedHashSet<>(one.keySet());
    names.addAll(other.keySet());
    names.removeIf(name -> Objects.equals(one.get(name), other.get(name)));
    return names;
  }

  /** What relations would newly lead to, that there is. */
  public List<RelatedEntity> newlyRelated() {
    List<RelatedEntity> related = new ArrayList<>();
    for (String relation : changedRelations()) {
      Relation definition = blueprint.definition().relations().get(relation);
      if (definition != null) {
        List<String> was = before.map(entity -> entity.related(relation)).orElse(List.of());
        after.related(relation).stream()
            .filter(identifier -> !was.contains(identifier))
            .map(identifier -> new RelatedEntity(relation, definition.target(), identifier))
            .filter(one -> !missing.contains(one))
            .forEach(related::add);
      }
    }
    return related;
  }
}
