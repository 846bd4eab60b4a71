package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Alternative;
import dev.portcullis.jq.Expression.And;
import dev.portcullis.jq.Expression.Assign;
import dev.portcullis.jq.Expression.Binary;
import dev.portcullis.jq.Expression.Bind;
import dev.portcullis.jq.Expression.Break;
import dev.portcullis.jq.Expression.Call;
import dev.portcullis.jq.Expression.Comma;
import dev.portcullis.jq.Expression.Define;
import dev.portcullis.jq.Expression.Descend;
import dev.portcullis.jq.Expression.Foreach;
import dev.portcullis.jq.Expression.Identity;
import dev.portcullis.jq.Expression.If;
import dev.portcullis.jq.Expression.Index;
import dev.portcullis.jq.Expression.Interpolated;
import dev.portcullis.jq.Expression.Iterate;
import dev.portcullis.jq.Expression.Label;
import dev.portcullis.jq.Expression.Lenient;
import dev.portcullis.jq.Expression.ListOf;
import dev.portcullis.jq.Expression.Literal;
import dev.portcullis.jq.Expression.Negation;
import dev.portcullis.jq.Expression.ObjectOf;
import dev.portcullis.jq.Expression.Or;
import dev.portcullis.jq.Expression.Pipe;
import dev.portcullis.jq.Expression.Reduce;
import dev.portcullis.jq.Expression.Slice;
import dev.portcullis.jq.Expression.Try;
import dev.portcullis.jq.Expression.Update;
import dev.portcullis.jq.Expression.Variable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of a program. Values are handed on as they come, so that nothing is collected unasked.
 *
 * <p>What assigns or deletes wants to know where a value lies. It hands in {@link Trail#START}, and
 * whatever only goes further into its input adds its step; whatever makes a value has no trail.
 */
final class Evaluation {

  private final Meter meter;
  private final Arithmetic arithmetic;
  private final Lookups lookups;
  private final Calls calls;
  private final Patterns patterns;
  private final Construction construction;
  private final Loops loops;
  private final Assignments assignments;

  Evaluation(Meter meter, Instant now) {
    this.meter = meter;
    arithmetic = new Arithmetic(meter);
    lookups = new Lookups(this, meter);
    calls = new Calls(this, meter, now);
    patterns = new Patterns(this);
    construction = new Construction(this, meter);
    loops = new Loops(this, patterns);
    assignments = new Assignments(this, loops, meter);
  }

  /** Runs a part whose values are wanted, wherever they lie. */
  void run(Expression expression, Scope scope, @Nullable Object input, Output output) {
    run(expression, scope, input, null, output);
  }

  /**
   * Runs a part.
   *
   * @param trail how its input was reached, where that is asked for
   */
  void run(
      Expression expression,
      Scope scope,
      @Nullable Object input,
      @Nullable Trail trail,
      Output output) {
    meter.enter();
    try {
      step(expression, scope, input, trail, output);
    } finally {
      meter.leave();
    }
  }

  private void step(
      Expression expression,
      Scope scope,
      @Nullable Object input,
      @Nullable Trail trail,
      Output output) {
    switch (expression) {
      case Identity _ -> output.emit(input, trail);
      case Descend _ -> descend(input, trail, output);
      case Literal(var value) -> output.emit(value);
      case Variable(String name) -> output.emit(scope.variable(name));
      case Interpolated(var parts) -> construction.interpolated(parts, "", scope, input, output);
      case Index _, Slice _, Iterate _ ->
          lookups.run(expression, false, scope, input, trail, output);
      case Lenient(var access) -> lookups.run(access, true, scope, input, trail, output);
      case ListOf(var elements) -> output.emit(construction.list(elements, scope, input));
      case ObjectOf(var members) -> construction.object(members, scope, input, output);
      case Negation(var operand) ->
          run(
              operand,
              scope,
              input,
              (value, _) -> output.emit(arithmetic.of(Expression.Operator.MINUS, 0, value)));
      case Pipe(var left, var right) ->
          run(left, scope, input, trail, (value, at) -> run(right, scope, value, at, output));
      case Comma(var left, var right) -> {
        run(left, scope, input, trail, output);
        run(right, scope, input, trail, output);
      }
      case Binary(var operator, var left, var right) ->
          run(
              right,
              scope,
              input,
              (second, _) ->
                  run(
                      left,
                      scope,
                      input,
                      (first, _) -> output.emit(arithmetic.of(operator, first, second))));
      case And(var left, var right) -> junction(left, right, false, scope, input, output);
      case Or(var left, var right) -> junction(left, right, true, scope, input, output);
      case Alternative(var left, var right) ->
          alternative(left, right, scope, input, trail, output);
      case If(var condition, var then, var otherwise) ->
          run(
              condition,
              scope,
              input,
              (truth, _) ->
                  run(Values.isTrue(truth) ? then : otherwise, scope, input, trail, output));
      case Try attempt -> attempt(attempt, scope, input, trail, output);
      case Reduce reduce -> loops.reduce(reduce, scope, input, trail, output);
      case Foreach foreach -> loops.foreach(foreach, scope, input, trail, output);
      case Bind(var source, var pattern, var body) ->
          run(
              source,
              scope,
              input,
              (value, _) ->
                  patterns.bind(
                      pattern, value, scope, inner -> run(body, inner, input, trail, output)));
      case Define(var definition, var rest) ->
          run(rest, scope.withDefinition(definition), input, trail, output);
      case Call call -> calls.run(call, scope, input, trail, output);
      case Label(String name, var body) -> loops.labelled(name, body, scope, input, trail, output);
      case Break(String name) -> throw new Broken(scope.label(name));
      case Assign assign -> assignments.assign(assign, scope, input, output);
      case Update update -> assignments.update(update, scope, input, output);
    }
  }

  private void descend(@Nullable Object value, @Nullable Trail trail, Output output) {
    meter.enter();
    try {
      output.emit(value, trail);
      if (value instanceof List<?> || value instanceof Map<?, ?>) {
        Lookups.elements(value, trail, (element, at) -> descend(element, at, output));
      }
    } finally {
      meter.leave();
    }
  }

  /** {@code and} where false decides, {@code or} where true does. */
  private void junction(
      Expression left,
      Expression right,
      boolean deciding,
      Scope scope,
      @Nullable Object input,
      Output output) {
    run(
        left,
        scope,
        input,
        (first, _) -> {
          if (Values.isTrue(first) == deciding) {
            output.emit(deciding);
          } else {
            run(right, scope, input, (second, _) -> output.emit(Values.isTrue(second)));
          }
        });
  }

  /** All that is true on the left; without any, the right. What fails on the left fails. */
  private void alternative(
      Expression left,
      Expression right,
      Scope scope,
      @Nullable Object input,
      @Nullable Trail trail,
      Output output) {
    boolean[] found = {false};
    run(
        left,
        scope,
        input,
        trail,
        (value, at) -> {
          if (Values.isTrue(value)) {
            found[0] = true;
            output.emit(value, at);
          }
        });
    if (!found[0]) {
      run(right, scope, input, trail, output);
    }
  }

  /** Catches what the body throws, and nothing that whoever takes its values throws. */
  private void attempt(
      Try attempt, Scope scope, @Nullable Object input, @Nullable Trail trail, Output output) {
    try {
      run(
          attempt.body(),
          scope,
          input,
          trail,
          (value, at) -> {
            try {
              output.emit(value, at);
            } catch (JqError e) {
              throw new PassingError(e);
            }
          });
    } catch (PassingError e) {
      throw e.error();
    } catch (JqError e) {
      if (attempt.fallback().isPresent()) {
        run(attempt.fallback().get(), scope, e.value(), output);
      }
    }
  }
}
