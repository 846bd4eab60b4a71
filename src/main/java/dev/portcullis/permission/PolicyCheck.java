package dev.portcullis.permission;

import dev.portcullis.permission.Operand.Contextual;
import dev.portcullis.permission.Operand.Sought;
import dev.portcullis.permission.Operand.Tested;
import dev.portcullis.permission.Policy.AllOf;
import dev.portcullis.permission.Policy.AnyOf;
import dev.portcullis.permission.Policy.AnyProperty;
import dev.portcullis.permission.Policy.Compares;
import dev.portcullis.permission.Policy.Evaluated;
import dev.portcullis.permission.Policy.IsEmpty;
import dev.portcullis.permission.Policy.IsExpired;
import dev.portcullis.permission.Policy.IsWithin;
import dev.portcullis.permission.PropertyValue.Fields;
import dev.portcullis.permission.PropertyValue.Text;
import dev.portcullis.permission.Range.Between;
import dev.portcullis.permission.Range.InContext;
import dev.portcullis.permission.Range.Preset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a request meets a policy.
 *
 * <p>What cannot be evaluated counts as not met. No rule is negated from outside, so that a policy
 * grants then at most what it would have granted otherwise; it failed if it would have granted, had
 * all that could not be evaluated been met.
 */
final class PolicyCheck {

  private static final Verdict NOT_EVALUATED = new Verdict.Failed("was not evaluated");

  private static final Optional<String> NO_MOMENT =
      Optional.of("the request names no moment to go by");

  private final AccessRequest request;
  private final Operands operands;

  /** How a rule counts that cannot be evaluated. */
  private final boolean countsFailed;

  private PolicyCheck(AccessRequest request, boolean countsFailed) {
    this.request = request;
    this.operands = new Operands(request);
    this.countsFailed = countsFailed;
  }

  static boolean isMet(Policy policy, AccessRequest request) {
    return new PolicyCheck(request, false).holds(policy);
  }

  /** Whether it is not met for no other cause than that something could not be evaluated. */
  static boolean hasFailed(Policy policy, AccessRequest request) {
    return !isMet(policy, request) && new PolicyCheck(request, true).holds(policy);
  }

  /** What keeps a single rule from being evaluated. */
  static Optional<String> problem(Policy rule, AccessRequest request) {
    boolean isTimeless = request.circumstances().now().isEmpty();
    return switch (rule) {
      case IsWithin within when within.range() instanceof Preset && isTimeless -> NO_MOMENT;
      case IsExpired _ when isTimeless -> NO_MOMENT;
      case Evaluated(String key) -> problem(key, request.circumstances().verdicts());
      default -> Optional.empty();
    };
  }

  private static Optional<String> problem(String key, Map<String, Verdict> verdicts) {
    return switch (verdicts.getOrDefault(key, NOT_EVALUATED)) {
      case Verdict.Failed(String problem) -> Optional.of("`" + key + "` " + problem);
      case Verdict.Known _ -> Optional.empty();
    };
  }

  private boolean holds(Policy policy) {
    return switch (policy) {
      case AllOf(List<Policy> rules) -> holdsAll(rules);
      case AnyOf(List<Policy> rules) -> holdsAny(rules);
      case Compares(Tested tested, Comparison comparison, Sought sought) ->
          compares(operands.find(tested), comparison, operands.find(sought));
      case IsEmpty(Tested tested, boolean negated) -> operands.valueOf(tested).isEmpty() != negated;
      case IsWithin(Tested tested, Range range, boolean negated) ->
          isWithin(operands.find(tested), range, negated);
      case IsExpired(Tested tested, boolean negated) -> isExpired(operands.find(tested), negated);
      case AnyProperty rule -> anyProperty(rule);
      case Evaluated(String key) -> isMet(request.circumstances().verdicts(), key);
    };
  }

  private boolean holdsAll(List<Policy> rules) {
    for (int i = 0; i < rules.size(); i++) {
      if (!holds(rules.get(i))) {
        return false;
      }
    }
    return !rules.isEmpty();
  }

  private boolean holdsAny(List<Policy> rules) {
    for (int i = 0; i < rules.size(); i++) {
      if (holds(rules.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean compares(
      Optional<PropertyValue> tested, Comparison comparison, Optional<PropertyValue> sought) {
    return tested.isPresent()
        && sought.isPresent()
        && Comparing.holds(tested.get(), comparison, sought.get());
  }

  /** Without a moment in the request a preset cannot be evaluated. */
  private boolean isWithin(Optional<PropertyValue> tested, Range range, boolean negated) {
    if (range instanceof Preset && request.circumstances().now().isEmpty()) {
      return countsFailed;
    }
    Optional<Between> bounds = bounds(range);
    return tested.isPresent()
        && bounds.isPresent()
        && negated != date(tested.get()).filter(bounds.get()::includes).isPresent();
  }

  private Optional<Between> bounds(Range range) {
    return switch (range) {
      case Between between -> Optional.of(between);
      case Preset preset -> request.circumstances().now().map(preset::at);
      case InContext(Contextual contextual) -> operands.find(contextual).flatMap(this::bounds);
    };
  }

  private Optional<Between> bounds(PropertyValue value) {
    return value instanceof Fields(Map<String, PropertyValue> fields)
        ? end(fields, "from").flatMap(from -> end(fields, "to").map(to -> new Between(from, to)))
        : Optional.empty();
  }

  private static Optional<Instant> end(Map<String, PropertyValue> fields, String name) {
    return date(fields.getOrDefault(name, PropertyValue.Null.NULL));
  }

  private boolean isExpired(Optional<PropertyValue> tested, boolean negated) {
    Optional<Instant> now = request.circumstances().now();
    if (now.isEmpty()) {
      return countsFailed;
    }
    return tested.isPresent()
        && negated != date(tested.get()).filter(end -> !end.isAfter(now.get())).isPresent();
  }

  private static Optional<Instant> date(PropertyValue value) {
    return value.single() instanceof Text(String text) ? IsoDate.parse(text) : Optional.empty();
  }

  private boolean anyProperty(AnyProperty rule) {
    Optional<PropertyValue> sought = operands.find(rule.sought());
    return sought.isPresent()
        && rule.comparison().isNegated()
            != request.resource().schemas().entrySet().stream()
                .filter(property -> property.getValue().isCoveredBy(rule.schema()))
                .map(property -> request.resource().properties().get(property.getKey()))
                .anyMatch(value -> Comparing.isAsked(value, rule.comparison(), sought.get()));
  }

  private boolean isMet(Map<String, Verdict> verdicts, String key) {
    return switch (verdicts.getOrDefault(key, NOT_EVALUATED)) {
      case Verdict.Known known -> known == Verdict.Known.MET;
      case Verdict.Failed _ -> countsFailed;
    };
  }
}
