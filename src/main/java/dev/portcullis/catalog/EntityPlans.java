package dev.portcullis.catalog;

import dev.portcullis.catalog.EntityPlan.Given;
import dev.portcullis.catalog.EntityPlan.RelatedEntity;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import dev.portcullis.organization.TimeOrderedId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The doorway to changes of stored entities, in two steps for whoever judges between them: what
 * would become of one, under its lock, and then that. Those of people and teams are not stored.
 */
@Component
public class EntityPlans {

  /** The most entities that one change makes because relations lead to them. */
  public static final int MAX_MISSING = 100;

  /** The most entities that follow one that gets another identifier. */
  static final int MAX_FOLLOWING = 5_000;

  private final EntityRows rows;
  private final EntityWrites writes;
  private final EntityObstacles obstacles;
  private final SystemEntities system;
  private final TeamBinding teams;
  private final InheritedOwners owners;
  private final Clock clock;

  EntityPlans(
      EntityRows rows,
      EntityWrites writes,
      EntityObstacles obstacles,
      SystemEntities system,
      TeamBinding teams,
      InheritedOwners owners,
      Clock clock) {
    this.rows = rows;
    this.writes = writes;
    this.obstacles = obstacles;
    this.system = system;
    this.teams = teams;
    this.owners = owners;
    this.clock = clock;
  }

  /** The identifier that an entity gets whose writer names none. */
  public static String generatedIdentifier() {
    return TimeOrderedId.next().toString();
  }

  /** What is wrong with the identifier that an edit names, whatever else is so. */
  public static Optional<EntityOutcome> malformed(EntityEdit edit) {
    return edit.given()
        .identifier()
        .filter(identifier -> !Identifiers.fitsEntity(identifier))
        .map(_ -> new EntityOutcome.Rejected(List.of(EntityReview.malformedIdentifier())));
  }

  /** An entity that has nothing but its identifier. */
  public static Entity bare(Caller caller, Blueprint kind, String identifier) {
    return new Entity(
        kind.identifier(),
        identifier,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of(),
        Map.of(),
        Provenance.made(Instant.EPOCH, by(caller)));
  }

  /** Locks those of these identifiers that there are, in an order that all writers keep. */
  @OneTransaction
  public List<Entity> lock(UUID organizationId, Blueprint kind, Collection<String> identifiers) {
    List<Entity> locked = new ArrayList<>();
    inOrder(identifiers).stream()
        .flatMap(one -> rows.locked(organizationId, kind.identifier(), one).stream())
        .forEach(locked::add);
    return owners.resolved(organizationId, kind.definition(), locked);
  }

  /** Identifiers in the order in which they are locked and stored. */
  public static List<String> inOrder(Collection<String> identifiers) {
    return identifiers.stream()
        .distinct()
        .sorted(Comparator.comparing(IdentifierDigest::of))
        .toList();
  }

  /**
   * What an edit would make of an entity, which is locked until the transaction ends.
   *
   * @param identifier of the one that is meant, whether there is one or not
   * @param makesMissing whether what relations lead to is to be made where it is not there
   */
  @OneTransaction
  public EntityPlan plan(
      Caller caller, Blueprint kind, String identifier, EntityEdit edit, boolean makesMissing) {
    UUID organizationId = caller.organizationId();
    BlueprintDefinition definition = kind.definition();
    Optional<Entity> before =
        rows.locked(organizationId, kind.identifier(), identifier)
            .map(was -> owners.resolved(organizationId, definition, List.of(was)).getFirst());
    EntityEdit sent = withoutOwnersSentBack(definition, before, edit);
    Map<String, Object> properties = new LinkedHashMap<>(sent.properties(before));
    if (!sent.merges() || before.isEmpty()) {
      fillIn(definition, sent, properties);
    }
    Entity bare =
        new Entity(
            kind.identifier(),
            sent.given().identifier().orElse(identifier),
            sent.title(before),
            sent.icon(before),
            ownersAfter(organizationId, definition, before, sent),
            properties,
            relationsAfter(definition, before, sent),
            before
                .map(was -> was.provenance().changed(clock.instant(), by(caller)))
                .orElseGet(() -> Provenance.made(clock.instant(), by(caller))));
    Entity after = owners.resolved(organizationId, definition, List.of(bare)).getFirst();
    return new EntityPlan(
        kind,
        before,
        after,
        new Given(
            sent.given().properties().keySet(),
            sent.given().relations().keySet(),
            !sent.given().teams().isEmpty()),
        EntityReview.of(definition, whole(after, sent), before),
        missing(organizationId, definition, before, after),
        makesMissing);
  }

  /** One that gets another identifier and points to itself goes on doing so. */
  private static Map<String, Object> relationsAfter(
      BlueprintDefinition definition, Optional<Entity> before, EntityEdit edit) {
    Map<String, Object> relations = edit.relations(before);
    Optional<String> now = edit.given().identifier();
    if (before.isEmpty() || now.isEmpty() || now.get().equals(before.get().identifier())) {
      return relations;
    }
    Entity moving = before.get().relatedTo(relations);
    for (Map.Entry<String, Relation> relation : definition.relations().entrySet()) {
      if (relation.getValue().target().equals(definition.identifier())) {
        moving =
            moving.relatedTo(
                EntityLinks.relations(moving, relation.getKey(), moving.identifier(), now));
      }
    }
    return moving.relations();
  }

  private static String by(Caller caller) {
    return caller.actor().identifier();
  }

  /** Inherited owners that are sent back as they were read are no attempt to change them. */
  private static EntityEdit withoutOwnersSentBack(
      BlueprintDefinition definition, Optional<Entity> before, EntityEdit edit) {
    List<String> shown =
        before.map(was -> was.teams().stream().map(OwningTeam::sent).toList()).orElse(List.of());
    EntityDraft given = edit.given();
    return definition.inheritsOwnership() && given.teams().equals(shown)
        ? new EntityEdit(given.ownedBy(List.of()), edit.cleared(), edit.merges())
        : edit;
  }

  private static void fillIn(
      BlueprintDefinition definition, EntityEdit edit, Map<String, Object> properties) {
    definition
        .schema()
        .properties()
        .forEach((name, property) -> {
          Object initial = property.asMap().get("default");
          if (initial != null && !edit.cleared().contains(EntityEdit.PROPERTIES + name)) {
            properties.putIfAbsent(name, initial);
          }
        });
  }

  private List<OwningTeam> ownersAfter(
      UUID organizationId,
      BlueprintDefinition definition,
      Optional<Entity> before,
      EntityEdit edit) {
    if (definition.inheritsOwnership()) {
      return List.of();
    }
    return edit.keepsTeams()
        ? before.map(Entity::teams).orElse(List.of())
        : edit.given().teams().stream()
            .map(team -> new OwningTeam(team, teams.bind(organizationId, team)))
            .toList();
  }

  private static EntityDraft whole(Entity after, EntityEdit edit) {
    return new EntityDraft(
        Optional.of(after.identifier()),
        after.title(),
        after.icon(),
        edit.given().teams(),
        after.properties(),
        after.relations());
  }

  private List<RelatedEntity> missing(
      UUID organizationId, BlueprintDefinition kind, Optional<Entity> before, Entity after) {
    List<RelatedEntity> named = new ArrayList<>();
    kind.relations()
        .forEach((relation, definition) -> {
          List<String> was = before.map(one -> one.related(relation)).orElse(List.of());
          Set<String> now = new LinkedHashSet<>(after.related(relation));
          now.removeAll(was);
          now.forEach(one -> named.add(new RelatedEntity(relation, definition.target(), one)));
        });
    named.removeIf(one ->
        one.blueprint().equals(after.blueprint()) && one.identifier().equals(after.identifier()));
    Set<RelatedEntity> known = known(organizationId, named);
    named.removeIf(one -> known.contains(new RelatedEntity("", one.blueprint(), one.identifier())));
    return named;
  }

  /** Those that there are, without the relation; one statement for all that are stored. */
  private Set<RelatedEntity> known(UUID organizationId, List<RelatedEntity> named) {
    Map<String, Set<String>> byBlueprint =
        named.stream()
            .collect(
                Collectors.groupingBy(
                    RelatedEntity::blueprint,
                    Collectors.mapping(RelatedEntity::identifier, Collectors.toSet())));
    Map<String, Set<String>> stored = new HashMap<>(byBlueprint);
    stored.keySet().removeIf(SystemBlueprints::are);
    Set<RelatedEntity> known = new HashSet<>();
    rows.named(organizationId, stored)
        .forEach(one -> known.add(new RelatedEntity("", one.blueprint(), one.identifier())));
    byBlueprint.forEach((blueprint, identifiers) -> {
      if (SystemBlueprints.are(blueprint)) {
        identifiers.stream()
            .filter(one -> system.lent(organizationId, blueprint, one).isPresent())
            .forEach(one -> known.add(new RelatedEntity("", blueprint, one)));
      }
    });
    return known;
  }

  /** Lets a plan come true, if nothing stands in its way. */
  @OneTransaction
  public EntityOutcome store(Caller caller, EntityPlan plan) {
    return obstacle(caller.organizationId(), plan).orElseGet(() -> writes.store(caller, plan));
  }

  /** What stands in the way of a plan, but for rights. */
  @OneTransaction(readOnly = true)
  public Optional<EntityOutcome> obstacle(UUID organizationId, EntityPlan plan) {
    return obstacles.of(organizationId, plan);
  }
}
