package dev.portcullis.permission;

import static dev.portcullis.permission.EntityOperation.READ;
import static dev.portcullis.permission.EntityOperation.REGISTER;
import static dev.portcullis.permission.EntityOperation.UNREGISTER;
import static dev.portcullis.permission.EntityOperation.UPDATE;
import static dev.portcullis.permission.RunOperation.APPROVE;
import static dev.portcullis.permission.RunOperation.EXECUTE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;

import dev.portcullis.permission.Condition.OwnsByTeam;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of one resource type, compiled so that a decision looks at those alone that name
 * something the subject has. Immutable; made once for each version of a permission document.
 *
 * <p>A request never names its rules: whoever asks must hand over those of the resource's type.
 */
public final class RuleSet {

  private final Docket read;
  private final Docket register;
  private final Docket update;
  private final Docket unregister;
  private final RunGate execute;
  private final RunGate approve;

  private final Map<String, Docket> properties = new HashMap<>();
  private final Map<String, Docket> relations = new HashMap<>();
  private final Docket anyOtherField;

  private RuleSet(Map<Action, List<Rule>> rules) {
    Shelf updating = shelf(rules.getOrDefault(UPDATE, List.of()), Reach.UPDATE_COVERS_FIELD);
    rules.forEach((action, each) -> fileField(action, each, updating));
    anyOtherField = new Docket(List.of(updating));
    register = direct(rules, REGISTER);
    update = direct(rules, UPDATE);
    unregister = direct(rules, UNREGISTER);
    execute = new RunGate(rules.getOrDefault(EXECUTE, List.of()));
    approve = new RunGate(rules.getOrDefault(APPROVE, List.of()));
    read = reading(rules);
  }

  /** Compiles rules; neither their order nor repetition matters. */
  public static RuleSet of(Collection<Rule> rules) {
    return new RuleSet(Set.copyOf(rules).stream().collect(groupingBy(Rule::action)));
  }

  Decision decide(AccessRequest request) {
    return switch (request.action()) {
      case RunOperation operation -> gate(operation).decide(request);
      case EntityOperation operation -> docket(operation).decide(request);
      case UpdateProperty(String property) -> field(properties, property).decide(request);
      case UpdateRelation(String relation) -> field(relations, relation).decide(request);
    };
  }

  Decision explain(AccessRequest request) {
    return switch (request.action()) {
      case RunOperation operation -> gate(operation).explain(request);
      case EntityOperation operation -> docket(operation).explain(request);
      case UpdateProperty(String property) -> field(properties, property).explain(request);
      case UpdateRelation(String relation) -> field(relations, relation).explain(request);
    };
  }

  private Docket docket(EntityOperation operation) {
    return switch (operation) {
      case READ -> read;
      case REGISTER -> register;
      case UPDATE -> update;
      case UNREGISTER -> unregister;
    };
  }

  private RunGate gate(RunOperation operation) {
    return switch (operation) {
      case EXECUTE -> execute;
      case APPROVE -> approve;
    };
  }

  private Docket field(Map<String, Docket> fields, String name) {
    return fields.getOrDefault(name, anyOtherField);
  }

  /** The right to update all fields is asked before the right to update one (Port rule 15). */
  private void fileField(Action action, List<Rule> rules, Shelf updating) {
    switch (action) {
      case UpdateProperty(String property) -> properties.put(property, field(rules, updating));
      case UpdateRelation(String relation) -> relations.put(relation, field(rules, updating));
      case EntityOperation _, RunOperation _ -> {}
    }
  }

  private static Docket field(List<Rule> rules, Shelf updating) {
    return new Docket(List.of(updating, shelf(rules, Reach.DIRECT)));
  }

  private static Docket direct(Map<Action, List<Rule>> rules, Action action) {
    return new Docket(List.of(shelf(rules.getOrDefault(action, List.of()), Reach.DIRECT)));
  }

  /** Every right to change an entity is a right to read it, so reading asks all rules (rule 12). */
  private static Docket reading(Map<Action, List<Rule>> rules) {
    List<Rule> changing = new ArrayList<>();
    rules.forEach((action, each) -> {
      if (action != READ && !(action instanceof RunOperation)) {
        changing.addAll(each);
      }
    });
    return new Docket(
        List.of(
            shelf(rules.getOrDefault(READ, List.of()), Reach.DIRECT),
            shelf(changing, Reach.CHANGE_IMPLIES_READ),
            shelf(
                RunGate.lists(rules.getOrDefault(EXECUTE, List.of())),
                Reach.RUNNING_IMPLIES_SEEING)));
  }

  /** Where an action is granted by ownership, a policy on the same action is ignored (rule 10). */
  private static Shelf shelf(List<Rule> rules, Reach reach) {
    Set<Action> owned = ownedActions(rules);
    Map<Boolean, List<Rule>> ignored =
        rules.stream()
            .collect(
                partitioningBy(
                    rule -> rule.condition() instanceof Policy && owned.contains(rule.action())));
    return new Shelf(
        ignored.getOrDefault(false, List.of()), ignored.getOrDefault(true, List.of()), reach);
  }

  private static Set<Action> ownedActions(List<Rule> rules) {
    return Set.copyOf(
        rules.stream()
            .filter(rule -> rule.condition() instanceof OwnsByTeam)
            .map(Rule::action)
            .distinct()
            .toList());
  }
}
