package dev.portcullis.access;

import dev.portcullis.access.CatalogGraph.Node;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.EntityPlan;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.User;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import dev.portcullis.permission.AccessRequest;
import dev.portcullis.permission.Action;
import dev.portcullis.permission.Authorizer;
import dev.portcullis.permission.Circumstances;
import dev.portcullis.permission.Decision;
import dev.portcullis.permission.EntityChange;
import dev.portcullis.permission.EntityOperation;
import dev.portcullis.permission.Reason;
import dev.portcullis.permission.Resource;
import dev.portcullis.permission.UpdateProperty;
import dev.portcullis.permission.UpdateRelation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a caller may do with entities, by the engine: Port's rules 7 to 23. API clients may do
 * everything; a person what the documents in force grant at this moment.
 */
final class EntityRights {

  private static final Action OWNERS = new UpdateProperty("$team");

  private static final Decision NOBODY = new Decision.Denied(List.of(new Reason.Inactive()));

  private final AccessSnapshot snapshot;
  private final boolean everything;
  private final Optional<AccessSubject> person;

  private EntityRights(
      AccessSnapshot snapshot, boolean everything, Optional<AccessSubject> person) {
    this.snapshot = snapshot;
    this.everything = everything;
    this.person = person;
  }

  static EntityRights of(AccessSnapshot snapshot, Caller caller) {
    return switch (caller.actor()) {
      case Actor.Client _ -> new EntityRights(snapshot, true, Optional.empty());
      case Actor.Person someone ->
          new EntityRights(snapshot, false, person(snapshot, someone.userId().toString()));
      case Actor.Provisioner _, Actor.IdentityProvider _, Actor.Server _ ->
          new EntityRights(snapshot, false, Optional.empty());
    };
  }

  private static Optional<AccessSubject> person(AccessSnapshot snapshot, String userId) {
    return snapshot.people().subject(userId)
                instanceof SubjectOutcome.Found(User user, boolean enabled)
            && enabled
        ? Optional.of(snapshot.people().person(user))
        : Optional.empty();
  }

  /** Whether there is nothing that the caller may not do. */
  boolean areUnbounded() {
    return everything;
  }

  /** Whether the caller has the rights of an Admin. */
  boolean areAdmins() {
    String admin = PortRole.ADMIN.wireName();
    return everything
        || person
            .filter(known -> known.subject().active())
            .filter(known -> known.standing().effective().role().equals(admin))
            .isPresent();
  }

  /** Whether decisions about the blueprint's entities look at entities that may have changed. */
  boolean lookAtOthers(Blueprint kind) {
    return !everything && compiled(kind).hasPolicies();
  }

  boolean mayRead(Entity entity, Blueprint kind) {
    return everything || decide(kind, entity, EntityOperation.READ).isAllowed();
  }

  /** What stands in the way of a new entity (rules 9, 18 and 19). */
  Optional<Denial> register(EntityPlan plan) {
    List<Action> fields = new ArrayList<>();
    if (plan.given().teams()) {
      fields.add(OWNERS);
    }
    Blueprint kind = plan.blueprint();
    fields.addAll(
        properties(kind, plan.given().properties(), kind.definition().schema().required()));
    Set<String> relations = new HashSet<>(plan.given().relations());
    kind.definition()
        .relations()
        .forEach((name, relation) -> {
          if (relation.required()) {
            relations.add(name);
          }
        });
    fields.addAll(relations(kind, relations));
    return registering(kind, plan.after(), fields);
  }

  /** The same of one that has nothing but its identifier. */
  Optional<Denial> registerBare(Blueprint kind, Entity bare) {
    List<Action> fields = new ArrayList<>();
    fields.addAll(properties(kind, Set.of(), kind.definition().schema().required()));
    return registering(kind, bare, fields);
  }

  private Optional<Denial> registering(Blueprint kind, Entity after, List<Action> fields) {
    return everything
        ? Optional.empty()
        : denial(
            kind,
            after,
            EntityOperation.REGISTER,
            request ->
                Authorizer.decide(
                    EntityChange.registering(request, fields), compiled(kind).rules()));
  }

  /** What stands in the way of a change (rules 14 to 17, 20 and 21). */
  Optional<Denial> update(EntityPlan plan) {
    if (everything) {
      return Optional.empty();
    }
    Blueprint kind = plan.blueprint();
    Entity before = plan.before().orElseThrow();
    Entity after = plan.after();
    List<Action> changed = new ArrayList<>();
    changed(changed, "$identifier", before.identifier(), after.identifier());
    changed(changed, "$title", before.title(), after.title());
    changed(changed, "$icon", before.icon(), after.icon());
    if (!kind.definition().inheritsOwnership()) {
      changed(changed, "$team", Set.copyOf(before.teams()), Set.copyOf(after.teams()));
    }
    changed.addAll(properties(kind, plan.changedProperties(), List.of()));
    changed.addAll(relations(kind, plan.changedRelations()));
    return denial(
        kind,
        before,
        EntityOperation.UPDATE,
        request ->
            Authorizer.decide(
                EntityChange.updating(request, changed, after.owners()), compiled(kind).rules()));
  }

  private static void changed(List<Action> changed, String field, Object before, Object after) {
    if (!before.equals(after)) {
      changed.add(new UpdateProperty(field));
    }
  }

  /** What the blueprint does not have is no field, and refused for that. */
  private static List<Action> properties(Blueprint kind, Set<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream())
        .distinct()
        .filter(kind.definition().schema().properties()::containsKey)
        .<Action>map(UpdateProperty::new)
        .toList();
  }

  private static List<Action> relations(Blueprint kind, Set<String> names) {
    return names.stream()
        .filter(kind.definition().relations()::containsKey)
        .<Action>map(UpdateRelation::new)
        .toList();
  }

  Optional<Denial> unregister(Entity entity, Blueprint kind) {
    return everything
        ? Optional.empty()
        : denial(
            kind,
            entity,
            EntityOperation.UNREGISTER,
            request -> Authorizer.decide(request, compiled(kind).rules()));
  }

  /** Whose rights these are, if somebody's. */
  Optional<AccessSubject> person() {
    return person;
  }

  /** Whether there is such an entity as far as the caller may know. */
  boolean knows(EntityPlan.RelatedEntity related) {
    return knows(new Node(related.blueprint(), related.identifier()));
  }

  boolean knows(Node node) {
    return everything
        || snapshot
            .blueprint(node.blueprint())
            .filter(kind ->
                snapshot
                    .entity(kind, node.identifier())
                    .filter(entity -> mayRead(entity, kind))
                    .isPresent())
            .isPresent();
  }

  /** Reads these in advance. */
  void expect(List<EntityPlan.RelatedEntity> related) {
    if (everything || related.isEmpty()) {
      return;
    }
    Map<Blueprint, Set<String>> named = new HashMap<>();
    related.forEach(one ->
        snapshot
            .blueprint(one.blueprint())
            .ifPresent(
                kind -> named.computeIfAbsent(kind, _ -> new HashSet<>()).add(one.identifier())));
    snapshot.readEntities(named);
  }

  private Decision decide(Blueprint kind, Entity entity, Action action) {
    return person
        .map(known ->
            Authorizer.decide(request(known, kind, entity, action), compiled(kind).rules()))
        .orElse(NOBODY);
  }

  private Optional<Denial> denial(
      Blueprint kind,
      Entity entity,
      EntityOperation operation,
      Function<AccessRequest, Decision> deciding) {
    if (person.isEmpty()) {
      return Optional.of(denied(kind, entity, operation, "The caller is nobody who may act."));
    }
    AccessRequest request = request(person.get(), kind, entity, operation);
    Decision decision = deciding.apply(request);
    return decision.isAllowed()
        ? Optional.empty()
        : Optional.of(denied(kind, entity, operation, reason(request.resource(), decision)));
  }

  private static Denial denied(
      Blueprint kind, Entity entity, EntityOperation operation, String reason) {
    return new Denial(operation.actionName(), kind.identifier(), entity.identifier(), reason);
  }

  /** The first that names nobody. */
  private String reason(Resource resource, Decision decision) {
    return Explanation.of(person.orElseThrow(), resource, decision).stream()
        .filter(reason -> reason.user().isEmpty())
        .map(AccessReason::message)
        .findFirst()
        .orElse("No permission grants it.");
  }

  private AccessRequest request(AccessSubject known, Blueprint kind, Entity entity, Action action) {
    return new AccessRequest(
        known.subject(),
        action,
        EntityFacts.resource(entity, Optional.of(kind)),
        circumstances(known, kind, entity));
  }

  private Circumstances circumstances(AccessSubject known, Blueprint kind, Entity entity) {
    RuleCompiler.Compiled compiled = compiled(kind);
    if (!compiled.hasPolicies()) {
      return Circumstances.NONE;
    }
    AccessQuestion question =
        AccessQuestion.plain(
            known.user().id(),
            EntityOperation.READ.actionName(),
            kind.identifier(),
            entity.identifier());
    return EntityDecisions.circumstances(
        DecisionContexts.of(snapshot, known, question), compiled, entity);
  }

  private RuleCompiler.Compiled compiled(Blueprint kind) {
    return snapshot.ruling(PermissionOwner.blueprint(kind.identifier())).orElseThrow().compiled();
  }
}
