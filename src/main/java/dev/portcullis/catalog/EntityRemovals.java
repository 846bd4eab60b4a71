package dev.portcullis.catalog;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.catalog.EntityLinks.Link;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The doorway to deletions of stored entities, in two steps for whoever judges between them.
 * Whoever must point to a deleted one goes with it or keeps it; whoever may point to it points to
 * it no more.
 */
@Component
public class EntityRemovals {

  /** The most entities that one deletion takes along, and the most that it unlinks. */
  static final int MAX_DEPENDENTS = 1_000;

  private final EntityRows rows;
  private final EntityLinks links;
  private final EntityPlans plans;
  private final SystemEntities system;
  private final EntityWrites writes;
  private final BlueprintRows blueprints;
  private final AuditTrail audit;
  private final Clock clock;

  EntityRemovals(
      EntityRows rows,
      EntityLinks links,
      EntityPlans plans,
      SystemEntities system,
      EntityWrites writes,
      BlueprintRows blueprints,
      AuditTrail audit,
      Clock clock) {
    this.rows = rows;
    this.links = links;
    this.plans = plans;
    this.system = system;
    this.writes = writes;
    this.blueprints = blueprints;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What would go with these, which are locked until the transaction ends.
   *
   * @param withDependents whether whoever must point to one of them goes, too
   */
  @OneTransaction
  public RemovalOutcome plan(
      UUID organizationId, Blueprint kind, List<String> identifiers, boolean withDependents) {
    List<Entity> named =
        SystemBlueprints.are(kind.identifier())
            ? system.named(organizationId, kind.identifier(), identifiers)
            : plans.lock(organizationId, kind, identifiers);
    Set<String> found = new HashSet<>(named.stream().map(Entity::identifier).toList());
    Optional<String> absent =
        identifiers.stream().filter(identifier -> !found.contains(identifier)).findFirst();
    if (absent.isPresent()) {
      return new RemovalOutcome.NotFound(absent.get());
    }
    return new Dependence(organizationId, kind, named, withDependents).followed();
  }

  /** Follows who points to whom, from those that are to go. */
  private final class Dependence {

    private final UUID organizationId;
    private final Blueprint kind;
    private final List<Entity> named;
    private final boolean withDependents;
    private final Map<String, Entity> doomed = new LinkedHashMap<>();
    private final Map<String, Entity> pointing = new LinkedHashMap<>();
    private final Map<String, BlueprintDefinition> kinds = new LinkedHashMap<>();

    Dependence(UUID organizationId, Blueprint kind, List<Entity> named, boolean withDependents) {
      this.organizationId = organizationId;
      this.kind = kind;
      this.named = named;
      this.withDependents = withDependents;
      named.forEach(entity -> doomed.put(key(entity), entity));
    }

    RemovalOutcome followed() {
      Collection<Entity> edge = named;
      while (!edge.isEmpty()) {
        List<Link> found = links.to(organizationId, edge, MAX_DEPENDENTS + 1);
        if (found.size() > MAX_DEPENDENTS) {
          return new RemovalOutcome.TooMany(MAX_DEPENDENTS);
        }
        List<Entity> next = new ArrayList<>();
        for (Link link : found) {
          Entity from = link.from();
          if (doomed.containsKey(key(from)) || !mustPoint(link)) {
            pointing.put(key(from), from);
          } else if (!withDependents || SystemBlueprints.are(from.blueprint())) {
            return new RemovalOutcome.HasDependents(target(link).identifier());
          } else {
            doomed.put(key(from), from);
            next.add(from);
          }
        }
        if (doomed.size() > named.size() + MAX_DEPENDENTS) {
          return new RemovalOutcome.TooMany(MAX_DEPENDENTS);
        }
        edge = next;
      }
      return new RemovalOutcome.Planned(
          new RemovalPlan(
              kind,
              named,
              List.copyOf(doomed.values()).subList(named.size(), doomed.size()),
              pointing.values().stream()
                  .filter(entity -> !doomed.containsKey(key(entity)))
                  .map(this::unlinked)
                  .toList()));
    }

    /** Whether its blueprint has it point somewhere, and it would not any more. */
    private boolean mustPoint(Link link) {
      Relation relation = kind(link.from()).relations().get(link.relation());
      return relation != null
          && relation.required()
          && remaining(link.from(), link.relation(), relation).isEmpty();
    }

    private List<String> remaining(Entity from, String name, Relation relation) {
      return from.related(name).stream()
          .filter(one -> !doomed.containsKey(key(relation.target(), one)))
          .toList();
    }

    private Entity unlinked(Entity entity) {
      Map<String, Object> relations = new LinkedHashMap<>(entity.relations());
      kind(entity)
          .relations()
          .forEach((name, relation) -> {
            List<String> related = entity.related(name);
            List<String> remaining = remaining(entity, name, relation);
            if (remaining.size() < related.size()) {
              if (entity.relations().get(name) instanceof List<?>) {
                relations.put(name, remaining);
              } else {
                relations.remove(name);
              }
            }
          });
      return entity.relatedTo(relations);
    }

    private Entity target(Link link) {
      return doomed.values().stream()
          .filter(entity -> entity.blueprint().equals(link.targetBlueprint()))
          .filter(entity -> IdentifierDigest.of(entity.identifier()).equals(link.targetDigest()))
          .findFirst()
          .orElseThrow();
    }

    private BlueprintDefinition kind(Entity entity) {
      if (kinds.isEmpty()) {
        blueprints
            .all(organizationId)
            .forEach(each -> kinds.put(each.identifier(), each.definition()));
      }
      return kinds.getOrDefault(entity.blueprint(), kind.definition());
    }
  }

  private static String key(Entity entity) {
    return key(entity.blueprint(), entity.identifier());
  }

  private static String key(String blueprint, String identifier) {
    return blueprint + "\n" + identifier;
  }

  /**
   * Lets a plan come true. Of lent entities only what the organization added goes; they themselves
   * are for their owner to delete, afterwards.
   */
  @OneTransaction
  public void remove(Caller caller, RemovalPlan plan) {
    UUID organizationId = caller.organizationId();
    rows.updateValues(
        organizationId, plan.unlinked(), clock.instant(), caller.actor().identifier());
    List<Entity> doomed = new ArrayList<>(plan.named());
    doomed.addAll(plan.dependents());
    for (Entity entity : doomed) {
      if (SystemBlueprints.are(entity.blueprint())) {
        system
            .lent(organizationId, entity.blueprint(), entity.identifier())
            .ifPresent(lent -> writes.forgetAdditions(organizationId, lent));
        continue;
      }
      links.forget(organizationId, entity);
      rows.delete(organizationId, entity);
      audit.record(
          caller, AuditEntry.deleted("entity", entity.identifier(), EntityChanges.told(entity)));
    }
  }
}
