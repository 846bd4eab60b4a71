package dev.portcullis.access;

import dev.portcullis.access.CatalogGraph.Node;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.permission.AccessRequest;
import dev.portcullis.permission.Authorizer;
import dev.portcullis.permission.EntityOperation;
import dev.portcullis.permission.Reason.Failed;
import dev.portcullis.permission.Rule;
import dev.portcullis.permission.RuleSet;
import dev.portcullis.permission.RuleSource;
import dev.portcullis.permission.Decision;
import dev.portcullis.permission.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs the queries of action policies over the whole catalog, with full rights. */
@Component
class CatalogQueries {

  /** The most entities that one query yields. */
  static final int MAX_RESULTS = 1_000;

  /** The most entities that one query looks at. */
  static final int MAX_SCANNED = 20_000;

  private static final RuleSource SOURCE = new RuleSource("query", 0, "rules");

  private final Catalog catalog;

  CatalogQueries(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Runs a query, given as a tree of JDK values whose templates are filled in. */
  QueryOutcome run(DecisionContext context, @Nullable Object query) {
    PolicyReader.Reading reading = PolicyReader.read("query", query, false);
    if (!reading.problems().isEmpty()) {
      return new QueryOutcome.Failed(String.join("; ", reading.problems()));
    }
    UUID organizationId = context.subject().user().organizationId();
    CandidateFilter filter = CandidateFilter.ofJson(query);
    List<Entity> found = new ArrayList<>();
    int scanned = 0;
    for (Blueprint blueprint : blueprints(organizationId, filter)) {
      List<Entity> candidates =
          candidates(organizationId, blueprint, filter, MAX_SCANNED + 1 - scanned);
      scanned += candidates.size();
      if (scanned > MAX_SCANNED) {
        return new QueryOutcome.Failed(
            "it would have to look at more than %d entities; name `$blueprint` and `$identifier`"
                .formatted(MAX_SCANNED));
      }
      Optional<String> failure = match(context, reading, blueprint, candidates, found);
      if (failure.isPresent()) {
        return new QueryOutcome.Failed(failure.get());
      }
    }
    return capped(found);
  }

  private static QueryOutcome capped(List<Entity> found) {
    found.sort(Comparator.comparing(Entity::blueprint).thenComparing(Entity::identifier));
    return found.size() > MAX_RESULTS
        ? new QueryOutcome.Found(List.copyOf(found.subList(0, MAX_RESULTS)), true)
        : new QueryOutcome.Found(List.copyOf(found), false);
  }

  private List<Blueprint> blueprints(UUID organizationId, CandidateFilter filter) {
    Stream<String> system = Stream.of(SystemBlueprints.USER, SystemBlueprints.TEAM);
    return filter
        .blueprints()
        .map(Set::stream)
        .orElseGet(() ->
            Stream.concat(
                catalog.blueprints(organizationId).stream().map(Blueprint::identifier), system))
        .sorted()
        .flatMap(name -> catalog.blueprint(organizationId, name).stream())
        .toList();
  }

  private List<Entity> candidates(
      UUID organizationId, Blueprint blueprint, CandidateFilter filter, int limit) {
    return filter
        .identifiers()
        .map(identifiers -> catalog.entitiesNamed(organizationId, blueprint, identifiers))
        .orElseGet(() -> catalog.someEntities(organizationId, blueprint, limit));
  }

  /** Adds what matches; answers what could not be evaluated. */
  private static Optional<String> match(
      DecisionContext context,
      PolicyReader.Reading reading,
      Blueprint blueprint,
      List<Entity> candidates,
      List<Entity> found) {
    RuleSet rules =
        RuleSet.of(List.of(new Rule(EntityOperation.READ, reading.policy(), SOURCE)));
    Subject subject = withoutRoles(context.subject().subject());
    CatalogVerdicts verdicts = context.verdicts();
    for (Entity candidate : candidates) {
      context.graph().know(candidate);
      Node node = new Node(candidate.blueprint(), candidate.identifier());
      AccessRequest request =
          new AccessRequest(
              subject,
              EntityOperation.READ,
              EntityFacts.resource(candidate, Optional.of(blueprint)),
              context
                  .circumstances()
                  .with(
                      reading.catalogRules().isEmpty()
                          ? Map.of()
                          : verdicts.of(reading.catalogRules(), node)));
      Decision decision = Authorizer.decide(request, rules);
      if (decision.isAllowed()) {
        found.add(candidate);
      } else if (failure(decision).isPresent()) {
        return failure(decision);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> failure(Decision decision) {
    return decision.reasons().stream()
        .filter(Failed.class::isInstance)
        .map(Failed.class::cast)
        .map(failed -> String.join("; ", failed.problems()))
        .findFirst();
  }

  /** Whoever is an Admin would match everything. */
  private static Subject withoutRoles(Subject subject) {
    return new Subject(subject.id(), Set.of(), subject.teams(), subject.handles(), true);
  }
}
