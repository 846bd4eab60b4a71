package dev.portcullis.access;

import dev.portcullis.catalog.Entity;
import dev.portcullis.jq.JqBounds;
import dev.portcullis.jq.JqOutcome;
import dev.portcullis.jq.JqProgram;
import dev.portcullis.permission.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Evaluates the policy of an action's scope. Whatever cannot be evaluated denies and is reported: a
 * query that fails, where Port would go on without it, denies however the conditions end.
 */
@Component
class ActionPolicyCheck {

  /** What all conditions and templates of one policy may take together. */
  static final Duration MAX_TIME = Duration.ofMillis(50);

  /** The most evaluations of parts of one condition. */
  static final long MAX_STEPS = 1_000_000;

  /** The most characters, list elements and members that one condition makes. */
  static final long MAX_SIZE = 4_000_000;

  /** The most values that one condition emits. */
  static final int MAX_RESULTS = 1_000;

  private final CatalogQueries queries;

  ActionPolicyCheck(CatalogQueries queries) {
    this.queries = queries;
  }

  /** Time that is used up across the conditions of a policy. */
  private static final class Budget {

    private long left = MAX_TIME.toNanos();

    JqBounds bounds() {
      return new JqBounds(Duration.ofNanos(Math.max(0, left)), MAX_STEPS, MAX_SIZE, MAX_RESULTS);
    }

    void spend(long nanos) {
      left -= nanos;
    }
  }

  /**
   * The verdict.
   *
   * @param input what conditions and templates see, but for the queries' results
   * @param grants whether what a condition emitted grants
   */
  PolicyVerdict of(
      DecisionContext context,
      ActionPolicy policy,
      Map<String, @Nullable Object> input,
      Predicate<List<@Nullable Object>> grants) {
    Budget budget = new Budget();
    Map<String, @Nullable Object> results = new LinkedHashMap<>();
    List<String> capped = new ArrayList<>();
    for (Map.Entry<String, @Nullable Object> query : policy.queries().entrySet()) {
      switch (run(context, query.getValue(), input, budget)) {
        case QueryOutcome.Failed(String problem) -> {
          return PolicyVerdict.failed(
              "has query `%s`, which cannot be evaluated: %s".formatted(query.getKey(), problem));
        }
        case QueryOutcome.Found(var entities, boolean more) -> {
          results.put(query.getKey(), result(entities));
          if (more) {
            capped.add(query.getKey());
          }
        }
      }
    }
    Map<String, @Nullable Object> whole = new LinkedHashMap<>(input);
    whole.put("results", results);
    return conditions(policy.conditions(), whole, now(context), grants, capped, budget);
  }

  /** The moment that the decision goes by. */
  private static Instant now(DecisionContext context) {
    return context.circumstances().now().orElseThrow();
  }

  private QueryOutcome run(
      DecisionContext context,
      @Nullable Object query,
      Map<String, @Nullable Object> input,
      Budget budget) {
    long startedAt = System.nanoTime();
    @Nullable Object filled;
    try {
      filled = new Templates(input, budget::bounds, now(context)).filled(query);
    } catch (Templates.Unfilled e) {
      return new QueryOutcome.Failed(e.problem());
    } finally {
      budget.spend(System.nanoTime() - startedAt);
    }
    return queries.run(context, filled);
  }

  private static Map<String, @Nullable Object> result(List<Entity> entities) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("entities", entities.stream().map(EntityFacts::json).toList());
    return result;
  }

  /** One condition that grants is enough, whatever became of the others. */
  private static PolicyVerdict conditions(
      List<JqProgram> conditions,
      Map<String, @Nullable Object> input,
      Instant now,
      Predicate<List<@Nullable Object>> grants,
      List<String> capped,
      Budget budget) {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      long startedAt = System.nanoTime();
      JqOutcome outcome = conditions.get(i).run(input, budget.bounds(), now);
      budget.spend(System.nanoTime() - startedAt);
      switch (outcome) {
        case JqOutcome.Results(var values) -> {
          if (grants.test(values)) {
            return new PolicyVerdict(Verdict.of(true), capped);
          }
        }
        case JqOutcome.Failed(String error) ->
            problems.add("condition %d failed: %s".formatted(i + 1, error));
        case JqOutcome.OutOfBounds(String bound) ->
            problems.add("condition %d was stopped because %s".formatted(i + 1, bound));
      }
    }
    return new PolicyVerdict(
        problems.isEmpty()
            ? Verdict.of(false)
            : new Verdict.Failed("grants nothing: " + String.join("; ", problems)),
        capped);
  }
}
