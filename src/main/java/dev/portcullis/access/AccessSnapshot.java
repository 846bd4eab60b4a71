package dev.portcullis.access;

import dev.portcullis.access.CatalogGraph.Node;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.LentEntity;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the answers of one transaction read: each thing once, and as a set what {@link Expectations}
 * ask for beforehand. It lives no longer than the transaction, so that nothing in it is older than
 * what the database would say.
 */
final class AccessSnapshot {

  /** How many entities are in memory with all their properties at a time. */
  static final int ENTITIES_AT_ONCE = 200;

  private final AccessSnapshots from;
  private final UUID organizationId;
  private final Instant now;
  private final SnapshotPeople people;

  private final Map<Claimed, EntityDecisions.Judged> judged = new HashMap<>();
  private final Map<String, Optional<Blueprint>> blueprints = new HashMap<>();
  private final Map<PermissionOwner, Optional<Ruling>> rulings = new HashMap<>();
  private final Map<PortalObject.Kind, Map<String, PortalObject>> objects = new HashMap<>();
  private final Map<Node, Optional<Entity>> entities = new HashMap<>();
  private final Map<Node, Optional<Entity>> links = new HashMap<>();
  private final Map<String, Optional<String>> teams = new HashMap<>();

  /** What questions say of a resource. */
  private record Claimed(Node node, ClaimedResource claimed) {}

  AccessSnapshot(AccessSnapshots from, UUID organizationId, Instant now) {
    this.from = from;
    this.organizationId = organizationId;
    this.now = now;
    this.people = new SnapshotPeople(from, organizationId);
  }

  UUID organizationId() {
    return organizationId;
  }

  /** The moment that all answers go by. */
  Instant now() {
    return now;
  }

  /** The people of this snapshot. */
  SnapshotPeople people() {
    return people;
  }

  /** A resource as it is judged. */
  EntityDecisions.Judged judged(
      Node node, ClaimedResource claimed, Supplier<EntityDecisions.Judged> made) {
    Claimed key = new Claimed(node, claimed);
    EntityDecisions.Judged known = judged.get(key);
    if (known == null) {
      known = made.get(); // reads, and so must not be called while the map is changed
      judged.put(key, known);
    }
    return known;
  }

  Optional<Blueprint> blueprint(String identifier) {
    return blueprints.computeIfAbsent(
        identifier, name -> from.catalog.blueprint(organizationId, name));
  }

  /** Reads these blueprints; several of them take one statement. */
  void readBlueprints(Collection<String> identifiers) {
    Set<String> missing = new HashSet<>(identifiers);
    missing.removeIf(name -> blueprints.containsKey(name) || SystemBlueprints.are(name));
    if (missing.size() > 1) {
      from.catalog
          .blueprints(organizationId)
          .forEach(blueprint -> blueprints.put(blueprint.identifier(), Optional.of(blueprint)));
      missing.forEach(name -> blueprints.putIfAbsent(name, Optional.empty()));
    }
  }

  /** The document in force of an owner with its rules; empty if there is no such owner. */
  Optional<Ruling> ruling(PermissionOwner owner) {
    readRulings(List.of(owner));
    return rulings.getOrDefault(owner, Optional.empty());
  }

  /** Answers from now on as if this document were in force. */
  void assume(VersionedPermissions document) {
    rulings.put(document.owner(), Optional.of(Ruling.of(document)));
  }

  /** Reads these documents; one statement. */
  void readRulings(Collection<PermissionOwner> owners) {
    Map<PermissionOwner, DocumentBasis> bases = new HashMap<>();
    for (PermissionOwner owner : owners) {
      if (!rulings.containsKey(owner)) {
        rulings.put(owner, Optional.empty());
        basis(owner).ifPresent(basis -> bases.put(owner, basis));
      }
    }
    if (!bases.isEmpty()) {
      from.documents
          .of(organizationId, bases)
          .forEach((owner, document) -> rulings.put(owner, Optional.of(Ruling.of(document))));
    }
  }

  private Optional<DocumentBasis> basis(PermissionOwner owner) {
    return switch (owner.kind()) {
      case BLUEPRINT -> blueprint(owner.identifier()).map(DocumentOwners::basis);
      case ACTION ->
          object(PortalObject.Kind.ACTION, owner.identifier())
              .map(action -> DocumentOwners.basis(action, this::blueprint));
      case PAGE ->
          object(PortalObject.Kind.PAGE, owner.identifier())
              .map(page -> DocumentOwners.basis(page, this::blueprint));
    };
  }

  Optional<PortalObject> object(PortalObject.Kind kind, String identifier) {
    return Optional.ofNullable(objects(kind).get(identifier));
  }

  /** All actions, or all pages, by identifier. */
  Map<String, PortalObject> objects(PortalObject.Kind kind) {
    return objects.computeIfAbsent(
        kind,
        _ ->
            from.objects.all(organizationId, kind).stream()
                .collect(
                    Collectors.toMap(
                        PortalObject::identifier,
                        object -> object,
                        (one, _) -> one,
                        LinkedHashMap::new)));
  }

  /** The stored entity that goes by this identifier. */
  Optional<Entity> entity(Blueprint blueprint, String identifier) {
    Node node = new Node(blueprint.identifier(), identifier);
    readEntities(Map.of(blueprint, Set.of(identifier)));
    return entities.getOrDefault(node, Optional.empty());
  }

  /** Reads these entities; one statement, and one for each step of inherited ownership. */
  void readEntities(Map<Blueprint, ? extends Collection<String>> identifiers) {
    Map<Blueprint, Set<String>> missing = new LinkedHashMap<>();
    identifiers.forEach((blueprint, of) -> {
      Set<String> unknown = new HashSet<>(of);
      unknown.removeIf(
          identifier -> entities.containsKey(new Node(blueprint.identifier(), identifier)));
      if (!unknown.isEmpty()) {
        missing.put(blueprint, unknown);
      }
    });
    missing.forEach(this::readLent);
    missing.keySet().removeIf(blueprint -> SystemBlueprints.are(blueprint.identifier()));
    missing.forEach((blueprint, of) ->
        of.forEach(identifier ->
            entities.put(new Node(blueprint.identifier(), identifier), Optional.empty())));
    if (!missing.isEmpty()) {
      from.catalog.entitiesNamed(organizationId, missing).forEach(this::know);
    }
  }

  /** People and teams go by several identifiers; they are kept under those asked for. */
  private void readLent(Blueprint blueprint, Set<String> identifiers) {
    switch (blueprint.identifier()) {
      case SystemBlueprints.USER -> {
        people.readSubjects(identifiers);
        identifiers.forEach(identifier ->
            entities.put(
                new Node(SystemBlueprints.USER, identifier),
                people.subject(identifier) instanceof SubjectOutcome.Found(User user, boolean _)
                    ? Optional.of(people.userEntity(people.person(user)))
                    : Optional.empty()));
      }
      case SystemBlueprints.TEAM -> readTeams(identifiers);
      default -> {
        // All others are stored.
      }
    }
  }

  private void readTeams(Set<String> identifiers) {
    identifiers.forEach(
        identifier -> entities.put(new Node(SystemBlueprints.TEAM, identifier), Optional.empty()));
    List<String> found = new ArrayList<>();
    List<LentEntity> lent = new ArrayList<>();
    from.memberships
        .teamsOf(organizationId, identifiers)
        .forEach((identifier, team) -> {
          found.add(identifier);
          lent.add(TeamEntities.lent(team));
        });
    List<Entity> completed = people.completed(SystemBlueprints.TEAM, lent);
    for (int i = 0; i < found.size(); i++) {
      entities.put(new Node(SystemBlueprints.TEAM, found.get(i)), Optional.of(completed.get(i)));
    }
  }

  /** Makes room for the next entities. */
  void forgetEntities() {
    entities.clear();
    judged.clear();
  }

  /** What goes by this node, with its relations and owners and without its properties. */
  Optional<Entity> link(Node node) {
    return links.getOrDefault(node, Optional.empty());
  }

  /** Reads relations and owners of these; one statement for each {@value #ENTITIES_AT_ONCE}. */
  void readLinks(Map<Blueprint, ? extends Collection<String>> identifiers) {
    Map<Blueprint, Set<String>> some = new LinkedHashMap<>();
    int size = 0;
    for (Map.Entry<Blueprint, ? extends Collection<String>> of : identifiers.entrySet()) {
      for (String identifier : of.getValue()) {
        Node node = new Node(of.getKey().identifier(), identifier);
        if (links.putIfAbsent(node, Optional.empty()) == null) {
          some.computeIfAbsent(of.getKey(), _ -> new HashSet<>()).add(identifier);
          size++;
        }
        if (size == ENTITIES_AT_ONCE) {
          readSomeLinks(some);
          some.clear();
          size = 0;
        }
      }
    }
    readSomeLinks(some);
  }

  private void readSomeLinks(Map<Blueprint, Set<String>> some) {
    Set<Node> before = Set.copyOf(entities.keySet());
    readEntities(some);
    some.forEach((blueprint, identifiers) ->
        identifiers.forEach(identifier -> {
          Node node = new Node(blueprint.identifier(), identifier);
          links.put(
              node, entities.getOrDefault(node, Optional.empty()).map(Entity::withoutProperties));
        }));
    entities.keySet().retainAll(before);
  }

  /** Takes in an entity that was read elsewhere. */
  void know(Entity entity) {
    entities.put(new Node(entity.blueprint(), entity.identifier()), Optional.of(entity));
  }

  /** The team that a claim means. */
  Optional<String> team(String identifierOrName) {
    return teams.computeIfAbsent(
        identifierOrName, text -> from.memberships.team(organizationId, text));
  }

  /** Reads which teams these mean; one statement. */
  void readTeamNames(Collection<String> identifiersOrNames) {
    Set<String> missing = new HashSet<>(identifiersOrNames);
    missing.removeAll(teams.keySet());
    if (!missing.isEmpty()) {
      Map<String, String> found = from.memberships.teamsNamed(organizationId, missing);
      missing.forEach(text -> teams.put(text, Optional.ofNullable(found.get(text))));
    }
  }

  /** An entity that is not stored, with the owners that it inherits. */
  Entity withInheritedOwners(Blueprint blueprint, Entity claimed) {
    return blueprint.definition().inheritsOwnership()
        ? from.catalog.withInheritedOwners(organizationId, blueprint, claimed)
        : claimed;
  }
}
