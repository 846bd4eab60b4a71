package dev.portcullis.permission;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Port's rules in the plainest words: every rule is read, nothing is indexed or made before. */
record Oracle(AccessRequest request, Collection<Rule> rules) {

  private static final Object NULL = new Object();
  private static final List<Object> UNRESOLVED = new ArrayList<>();

  boolean allows() {
    boolean admin = request.subject().roles().contains(new Role.Admin());
    String asked = request.action().actionName();
    if (!request.subject().active()) {
      return false;
    }
    if (!asked.equals("execute") && !asked.equals("approve")) {
      return admin || !granting().isEmpty();
    }
    List<Rule> scope = rules.stream().filter(rule -> name(rule).equals(asked)).toList();
    return (admin || scope.stream().anyMatch(rule -> shows(rule) && holds(rule.condition())))
        && (scope.stream().noneMatch(Oracle::isPolicy)
            || scope.stream().anyMatch(rule -> isPolicy(rule) && holds(rule.condition())));
  }

  /** The rules that grant what is asked; for all but running and approving. */
  Set<Rule> granting() {
    return speaking().stream()
        .filter(rule -> !isIgnored(rule) && holds(rule.condition()))
        .collect(toSet());
  }

  /** The rules that speak of what is asked, met or not. */
  Set<Rule> speaking() {
    return rules.stream().filter(this::speaks).collect(toSet());
  }

  private boolean speaks(Rule rule) {
    String asked = request.action().actionName();
    boolean impliesRead =
        name(rule).equals("execute") ? shows(rule) : !name(rule).equals("approve");
    return name(rule).equals(asked)
        || (asked.equals("read") && impliesRead)
        || (asked.contains(".") && name(rule).equals("update"));
  }

  private boolean shows(Rule rule) {
    boolean guarded = beside(rule).anyMatch(Oracle::isPolicy);
    return !isPolicy(rule) && !(guarded && rule.condition() instanceof Condition.OwnsByTeam);
  }

  boolean isIgnored(Rule rule) {
    return isPolicy(rule)
        && beside(rule).anyMatch(each -> each.condition() instanceof Condition.OwnsByTeam);
  }

  private Stream<Rule> beside(Rule rule) {
    return rules.stream().filter(other -> name(other).equals(name(rule)));
  }

  static boolean isPolicy(Rule rule) {
    return rule.condition() instanceof Policy;
  }

  private static String name(Rule rule) {
    return rule.action().actionName();
  }

  private boolean holds(Condition condition) {
    Subject subject = request.subject();
    return switch (condition) {
      case Condition.HasRole(Role role) ->
          subject.roles().stream().anyMatch(held -> reaches(role, held));
      case Condition.OwnsByTeam _ ->
          List.copyOf(request.resource().owningTeams()).stream()
              .anyMatch(List.copyOf(subject.teams())::contains);
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
                      .anyMatch(value -> isAsked(value, operator.operator(), find(right)));
      case Policy.Evaluated(String key) ->
          request.circumstances().verdicts().get(key) == Verdict.Known.MET;
    };
  }

  private static boolean reaches(Role granted, Role held) {
    return granted.equals(held)
        || granted.roleName().equals("Member")
        || held.roleName().equals("Admin");
  }

  private static boolean isAsked(List<Object> value, String operator, List<Object> sought) {
    boolean isInside = operator.equals("contains") && (compares(value, "in", sought));
    return isInside || compares(value, operator.replace("!", ""), sought);
  }

  private static boolean compares(List<Object> left, String operator, List<Object> right) {
    if (left == UNRESOLVED || right == UNRESOLVED) {
      return false;
    }
    Object one = left.size() == 1 ? left.getFirst() : NULL;
    Object other = right.size() == 1 ? right.getFirst() : NULL;
    return switch (operator) {
      case "=" ->
          left.size() == right.size()
              && IntStream.range(0, left.size()).allMatch(i -> alike(left.get(i), right.get(i)));
      case ">", ">=", "<", "<=" ->
          order(one, other).stream()
              .anyMatch(
                  it -> it == 0 ? operator.endsWith("=") : it > 0 == operator.startsWith(">"));
      case "contains" -> one instanceof String a && other instanceof String b && a.contains(b);
      case "beginsWith" -> one instanceof String a && other instanceof String b && a.startsWith(b);
      case "endsWith" -> one instanceof String a && other instanceof String b && a.endsWith(b);
      case "in", "containsAny" ->
          left.stream().anyMatch(a -> a != NULL && right.stream().anyMatch(b -> alike(a, b)));
      default -> !compares(left, positive(operator), right);
    };
  }

  private static String positive(String negated) {
    String bare = negated.replace("!", "").replace("notIn", "in").replace("doesNot", "");
    return bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
  }

  private static boolean alike(Object a, Object b) {
    return a.equals(b) || (a instanceof Boolean != b instanceof Boolean && (a + "").equals(b + ""));
  }

  private static OptionalInt order(Object a, Object b) {
    if (a instanceof BigDecimal number && b instanceof BigDecimal bound) {
      return OptionalInt.of(number.compareTo(bound));
    }
    return date(a).isEmpty() || date(b).isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(date(a).get().compareTo(date(b).get()));
  }

  private static boolean isWithin(List<Object> value, Range.Between range, boolean not) {
    return value != UNRESOLVED
        && not
            != value.stream()
                .filter(_ -> value.size() == 1)
                .flatMap(one -> date(one).stream())
                .anyMatch(date -> !date.isBefore(range.from()) && !date.isAfter(range.to()));
  }

  private static Optional<Instant> date(Object value) {
    return value instanceof String text && text.startsWith("20")
        ? Optional.of(OffsetDateTime.parse(text.length() == 10 ? text + "T00:00Z" : text))
            .map(OffsetDateTime::toInstant)
        : Optional.empty();
  }

  /** The elements of an array, or the one that a value is. */
  private List<Object> find(Operand operand) {
    Circumstances in = request.circumstances();
    List<String> teams = request.subject().teams().stream().sorted().toList();
    return switch (operand) {
      case Operand.Literal(PropertyValue value) -> plain(value);
      case Operand.Property(String name) when name.equals("$team") ->
          plain(PropertyValue.ofTexts(request.resource().owningTeams().stream().sorted().toList()));
      case Operand.Property(String name) when name.equals("$identifier") ->
          List.of(request.resource().id());
      case Operand.Property(String name) -> plain(request.resource().properties().get(name));
      case Operand.Contextual(Context context, String name) when name.equals("$identifier") ->
          context == Context.USER_TEAMS ? List.copyOf(teams) : UNRESOLVED;
      case Operand.Contextual(Context context, String name) ->
          switch (context) {
            case USER -> known(plain(in.user().get(name)));
            case USER_TEAMS ->
                in.userTeams().stream()
                    .flatMap(team -> plain(team.get(name)).stream())
                    .filter(value -> value != NULL)
                    .toList();
            case ACTION -> known(plain(in.action().get(name)));
            case RESOURCE -> known(plain(in.resource().get(name)));
          };
    };
  }

  private static List<Object> known(List<Object> value) {
    return value.equals(List.of(NULL)) ? UNRESOLVED : value;
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
