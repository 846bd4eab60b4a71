package dev.portcullis.access;

import dev.portcullis.access.CatalogGraph.Node;
import dev.portcullis.access.CatalogRule.RelatedValue;
import dev.portcullis.catalog.Entity;
import dev.portcullis.permission.AccessRequest;
import dev.portcullis.permission.Attributes;
import dev.portcullis.permission.Authorizer;
import dev.portcullis.permission.EntityOperation;
import dev.portcullis.permission.Resource;
import dev.portcullis.permission.Rule;
import dev.portcullis.permission.RuleSet;
import dev.portcullis.permission.RuleSource;
import dev.portcullis.permission.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Tests what a relation leads to, by the engine, as if it were a property of the entity. */
final class RelatedValues {

  private static final Subject NOBODY = new Subject("query", Set.of(), Set.of(), Set.of(), true);
  private static final RuleSource SOURCE = new RuleSource("query", 0, "rules");

  private RelatedValues() {}

  /** Whether the test holds; what the graph does not show is not there. */
  static boolean match(CatalogGraph graph, RelatedValue rule, Node entity) {
    Attributes values =
        PropertyValues.attributes(Map.of(rule.relation(), value(graph, rule, entity)));
    Resource resource =
        new Resource(entity.blueprint(), entity.identifier(), Set.of(), values, Map.of());
    return Authorizer.decide(
            new AccessRequest(NOBODY, EntityOperation.READ, resource),
            RuleSet.of(List.of(new Rule(EntityOperation.READ, rule.test(), SOURCE))))
        .isAllowed();
  }

  /** A list for a relation to many; else the one value, or none as an empty list. */
  private static Object value(CatalogGraph graph, RelatedValue rule, Node entity) {
    List<String> values =
        graph.entities(graph.follow(Set.of(entity), rule.relation())).stream()
            .flatMap(related -> value(rule, related))
            .toList();
    boolean isOfOne =
        graph
            .blueprint(entity.blueprint())
            .map(kind -> kind.definition().relations().get(rule.relation()))
            .filter(relation -> !relation.many())
            .isPresent();
    return isOfOne && !values.isEmpty() ? values.getFirst() : values;
  }

  private static Stream<String> value(RelatedValue rule, Entity related) {
    return switch (rule.target()) {
      case IDENTIFIER -> Stream.of(related.identifier());
      case TITLE -> related.title().stream();
    };
  }
}
