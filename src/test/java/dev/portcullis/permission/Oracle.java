package dev.portcullis.permission;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Port's rules in the plainest words: every rule is read, nothing is indexed or made before. */
record Oracle(AccessRequest request, Collection<Rule> rules) {

  private static final Object NULL = new Object();
  private static final List<Object> UNRESOLVED = new ArrayList<>();

  boolean allows() {
    boolean isRun = request.action().actionName().matches("execute|approve");
    List<Rule> scope = rules.stream().filter(it -> it.action().equals(request.action())).toList();
    Set<Rule> lists = isRun ? met(scope.stream().filter(this::shows)) : granting();
    boolean isGuarded = isRun && scope.stream().anyMatch(Oracle::isPolicy);
    return request.subject().active()
        && (request.subject().roles().contains(new Role.Admin()) || !lists.isEmpty())
        && (!isGuarded || !met(scope.stream().filter(Oracle::isPolicy)).isEmpty());
  }

  /** The rules that grant what is asked, unless that is a run. */
  Set<Rule> granting() {
    return met(
        speaking().stream()
            .filter(rule -> !isPolicy(rule) || beside(rule).noneMatch(Oracle::isOwners)));
  }

  private Set<Rule> met(Stream<Rule> some) {
    return some.filter(rule -> holds(rule.condition())).collect(toSet());
  }

  /** The rules that speak of what is asked, met or not. */
  Set<Rule> speaking() {
    return rules.stream().filter(this::speaks).collect(toSet());
  }

  private boolean speaks(Rule rule) {
    String asked = request.action().actionName();
    String granted = rule.action().actionName();
    boolean isSeen =
        !granted.matches("execute|approve") || (granted.equals("execute") && shows(rule));
    return granted.equals(asked)
        || (asked.equals("read") && isSeen)
        || (asked.contains(".") && granted.equals("update"));
  }

  private boolean shows(Rule rule) {
    return !isPolicy(rule) && (!isOwners(rule) || beside(rule).noneMatch(Oracle::isPolicy));
  }

  private Stream<Rule> beside(Rule rule) {
    return rules.stream().filter(other -> other.action().equals(rule.action()));
  }

  static boolean isPolicy(Rule rule) {
    return rule.condition() instanceof Policy;
  }

  private static boolean isOwners(Rule rule) {
    return rule.condition() instanceof Condition.OwnsByTeam;
  }

  private boolean holds(Condition condition) {
    Subject subject = request.subject();
    return switch (condition) {
      case Condition.HasRole(Role role) ->
          subject.roles().stream()
              .anyMatch(held ->
                  List.of(role, new Role.Admin()).contains(held) || role.equals(new Role.Member()));
      case Condition.OwnsByTeam _ ->
          List.copyOf(subject.teams()).stream()
              .anyMatch(request.resource().owningTeams()::contains);
      case Condition.InTeam(String team) -> List.copyOf(subject.teams()).contains(team);
      case Condition.IsUser(String handle) ->
          subject.handles().stream().anyMatch(handle::equalsIgnoreCase);
      case Policy.AllOf(var all) -> !all.isEmpty() && all.stream().allMatch(this::holds);
      case Policy.AnyOf(var any) -> any.stream().anyMatch(this::holds);
      case Policy.Compares(var left, var operator, var right) ->
          compares(find(left), operator.operator(), find(right));
      case Policy.IsEmpty(var tested, boolean not) -> not != Set.of(NULL).containsAll(find(tested));
      case Policy.IsWithin(var tested, var range, boolean not) ->
          isWithin(find(tested), (Range.Between) range, not);
      case Policy.IsExpired(var tested, boolean not) ->
          request.circumstances().now().stream()
              .anyMatch(now -> isWithin(find(tested), new Range.Between(Instant.MIN, now), not));
      case Policy.AnyProperty(var schema, var operator, var right) ->
          find(right) != UNRESOLVED
              && operator.operator().equals("!=")
                  != request.resource().schemas().entrySet().stream()
                      .filter(property -> property.getValue().type().equals(schema.type()))
                      .map(property -> find(new Operand.Property(property.getKey())))
                      .anyMatch(value ->
                          compares(value, "any" + operator.operator().charAt(0), find(right)));
      case Policy.Evaluated(String key) ->
          request.circumstances().verdicts().get(key) == Verdict.Known.MET;
    };
  }

  private static boolean compares(List<Object> left, String operator, List<Object> right) {
    boolean isResolved = left != UNRESOLVED && right != UNRESOLVED;
    Object one = left.size() == 1 ? left.getFirst() : NULL;
    Object other = right.size() == 1 ? right.getFirst() : NULL;
    String text = one instanceof String it ? it : "";
    String part = other instanceof String it ? it : "none";
    return isResolved
        && switch (operator) {
          case "any!", "any=" -> compares(left, "=", right);
          case "anyc" -> compares(left, "contains", right) || compares(left, "in", right);
          case "=" ->
              left.size() == right.size()
                  && IntStream.range(0, left.size())
                      .allMatch(i -> alike(left.get(i), right.get(i)));
          case ">", ">=", "<", "<=" ->
              order(one, other)
                  .filter(
                      it -> it == 0 ? operator.endsWith("=") : it > 0 == operator.startsWith(">"))
                  .isPresent();
          case "contains", "Contains" -> text.contains(part);
          case "beginsWith", "BeginsWith" -> text.startsWith(part);
          case "endsWith", "EndsWith" -> text.endsWith(part);
          case "in", "In", "containsAny" ->
              left.stream().anyMatch(a -> a != NULL && right.stream().anyMatch(b -> alike(a, b)));
          default -> !compares(left, operator.replaceFirst("^(!|not|doesNot)", ""), right);
        };
  }

  private static boolean alike(Object a, Object b) {
    return a.equals(b) || (a instanceof Boolean != b instanceof Boolean && (a + "").equals(b + ""));
  }

  private static Optional<Integer> order(Object a, Object b) {
    return a instanceof BigDecimal number && b instanceof BigDecimal bound
        ? Optional.of(number.compareTo(bound))
        : date(a).flatMap(moment -> date(b).map(moment::compareTo));
  }

  private static boolean isWithin(List<Object> value, Range.Between range, boolean not) {
    return value != UNRESOLVED
        && not
            != (value.size() == 1
                && date(value.getFirst())
                    .filter(it -> !it.isBefore(range.from()) && !it.isAfter(range.to()))
                    .isPresent());
  }

  private static Optional<Instant> date(Object value) {
    return Optional.of(value.toString())
        .filter(text -> text.startsWith("20"))
        .map(text -> OffsetDateTime.parse(text.length() == 10 ? text + "T00:00Z" : text))
        .map(OffsetDateTime::toInstant);
  }

  private List<Object> find(Operand operand) {
    Circumstances in = request.circumstances();
    return switch (operand) {
      case Operand.Literal(PropertyValue value) -> plain(value);
      case Operand.Property(String name) when name.equals("$team") ->
          List.copyOf(request.resource().owningTeams());
      case Operand.Property(String name) when name.equals("$identifier") ->
          List.of(request.resource().id());
      case Operand.Property(String name) -> plain(request.resource().properties().get(name));
      case Operand.Contextual(Context context, String name)
          when context == Context.USER_TEAMS && name.equals("$identifier") ->
          List.copyOf(request.subject().teams());
      case Operand.Contextual(Context context, String name) when context == Context.USER_TEAMS ->
          in.userTeams().stream()
              .flatMap(team -> plain(team.get(name)).stream())
              .filter(value -> value != NULL)
              .toList();
      case Operand.Contextual(Context context, String name) ->
          Optional.of(List.of(in.user(), Attributes.NONE, in.action(), in.resource()))
              .map(each -> plain(each.get(context.ordinal()).get(name)))
              .filter(value -> !value.equals(List.of(NULL)))
              .orElse(UNRESOLVED);
    };
  }

  private static List<Object> plain(PropertyValue value) {
    return switch (value) {
      case PropertyValue.Text(String text) -> List.of(text);
      case PropertyValue.Number(BigDecimal number) -> List.of(number);
      case PropertyValue.Truth(boolean flag) -> List.of(flag);
      case PropertyValue.Many(var elements) ->
          elements.stream().flatMap(element -> plain(element).stream()).toList();
      case PropertyValue.Null _, PropertyValue.Fields _ -> List.of(NULL);
    };
  }
}
