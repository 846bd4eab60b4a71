package dev.portcullis.access;

import dev.portcullis.access.CatalogGraph.Node;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.OwningTeam;
import dev.portcullis.catalog.Provenance;
import dev.portcullis.catalog.TeamBinding;
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
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Decides about entities; to be called within the transaction that the whole decision reads in. */
@Component
class EntityDecisions {

  private final Catalog catalog;
  private final TeamBinding teams;

  EntityDecisions(Catalog catalog, TeamBinding teams) {
    this.catalog = catalog;
    this.teams = teams;
  }

  /** A decision with the resource as it was judged. */
  record Judged(Decision decision, Resource resource) {}

  /**
   * Decides.
   *
   * @param context what policies look at; not asked for where the document has none
   */
  Judged decide(
      AccessSubject subject,
      Blueprint blueprint,
      VersionedPermissions document,
      Action action,
      String identifier,
      ClaimedResource claimed,
      Supplier<DecisionContext> context,
      boolean explain) {
    Entity entity = entity(subject.user().organizationId(), blueprint, identifier, claimed);
    Resource resource = EntityFacts.resource(entity, Optional.of(blueprint));
    RuleCompiler.Compiled compiled = RuleCompiler.compile(document);
    AccessRequest request =
        new AccessRequest(
            subject.subject(),
            action,
            resource,
            compiled.hasPolicies()
                ? circumstances(context.get(), compiled, entity)
                : Circumstances.NONE);
    Decision decision =
        EntityDecision.of(request, compiled.rules(), blueprint.definition(), claimed, explain);
    return new Judged(decision, resource);
  }

  private static Circumstances circumstances(
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
  Entity entity(
      UUID organizationId, Blueprint blueprint, String identifier, ClaimedResource claimed) {
    Entity said = claimed(organizationId, blueprint, identifier, claimed);
    return catalog.entitiesNamed(organizationId, blueprint, List.of(identifier)).stream()
        .findFirst()
        .map(stored -> filledIn(stored, said))
        .orElse(said);
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

  private Entity claimed(
      UUID organizationId, Blueprint blueprint, String identifier, ClaimedResource claimed) {
    Map<String, Object> properties = new LinkedHashMap<>(claimed.values());
    Map<String, Object> relations = new LinkedHashMap<>(claimed.values());
    properties.keySet().removeAll(blueprint.definition().relations().keySet());
    relations.keySet().retainAll(blueprint.definition().relations().keySet());
    List<OwningTeam> owners =
        blueprint.definition().inheritsOwnership()
            ? List.of()
            : claimed.teams().stream()
                .map(team -> new OwningTeam(team, teams.bind(organizationId, team)))
                .toList();
    Entity said =
        new Entity(
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
    return catalog.withInheritedOwners(organizationId, blueprint, said);
  }
}
