package dev.portcullis.access;

import dev.portcullis.access.CatalogGraph.Node;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.OwningTeam;
import dev.portcullis.catalog.Provenance;
import dev.portcullis.permission.AccessRequest;
import dev.portcullis.permission.Action;
import dev.portcullis.permission.Circumstances;
import dev.portcullis.permission.Decision;
import dev.portcullis.permission.Resource;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides about entities, from what a snapshot has read. */
final class EntityDecisions {

  private EntityDecisions() {}

  /** An entity as it is judged, and the same as the engine knows it. */
  record Judged(Entity entity, Resource resource) {}

  /** A decision with the resource that it is about. */
  record Decided(Decision decision, Resource resource) {}

  /**
   * Decides.
   *
   * @param context what policies look at; not asked for where the document has none
   */
  static Decided decide(
      AccessSnapshot snapshot,
      AccessSubject subject,
      Blueprint blueprint,
      Ruling ruling,
      Action action,
      String identifier,
      ClaimedResource claimed,
      Supplier<DecisionContext> context,
      boolean explain) {
    Judged judged =
        snapshot.judged(
            new Node(blueprint.identifier(), identifier),
            claimed,
            () -> judged(snapshot, blueprint, identifier, claimed));
    RuleCompiler.Compiled compiled = ruling.compiled();
    AccessRequest request =
        new AccessRequest(
            subject.subject(),
            action,
            judged.resource(),
            compiled.hasPolicies()
                ? circumstances(context.get(), compiled, judged.entity())
                : Circumstances.NONE);
    return new Decided(
        EntityDecision.of(request, compiled.rules(), blueprint.definition(), claimed, explain),
        judged.resource());
  }

  private static Judged judged(
      AccessSnapshot snapshot, Blueprint blueprint, String identifier, ClaimedResource claimed) {
    Entity entity = entity(snapshot, blueprint, identifier, claimed);
    return new Judged(entity, EntityFacts.resource(entity, Optional.of(blueprint)));
  }

  /** What policies look at beside an entity. */
  static Circumstances circumstances(
      DecisionContext context, RuleCompiler.Compiled compiled, Entity entity) {
    if (compiled.catalogRules().isEmpty()) {
      return context.circumstances();
    }
    context.graph().know(entity);
    return context
        .circumstances()
        .with(
            context
                .verdicts()
                .of(compiled.catalogRules(), new Node(entity.blueprint(), entity.identifier())));
  }

  /** What is stored wins over what the question claims, which fills in the rest. */
  private static Entity entity(
      AccessSnapshot snapshot, Blueprint blueprint, String identifier, ClaimedResource claimed) {
    Entity said = claimed(snapshot, blueprint, identifier, claimed);
    return snapshot
        .entity(blueprint, identifier)
        .map(stored -> filledIn(stored, said))
        .orElseGet(() -> snapshot.withInheritedOwners(blueprint, said));
  }

  private static Entity filledIn(Entity stored, Entity said) {
    return new Entity(
        stored.blueprint(),
        stored.identifier(),
        stored.title(),
        stored.icon(),
        stored.teams(),
        over(said.properties(), stored.properties()),
        over(said.relations(), stored.relations()),
        stored.provenance());
  }

  private static Map<String, Object> over(Map<String, Object> below, Map<String, Object> above) {
    Map<String, Object> joined = new LinkedHashMap<>(below);
    joined.putAll(above);
    return joined;
  }

  private static Entity claimed(
      AccessSnapshot snapshot, Blueprint blueprint, String identifier, ClaimedResource claimed) {
    Map<String, Object> properties = new LinkedHashMap<>(claimed.values());
    Map<String, Object> relations = new LinkedHashMap<>(claimed.values());
    properties.keySet().removeAll(blueprint.definition().relations().keySet());
    relations.keySet().retainAll(blueprint.definition().relations().keySet());
    List<OwningTeam> owners =
        blueprint.definition().inheritsOwnership()
            ? List.of()
            : claimed.teams().stream()
                .map(team -> new OwningTeam(team, snapshot.team(team)))
                .toList();
    return new Entity(
        blueprint.identifier(),
        identifier,
        claimed.values().get("$title") instanceof String title
            ? Optional.of(title)
            : Optional.empty(),
        Optional.empty(),
        owners,
        properties,
        relations,
        new Provenance(Instant.EPOCH, "", Instant.EPOCH, ""));
  }
}
