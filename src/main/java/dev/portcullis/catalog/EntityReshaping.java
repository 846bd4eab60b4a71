package dev.portcullis.catalog;

import dev.portcullis.organization.Caller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets stored entities follow a changed blueprint: values of what it has no more go, and so do
 * those that are of another type than it says now, as in Port.
 */
@Component
class EntityReshaping {

  /** How many entities are in memory at a time. */
  private static final int AT_ONCE = 500;

  private final EntityRows rows;
  private final EntityLinks links;
  private final Clock clock;

  EntityReshaping(EntityRows rows, EntityLinks links, Clock clock) {
    this.rows = rows;
    this.links = links;
    this.clock = clock;
  }

  /** Looks through all entities of the blueprint, if the change concerns any. */
  void follow(Caller caller, BlueprintDefinition before, BlueprintDefinition after) {
    Set<String> properties = changedProperties(before, after);
    Set<String> relations = changedRelations(before, after);
    if (properties.isEmpty() && relations.isEmpty()) {
      return;
    }
    UUID organizationId = caller.organizationId();
    Set<String> gone = gone(before, after, relations);
    String place = "";
    List<Entity> some;
    do {
      some = rows.after(organizationId, after.identifier(), place, AT_ONCE);
      List<Entity> changed = new ArrayList<>();
      for (Entity entity : some) {
        Entity fitted = fitted(entity, after, properties, relations, gone);
        if (!fitted.equals(entity)) {
          changed.add(fitted);
        }
        if (isNarrowed(entity, fitted)) {
          links.replace(organizationId, after, fitted);
        }
      }
      rows.updateValues(organizationId, changed, clock.instant(), caller.actor().identifier());
      place = some.isEmpty() ? place : IdentifierDigest.of(some.getLast().identifier());
    } while (some.size() == AT_ONCE);
    links.forget(organizationId, after.identifier(), gone);
  }

  private static Set<String> changedProperties(
      BlueprintDefinition before, BlueprintDefinition after) {
    Set<String> names = new HashSet<>(before.schema().properties().keySet());
    names.removeIf(name -> {
      PropertyDefinition now = after.schema().properties().get(name);
      return now != null && now.type().equals(type(before, name));
    });
    return names;
  }

  private static Optional<PropertyType> type(BlueprintDefinition kind, String name) {
    return Objects.requireNonNull(kind.schema().properties().get(name)).type();
  }

  private static Set<String> changedRelations(
      BlueprintDefinition before, BlueprintDefinition after) {
    Set<String> names = new HashSet<>(before.relations().keySet());
    names.removeIf(name -> {
      Relation was = before.relation(name);
      Relation now = after.relations().get(name);
      return now != null && now.target().equals(was.target()) && now.many() == was.many();
    });
    return names;
  }

  /** The relations whose values go: those that are no more, and those that lead elsewhere. */
  private static Set<String> gone(
      BlueprintDefinition before, BlueprintDefinition after, Set<String> relations) {
    Set<String> gone = new HashSet<>(relations);
    gone.removeIf(name -> {
      Relation now = after.relations().get(name);
      return now != null && now.target().equals(before.relation(name).target());
    });
    return gone;
  }

  private static Entity fitted(
      Entity entity,
      BlueprintDefinition after,
      Set<String> properties,
      Set<String> relations,
      Set<String> gone) {
    Map<String, Object> values = new LinkedHashMap<>(entity.properties());
    properties.forEach(name -> {
      PropertyDefinition now = after.schema().properties().get(name);
      Object value = values.get(name);
      boolean fits =
          now != null && value != null && now.type().filter(type -> type.admits(value)).isPresent();
      if (!fits) {
        values.remove(name);
      }
    });
    Map<String, Object> related = new LinkedHashMap<>(entity.relations());
    relations.forEach(name -> {
      Object value =
          gone.contains(name) ? null : many(related.get(name), after.relations().get(name));
      if (value == null) {
        related.remove(name);
      } else {
        related.put(name, value);
      }
    });
    return new Entity(
        entity.blueprint(),
        entity.identifier(),
        entity.title(),
        entity.icon(),
        entity.teams(),
        values,
        related,
        entity.provenance());
  }

  /** Whether a relation led to several and leads to one of them now. */
  private static boolean isNarrowed(Entity before, Entity after) {
    return after.relations().keySet().stream()
        .anyMatch(name -> after.related(name).size() < before.related(name).size());
  }

  /** One becomes a list of one; of a list the first stays where only one may be. */
  private static @Nullable Object many(@Nullable Object value, @Nullable Relation now) {
    if (value == null || now == null) {
      return null;
    }
    if (now.many()) {
      return value instanceof List<?> ? value : List.of(value);
    }
    return value instanceof List<?> list ? (list.isEmpty() ? null : list.getFirst()) : value;
  }
}
