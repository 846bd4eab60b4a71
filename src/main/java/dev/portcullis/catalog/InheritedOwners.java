package dev.portcullis.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives entities the owners of those that they inherit from. Nothing is stored: a changed relation
 * or owner anywhere on the way is seen at once.
 */
@Component
class InheritedOwners {

  private final BlueprintRows blueprints;
  private final EntityRows entities;
  private final SystemEntities system;

  InheritedOwners(BlueprintRows blueprints, EntityRows entities, SystemEntities system) {
    this.blueprints = blueprints;
    this.entities = entities;
    this.system = system;
  }

  /** The entities of one blueprint with their owners; one statement for each step of the path. */
  List<Entity> resolved(UUID organizationId, BlueprintDefinition kind, List<Entity> found) {
    if (!kind.inheritsOwnership() || found.isEmpty()) {
      return found;
    }
    List<@Nullable Entity> ends = new ArrayList<>(found);
    BlueprintDefinition place = kind;
    for (String step : kind.ownership().map(Ownership::steps).orElse(List.of())) {
      Relation relation = place.relations().get(step);
      BlueprintDefinition next =
          relation == null ? null : definition(organizationId, relation.target());
      if (next == null) {
        return owned(found, List.of());
      }
      ends = followed(organizationId, ends, step, next.identifier());
      place = next;
    }
    return owned(found, ends);
  }

  private @Nullable BlueprintDefinition definition(UUID organizationId, String identifier) {
    return SystemBlueprints.fixed(identifier)
        .or(() -> blueprints.find(organizationId, identifier))
        .map(Blueprint::definition)
        .orElse(null);
  }

  private List<@Nullable Entity> followed(
      UUID organizationId, List<@Nullable Entity> from, String relation, String blueprint) {
    List<@Nullable String> targets = new ArrayList<>();
    for (Entity entity : from) {
      List<String> related = entity == null ? List.of() : entity.related(relation);
      targets.add(related.size() == 1 ? related.getFirst() : null);
    }
    List<String> named = targets.stream().flatMap(Stream::ofNullable).distinct().toList();
    Map<String, Entity> byIdentifier = new HashMap<>();
    (SystemBlueprints.are(blueprint)
            ? system.named(organizationId, blueprint, named)
            : entities.named(organizationId, blueprint, named))
        .forEach(entity -> byIdentifier.put(entity.identifier(), entity));
    List<@Nullable Entity> reached = new ArrayList<>();
    for (String target : targets) {
      reached.add(target == null ? null : byIdentifier.get(target));
    }
    return reached;
  }

  /** Whoever reached nothing is owned by nobody. */
  private static List<Entity> owned(List<Entity> found, List<@Nullable Entity> ends) {
    List<Entity> owned = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Entity end = i < ends.size() ? ends.get(i) : null;
      owned.add(found.get(i).ownedBy(end == null ? List.of() : end.teams()));
    }
    return owned;
  }
}
