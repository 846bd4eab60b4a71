package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.directory.KnownPerson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Everybody, or whoever somebody may be told of, and every permission document of an organization
 * at one moment of a transaction.
 *
 * @param people by id
 * @param documents in the order blueprints, actions, pages
 */
record PreviewedWorld(
    AccessSnapshot snapshot,
    SortedMap<UUID, KnownPerson> people,
    Map<PermissionOwner, PreviewedDocument> documents) {

  private static final int PEOPLE_AT_ONCE = 2_000;

  /**
   * Reads it.
   *
   * @param audience the people to look at
   */
  static PreviewedWorld read(AccessSnapshots from, UUID organizationId, Audience audience) {
    AccessSnapshot snapshot = from.of(organizationId);
    snapshot.people().readGroupRules();
    Map<PermissionOwner, PreviewedDocument> documents = documents(from, snapshot, organizationId);
    if (documents.values().stream().anyMatch(document -> !document.references().isEmpty())) {
      snapshot.people().readAdditions();
    }
    return new PreviewedWorld(snapshot, people(from, organizationId, audience), documents);
  }

  private static SortedMap<UUID, KnownPerson> people(
      AccessSnapshots from, UUID organizationId, Audience audience) {
    SortedMap<UUID, KnownPerson> people = new TreeMap<>();
    Optional<UUID> after = Optional.empty();
    List<KnownPerson> some;
    do {
      some = from.memberships.peopleAfter(organizationId, after, PEOPLE_AT_ONCE);
      some.stream().filter(audience::has).forEach(person -> people.put(person.user().id(), person));
      after = some.isEmpty() ? after : Optional.of(some.getLast().user().id());
    } while (some.size() == PEOPLE_AT_ONCE);
    return people;
  }

  private static Map<PermissionOwner, PreviewedDocument> documents(
      AccessSnapshots from, AccessSnapshot snapshot, UUID organizationId) {
    List<Blueprint> blueprints = from.catalog.everyBlueprint(organizationId);
    snapshot.readBlueprints(blueprints.stream().map(Blueprint::identifier).toList());
    List<PermissionOwner> owners = new ArrayList<>();
    blueprints.forEach(kind -> owners.add(PermissionOwner.blueprint(kind.identifier())));
    objects(snapshot, PortalObject.Kind.ACTION)
        .forEach(action -> owners.add(PermissionOwner.action(action.identifier())));
    objects(snapshot, PortalObject.Kind.PAGE)
        .forEach(page -> owners.add(PermissionOwner.page(page.identifier())));
    snapshot.readRulings(owners);
    Map<PermissionOwner, PreviewedDocument> documents = new LinkedHashMap<>();
    for (PermissionOwner owner : owners) {
      snapshot
          .ruling(owner)
          .ifPresent(ruling ->
              documents.put(owner, new PreviewedDocument(ruling, blueprint(snapshot, owner))));
    }
    return documents;
  }

  private static Collection<PortalObject> objects(AccessSnapshot snapshot, PortalObject.Kind kind) {
    return snapshot.objects(kind).values();
  }

  private static Optional<Blueprint> blueprint(AccessSnapshot snapshot, PermissionOwner owner) {
    return owner.kind() == PermissionOwner.Kind.BLUEPRINT
        ? snapshot.blueprint(owner.identifier())
        : Optional.empty();
  }

  /** Whoever is there and may act, among those whom the snapshot was told of. */
  Optional<AccessSubject> acting(UUID userId) {
    return Optional.ofNullable(people.get(userId))
        .filter(KnownPerson::connectionEnabled)
        .map(person -> snapshot.people().person(person.user()))
        .filter(subject -> subject.subject().active());
  }

  /** Tells the snapshot of these people, and has it forget all others. */
  void turnTo(Collection<UUID> userIds) {
    snapshot.people().forgetPeople();
    snapshot
        .people()
        .know(
            userIds.stream().flatMap(id -> Optional.ofNullable(people.get(id)).stream()).toList());
  }
}
