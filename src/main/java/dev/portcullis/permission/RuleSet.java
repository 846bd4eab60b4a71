package dev.portcullis.permission;

import static dev.portcullis.permission.EntityOperation.UPDATE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.portcullis.permission.Reason.Granted;
import dev.portcullis.permission.Reason.Obstacle;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rules of one resource type, compiled so that a decision looks at those alone that name
 * something the subject has. Immutable; made once for each version of a permission document.
 *
 * <p>A request never names its rules: whoever asks must hand over those of the resource's type.
 */
public final class RuleSet {

  private final Map<EntityOperation, RuleIndex> operations;
  private final Map<Action, RuleIndex> fields;
  private final RuleIndex coveringFields;

  private RuleSet(Set<Rule> rules) {
    Map<Action, List<Rule>> byAction = rules.stream().collect(groupingBy(Rule::action));
    operations =
        Arrays.stream(EntityOperation.values())
            .collect(toUnmodifiableMap(Function.identity(), each -> index(each, rules, byAction)));
    fields =
        byAction.keySet().stream()
            .filter(action -> !(action instanceof EntityOperation))
            .collect(toUnmodifiableMap(Function.identity(), each -> direct(each, byAction)));
    coveringFields = new RuleIndex(ruling(UPDATE, byAction), _ -> Reach.UPDATE_COVERS_FIELD);
  }

  /** Compiles rules; neither their order nor repetition matters. */
  public static RuleSet of(Collection<Rule> rules) {
    return new RuleSet(Set.copyOf(rules));
  }

  /** The first rule that grants the request, in the order in which Port asks. */
  Optional<Granted> firstGround(AccessRequest request) {
    return asked(request.action())
        .flatMap(index -> index.firstGround(request).stream())
        .findFirst();
  }

  /** Every rule that grants the request, in the order in which Port asks. */
  Stream<Granted> grounds(AccessRequest request) {
    return asked(request.action()).flatMap(index -> index.grounds(request));
  }

  /** Every rule that could grant the action to somebody, in the same order. */
  List<Obstacle> obstacles(Action action) {
    List<List<Obstacle>> lists = asked(action).map(RuleIndex::obstacles).toList();
    boolean isShared = lists.size() == 1; // a long list is handed on, not copied for each denial
    return isShared ? lists.getFirst() : lists.stream().flatMap(List::stream).toList();
  }

  /** The right to update all fields is asked before the right to update one (Port rule 15). */
  private Stream<RuleIndex> asked(Action action) {
    return switch (action) {
      case EntityOperation operation -> Stream.ofNullable(operations.get(operation));
      case ActionOperation _ -> Stream.ofNullable(fields.get(action));
      case UpdateProperty _, UpdateRelation _ ->
          Stream.concat(Stream.of(coveringFields), Stream.ofNullable(fields.get(action)));
    };
  }

  /** Every right to change an entity is a right to read it, so reading asks all rules (rule 12). */
  private static RuleIndex index(
      EntityOperation operation, Set<Rule> rules, Map<Action, List<Rule>> byAction) {
    return switch (operation) {
      case READ -> new RuleIndex(rules.stream(), Reach::toRead);
      case REGISTER, UPDATE, UNREGISTER -> direct(operation, byAction);
    };
  }

  private static RuleIndex direct(Action action, Map<Action, List<Rule>> byAction) {
    return new RuleIndex(ruling(action, byAction), _ -> Reach.DIRECT);
  }

  private static Stream<Rule> ruling(Action action, Map<Action, List<Rule>> byAction) {
    return byAction.getOrDefault(action, List.of()).stream();
  }
}
