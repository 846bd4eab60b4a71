package dev.portcullis.access;

import dev.portcullis.access.CatalogGraph.Node;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Entity;
import dev.portcullis.permission.AccessRequest;
import dev.portcullis.permission.Authorizer;
import dev.portcullis.permission.Circumstances;
import dev.portcullis.permission.Decision;
import dev.portcullis.permission.EntityOperation;
import dev.portcullis.permission.Reason.Failed;
import dev.portcullis.permission.Rule;
import dev.portcullis.permission.RuleSet;
import dev.portcullis.permission.RuleSource;
import dev.portcullis.permission.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether entities match a query: Port's rules, evaluated by the engine as those of a policy are.
 * Nobody's roles matter to it, for an Admin would match everything.
 */
final class QueryMatch {

  private static final RuleSource SOURCE = new RuleSource("query", 0, "rules");

  private final PolicyReader.Reading reading;
  private final RuleSet rules;
  private final Subject subject;
  private final Circumstances circumstances;
  private final CatalogGraph graph;
  private final CatalogVerdicts verdicts;

  /**
   * Matches in these circumstances.
   *
   * @param reading without problems
   * @param subject whose teams contextual values mean
   * @param graph along which relations are followed
   */
  QueryMatch(
      PolicyReader.Reading reading,
      Subject subject,
      Circumstances circumstances,
      CatalogGraph graph) {
    this.reading = reading;
    this.rules = RuleSet.of(List.of(new Rule(EntityOperation.READ, reading.policy(), SOURCE)));
    this.subject = new Subject(subject.id(), Set.of(), subject.teams(), subject.handles(), true);
    this.circumstances = circumstances;
    this.graph = graph;
    this.verdicts = new CatalogVerdicts(graph, subject, circumstances);
  }

  /**
   * Adds to the found ones those of the candidates that match.
   *
   * @return why the query cannot be evaluated, if it cannot
   */
  Optional<String> take(Blueprint blueprint, List<Entity> candidates, List<Entity> found) {
    for (Entity candidate : candidates) {
      Decision decision = decide(blueprint, candidate);
      if (decision.isAllowed()) {
        found.add(candidate);
      } else if (failure(decision).isPresent()) {
        return failure(decision);
      }
    }
    return Optional.empty();
  }

  private Decision decide(Blueprint blueprint, Entity candidate) {
    graph.know(candidate);
    Node node = new Node(candidate.blueprint(), candidate.identifier());
    return Authorizer.decide(
        new AccessRequest(
            subject,
            EntityOperation.READ,
            EntityFacts.resource(candidate, Optional.of(blueprint)),
            circumstances.with(
                reading.catalogRules().isEmpty()
                    ? Map.of()
                    : verdicts.of(reading.catalogRules(), node))),
        rules);
  }

  private static Optional<String> failure(Decision decision) {
    return decision.reasons().stream()
        .filter(Failed.class::isInstance)
        .map(Failed.class::cast)
        .map(failed -> String.join("; ", failed.problems()))
        .findFirst();
  }
}
