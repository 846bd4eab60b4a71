package dev.portcullis.access;

import dev.portcullis.access.CatalogGraph.Node;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.LentEntity;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.KnownPerson;
import dev.portcullis.directory.PersonDetails;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.User;
import dev.portcullis.permission.Attributes;
import dev.portcullis.permission.Circumstances;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  private final Map<String, SubjectOutcome> subjects = new HashMap<>();
  private final Map<UUID, AccessSubject> people = new LinkedHashMap<>();
  private final Map<UUID, Entity> userEntities = new HashMap<>();
  private final Map<UUID, Entity> teamEntities = new HashMap<>();
  private final Map<UUID, Attributes> teamAttributes = new HashMap<>();
  private final Map<Said, Circumstances> circumstances = new HashMap<>();
  private final Map<Claimed, EntityDecisions.Judged> judged = new HashMap<>();
  private final Map<String, Optional<Blueprint>> blueprints = new HashMap<>();
  private final Map<PermissionOwner, Optional<Ruling>> rulings = new HashMap<>();
  private final Map<PortalObject.Kind, Map<String, PortalObject>> objects = new HashMap<>();
  private final Map<Node, Optional<Entity>> entities = new HashMap<>();
  private final Map<Node, Optional<Entity>> links = new HashMap<>();
  private final Map<String, Optional<String>> teams = new HashMap<>();
  private @Nullable List<GroupRule> rules;

  /** What questions say of people and actions, as far as it makes circumstances. */
  private record Said(
      UUID userId,
      Map<String, Object> subject,
      Map<String, Object> action,
      Map<String, Object> resource) {}

  /** What questions say of a resource. */
  private record Claimed(Node node, ClaimedResource claimed) {}

  AccessSnapshot(AccessSnapshots from, UUID organizationId, Instant now) {
    this.from = from;
    this.organizationId = organizationId;
    this.now = now;
  }

  UUID organizationId() {
    return organizationId;
  }

  /** The moment that all answers go by. */
  Instant now() {
    return now;
  }

  SubjectOutcome subject(String identifier) {
    return subjects.computeIfAbsent(
        identifier, text -> from.memberships.subject(organizationId, text));
  }

  /** Reads whom these mean, and what decides about their rights. */
  void readSubjects(Collection<String> identifiers) {
    List<String> missing =
        identifiers.stream().filter(text -> !subjects.containsKey(text)).distinct().toList();
    if (missing.size() <= 1) {
      missing.forEach(this::subject);
    } else {
      subjects.putAll(from.memberships.subjects(organizationId, missing));
    }
    readDetails(
        identifiers.stream()
            .map(subjects::get)
            .flatMap(outcome ->
                outcome instanceof SubjectOutcome.Found(User user, boolean _)
                    ? Stream.of(user)
                    : Stream.empty())
            .toList());
  }

  private void readDetails(Collection<User> users) {
    Map<UUID, User> missing = new LinkedHashMap<>();
    users.stream()
        .filter(user -> !people.containsKey(user.id()))
        .forEach(user -> missing.put(user.id(), user));
    if (missing.size() <= 1) {
      missing.values().forEach(this::person);
      return;
    }
    Map<UUID, PersonDetails> details = from.memberships.details(organizationId, missing.keySet());
    missing.forEach((id, user) ->
        people.put(
            id, AccessSubjects.of(user, details.getOrDefault(id, PersonDetails.NONE), rules())));
  }

  AccessSubject person(User user) {
    AccessSubject known = people.get(user.id());
    if (known == null) {
      known = from.subjects.of(user);
      people.put(user.id(), known);
    }
    return known;
  }

  /** Takes in people who were read elsewhere with everything that decides about their rights. */
  void know(List<KnownPerson> known) {
    known.forEach(person ->
        people.put(
            person.user().id(), AccessSubjects.of(person.user(), person.details(), rules())));
  }

  /** Makes room for the next people. */
  void forgetPeople() {
    people.clear();
    userEntities.clear();
    circumstances.clear();
  }

  /** Reads the group rules, so that a change of them later in the transaction is not seen. */
  void readGroupRules() {
    rules();
  }

  private List<GroupRule> rules() {
    if (rules == null) {
      rules = from.rules.all(organizationId);
    }
    return rules;
  }

  /** The {@code _user} entity; those of all people known by now are completed together. */
  Entity userEntity(AccessSubject subject) {
    if (!userEntities.containsKey(subject.user().id())) {
      List<AccessSubject> missing =
          people.values().stream()
              .filter(person -> !userEntities.containsKey(person.user().id()))
              .toList();
      List<Entity> completed =
          completed(SystemBlueprints.USER, missing.stream().map(UserEntities::lent).toList());
      for (int i = 0; i < missing.size(); i++) {
        userEntities.put(missing.get(i).user().id(), completed.get(i));
      }
    }
    return Objects.requireNonNull(userEntities.get(subject.user().id()));
  }

  /**
   * The {@code _team} entities of a person's teams; all that are missing are completed together.
   */
  List<Entity> teamEntities(AccessSubject subject) {
    Map<UUID, Belonging> missing = new LinkedHashMap<>();
    if (!subject.belongings().stream().allMatch(one -> teamEntities.containsKey(one.groupId()))) {
      people.values().stream()
          .flatMap(person -> person.belongings().stream())
          .filter(one -> !teamEntities.containsKey(one.groupId()))
          .forEach(one -> missing.put(one.groupId(), one));
    }
    List<Entity> completed =
        completed(
            SystemBlueprints.TEAM, missing.values().stream().map(TeamEntities::lent).toList());
    int next = 0;
    for (UUID groupId : missing.keySet()) {
      teamEntities.put(groupId, completed.get(next++));
    }
    return subject.belongings().stream()
        .map(one -> Objects.requireNonNull(teamEntities.get(one.groupId())))
        .toList();
  }

  /** The same as the engine knows them. */
  List<Attributes> teamAttributes(List<Entity> teams, AccessSubject subject) {
    List<Attributes> attributes = new ArrayList<>();
    for (int i = 0; i < teams.size(); i++) {
      Entity team = teams.get(i);
      attributes.add(
          teamAttributes.computeIfAbsent(
              subject.belongings().get(i).groupId(), _ -> EntityFacts.attributes(team)));
    }
    return attributes;
  }

  /** What a question about a person is asked in. */
  Circumstances circumstances(
      AccessSubject subject, AccessQuestion question, Supplier<Circumstances> made) {
    return circumstances.computeIfAbsent(
        new Said(
            subject.user().id(),
            question.subjectProperties(),
            question.actionProperties(),
            question.claimed().values()),
        _ -> made.get());
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

  private List<Entity> completed(String blueprint, List<LentEntity> lent) {
    return lent.isEmpty() ? List.of() : from.catalog.completed(organizationId, blueprint, lent);
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
        readSubjects(identifiers);
        identifiers.forEach(identifier ->
            entities.put(
                new Node(SystemBlueprints.USER, identifier),
                subject(identifier) instanceof SubjectOutcome.Found(User user, boolean _)
                    ? Optional.of(userEntity(person(user)))
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
    List<Entity> completed = completed(SystemBlueprints.TEAM, lent);
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
