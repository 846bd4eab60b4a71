package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.Relation;
import dev.portcullis.catalog.SystemBlueprints;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Entities and what they point to, as far as one decision looks; in the snapshot of its
 * transaction, and forgotten with it.
 */
final class CatalogGraph {

  /** The most entities that one decision loads to follow relations. */
  static final int MAX_ENTITIES = 5_000;

  /** What a path calls the way to the teams that own an entity. */
  private static final String OWNERS = "$team";

  /** Where a decision stands on its way. */
  record Node(String blueprint, String identifier) {}

  private final AccessSnapshot snapshot;
  private final Optional<Predicate<Node>> visible;
  private final Map<Node, Optional<Entity>> entities = new HashMap<>();
  private int loaded;

  CatalogGraph(AccessSnapshot snapshot) {
    this.snapshot = snapshot;
    this.visible = Optional.empty();
  }

  /** A graph in which nothing leads to or over what somebody may not see. */
  CatalogGraph(AccessSnapshot snapshot, Predicate<Node> visible) {
    this.snapshot = snapshot;
    this.visible = Optional.of(visible);
  }

  Optional<Blueprint> blueprint(String identifier) {
    return snapshot.blueprint(identifier);
  }

  /** Lets relations be followed from an entity that is not stored. */
  void know(Entity entity) {
    entities.put(
        new Node(entity.blueprint(), entity.identifier()), Optional.of(entity.withoutProperties()));
  }

  /**
   * Everything that these depend on, directly or over others, without themselves unless a circle
   * leads back to them.
   *
   * @param required to go along relations alone that are, or that are not, required
   */
  Set<Node> upstream(Collection<Node> from, Optional<Boolean> required) {
    Set<Node> found = new LinkedHashSet<>();
    Collection<Node> edge = from;
    while (!edge.isEmpty()) {
      load(edge);
      Set<Node> next = new LinkedHashSet<>();
      for (Node node : edge) {
        next.addAll(targets(node, required));
      }
      next.removeAll(found);
      found.addAll(next);
      edge = next;
    }
    return found;
  }

  private List<Node> targets(Node node, Optional<Boolean> required) {
    Map<String, Relation> relations =
        blueprint(node.blueprint()).map(kind -> kind.definition().relations()).orElse(Map.of());
    List<Node> targets = new ArrayList<>();
    if (required.filter(wanted -> wanted).isEmpty()) {
      targets.addAll(step(node, OWNERS)); // owners are as good as related
    }
    relations.forEach((name, relation) -> {
      if (required.filter(wanted -> wanted != relation.required()).isEmpty()) {
        targets.addAll(step(node, name));
      }
    });
    return targets;
  }

  /** What these point to by a relation, or which teams own them. */
  Set<Node> follow(Collection<Node> from, String relation) {
    load(from);
    Set<Node> reached = new LinkedHashSet<>();
    from.forEach(node -> reached.addAll(step(node, relation)));
    return reached;
  }

  /** Those of these that there are, without their properties. */
  List<Entity> entities(Collection<Node> nodes) {
    load(nodes);
    return nodes.stream()
        .flatMap(node -> entities.getOrDefault(node, Optional.empty()).stream())
        .toList();
  }

  /** From a node that is loaded. */
  private List<Node> step(Node node, String relation) {
    Optional<Entity> entity = entities.getOrDefault(node, Optional.empty());
    if (relation.equals(OWNERS)) {
      return entity.stream()
          .flatMap(found -> found.owners().stream())
          .sorted()
          .map(team -> new Node(SystemBlueprints.TEAM, team))
          .toList();
    }
    Optional<String> target =
        blueprint(node.blueprint())
            .map(kind -> kind.definition().relations().get(relation))
            .map(Relation::target);
    return entity.isEmpty() || target.isEmpty()
        ? List.of()
        : entity.get().related(relation).stream()
            .map(identifier -> new Node(target.get(), identifier))
            .toList();
  }

  private void load(Collection<Node> nodes) {
    Map<String, Set<String>> missing = new LinkedHashMap<>();
    for (Node node : nodes) {
      if (!entities.containsKey(node)) {
        missing.computeIfAbsent(node.blueprint(), _ -> new HashSet<>()).add(node.identifier());
      }
    }
    missing.forEach(this::load);
  }

  private void load(String kind, Set<String> identifiers) {
    loaded += identifiers.size();
    if (loaded > MAX_ENTITIES) {
      throw new TooFar("leads along relations to more than %d entities".formatted(MAX_ENTITIES));
    }
    identifiers.forEach(identifier -> entities.put(new Node(kind, identifier), Optional.empty()));
    blueprint(kind).ifPresent(blueprint -> snapshot.readLinks(Map.of(blueprint, identifiers)));
    identifiers.stream()
        .map(identifier -> new Node(kind, identifier))
        .filter(node -> visible.isEmpty() || visible.get().test(node))
        .forEach(node -> snapshot.link(node).ifPresent(this::know));
  }
}
