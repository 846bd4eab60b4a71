package dev.portcullis.access;

import dev.portcullis.access.CatalogGraph.Node;
import dev.portcullis.access.CatalogRule.Direction;
import dev.portcullis.access.CatalogRule.Hop;
import dev.portcullis.access.CatalogRule.MatchAny;
import dev.portcullis.access.CatalogRule.RelatedTo;
import dev.portcullis.access.CatalogRule.RelatedValue;
import dev.portcullis.permission.Circumstances;
import dev.portcullis.permission.Subject;
import dev.portcullis.permission.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Evaluates the rules that follow relations, for one subject in its circumstances. */
final class CatalogVerdicts {

  private final CatalogGraph graph;
  private final Subject subject;
  private final Circumstances circumstances;

  /** What the given entities of a rule depend on, which is the same for every candidate. */
  private final Map<RelatedTo, Set<Node>> closures = new HashMap<>();

  CatalogVerdicts(CatalogGraph graph, Subject subject, Circumstances circumstances) {
    this.graph = graph;
    this.subject = subject;
    this.circumstances = circumstances;
  }

  /** The verdicts about one entity, by the rules' keys. */
  Map<String, Verdict> of(Map<String, CatalogRule> rules, Node entity) {
    Map<String, Verdict> verdicts = new HashMap<>();
    rules.forEach((key, rule) -> verdicts.put(key, verdict(rule, entity)));
    return verdicts;
  }

  private Verdict verdict(CatalogRule rule, Node entity) {
    try {
      return Verdict.of(
          switch (rule) {
            case RelatedTo related -> isRelated(related, entity);
            case MatchAny match -> isMatched(match, entity);
            case RelatedValue value -> RelatedValues.match(graph, value, entity);
          });
    } catch (TooFar e) {
      return new Verdict.Failed(e.bound());
    }
  }

  private boolean isRelated(RelatedTo rule, Node entity) {
    boolean dependsOn = // the given ones depend on the entity
        rule.direction() != Direction.DOWNSTREAM
            && closures
                .computeIfAbsent(rule, each -> graph.upstream(given(each), each.required()))
                .contains(entity);
    return dependsOn
        || (rule.direction() != Direction.UPSTREAM
            && graph.upstream(List.of(entity), rule.required()).stream()
                .anyMatch(given(rule)::contains));
  }

  private Set<Node> given(RelatedTo rule) {
    return nodes(
        rule.blueprint(), ContextValues.identifiers(rule.sought(), subject, circumstances));
  }

  private boolean isMatched(MatchAny rule, Node entity) {
    List<String> sought = ContextValues.identifiers(rule.sought(), subject, circumstances);
    if (rule.fromBlueprint().isPresent()) {
      return ends(nodes(rule.fromBlueprint().get(), sought), rule.path()).contains(entity);
    }
    return ends(Set.of(entity), rule.path()).stream()
        .map(Node::identifier)
        .anyMatch(Set.copyOf(sought)::contains);
  }

  private Set<Node> ends(Set<Node> from, List<Hop> path) {
    Set<Node> place = from;
    for (Hop hop : path) {
      Set<Node> reached = new HashSet<>();
      if (hop.least() == 0) {
        reached.addAll(place);
      }
      Set<Node> edge = place;
      for (int i = 0; i < hop.most() && !edge.isEmpty(); i++) {
        edge = graph.follow(edge, hop.relation());
        reached.addAll(edge);
      }
      place = reached;
    }
    return place;
  }

  private static Set<Node> nodes(String blueprint, List<String> identifiers) {
    return identifiers.stream()
        .map(identifier -> new Node(blueprint, identifier))
        .collect(Collectors.toUnmodifiableSet());
  }
}
