package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Alternative;
import dev.portcullis.jq.Expression.And;
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
import dev.portcullis.jq.Expression.ListOf;
import dev.portcullis.jq.Expression.Literal;
import dev.portcullis.jq.Expression.Member;
import dev.portcullis.jq.Expression.Negation;
import dev.portcullis.jq.Expression.ObjectOf;
import dev.portcullis.jq.Expression.Or;
import dev.portcullis.jq.Expression.Pipe;
import dev.portcullis.jq.Expression.Reduce;
import dev.portcullis.jq.Expression.Slice;
import dev.portcullis.jq.Expression.Try;
import dev.portcullis.jq.Expression.Variable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of a program. Values are handed on as they come, so that nothing is collected unasked.
 */
final class Evaluation {

  private final Meter meter;
  private final Arithmetic arithmetic;
  private final Access access;
  private final Calls calls;
  private final Patterns patterns;

  Evaluation(Meter meter, Instant now) {
    this.meter = meter;
    arithmetic = new Arithmetic(meter);
    access = new Access(meter);
    calls = new Calls(this, meter, now);
    patterns = new Patterns(this);
  }

  void run(Expression expression, Scope scope, @Nullable Object input, Output output) {
    meter.enter();
    try {
      step(expression, scope, input, output);
    } finally {
      meter.leave();
    }
  }

  private void step(Expression expression, Scope scope, @Nullable Object input, Output output) {
    switch (expression) {
      case Identity _ -> output.emit(input);
      case Descend _ -> descend(input, output);
      case Literal(var value) -> output.emit(value);
      case Variable(String name) -> output.emit(scope.variable(name));
      case Interpolated(var parts) -> interpolate(parts, "", scope, input, output);
      case Index(var target, var key) ->
          run(
              target,
              scope,
              input,
              found -> run(key, scope, input, name -> output.emit(Access.index(found, name))));
      case Slice(var target, var from, var to) ->
          run(
              target,
              scope,
              input,
              found ->
                  optional(
                      to,
                      scope,
                      input,
                      end ->
                          optional(
                              from,
                              scope,
                              input,
                              start -> output.emit(access.slice(found, start, end)))));
      case Iterate(var target) ->
          run(target, scope, input, found -> Access.elements(found).forEach(output::emit));
      case ListOf(var elements) -> output.emit(list(elements, scope, input));
      case ObjectOf(var members) -> object(members, 0, Map.of(), scope, input, output);
      case Negation(var operand) ->
          run(
              operand,
              scope,
              input,
              value -> output.emit(arithmetic.of(Expression.Operator.MINUS, 0, value)));
      case Pipe(var left, var right) ->
          run(left, scope, input, value -> run(right, scope, value, output));
      case Comma(var left, var right) -> {
        run(left, scope, input, output);
        run(right, scope, input, output);
      }
      case Binary(var operator, var left, var right) ->
          run(
              right,
              scope,
              input,
              second ->
                  run(
                      left,
                      scope,
                      input,
                      first -> output.emit(arithmetic.of(operator, first, second))));
      case And(var left, var right) -> junction(left, right, false, scope, input, output);
      case Or(var left, var right) -> junction(left, right, true, scope, input, output);
      case Alternative(var left, var right) -> alternative(left, right, scope, input, output);
      case If(var condition, var then, var otherwise) ->
          run(
              condition,
              scope,
              input,
              truth -> run(Values.isTrue(truth) ? then : otherwise, scope, input, output));
      case Try(var body, var fallback) -> attempt(body, fallback, scope, input, output);
      case Reduce reduce -> reduce(reduce, scope, input, output);
      case Foreach foreach -> foreach(foreach, scope, input, output);
      case Bind(var source, var pattern, var body) ->
          run(
              source,
              scope,
              input,
              value ->
                  patterns.bind(pattern, value, scope, inner -> run(body, inner, input, output)));
      case Define(var definition, var rest) ->
          run(rest, scope.withDefinition(definition), input, output);
      case Call call -> calls.run(call, scope, input, output);
      case Label(String name, var body) -> labelled(name, body, scope, input, output);
      case Break(String name) -> throw new Broken(scope.label(name));
    }
  }

  private void optional(
      Optional<Expression> expression, Scope scope, @Nullable Object input, Output output) {
    if (expression.isPresent()) {
      run(expression.get(), scope, input, output);
    } else {
      output.emit(null);
    }
  }

  private void descend(@Nullable Object value, Output output) {
    meter.enter();
    try {
      output.emit(value);
      if (value instanceof List<?> || value instanceof Map<?, ?>) {
        Access.elements(value).forEach(element -> descend(element, output));
      }
    } finally {
      meter.leave();
    }
  }

  private void interpolate(
      List<Expression> parts, String before, Scope scope, @Nullable Object input, Output output) {
    if (parts.isEmpty()) {
      output.emit(before);
      return;
    }
    run(
        parts.getFirst(),
        scope,
        input,
        value -> {
          String text = value instanceof String string ? string : calls.json(value);
          meter.make((long) before.length() + text.length());
          interpolate(parts.subList(1, parts.size()), before + text, scope, input, output);
        });
  }

  private List<@Nullable Object> list(
      Optional<Expression> elements, Scope scope, @Nullable Object input) {
    List<@Nullable Object> list = new ArrayList<>();
    elements.ifPresent(expression ->
        run(
            expression,
            scope,
            input,
            value -> {
              meter.make(1);
              list.add(value);
            }));
    return list;
  }

  private void object(
      List<Member> members,
      int at,
      Map<String, @Nullable Object> before,
      Scope scope,
      @Nullable Object input,
      Output output) {
    if (at == members.size()) {
      output.emit(before);
      return;
    }
    Member member = members.get(at);
    run(
        member.key(),
        scope,
        input,
        key -> {
          if (!(key instanceof String name)) {
            throw new JqError("object keys must be strings, not " + Values.type(key));
          }
          run(
              member.value(),
              scope,
              input,
              value -> {
                meter.make(before.size() + 1L);
                Map<String, @Nullable Object> longer = new LinkedHashMap<>(before);
                longer.put(name, value);
                object(members, at + 1, longer, scope, input, output);
              });
        });
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
        first -> {
          if (Values.isTrue(first) == deciding) {
            output.emit(deciding);
          } else {
            run(right, scope, input, second -> output.emit(Values.isTrue(second)));
          }
        });
  }

  /** All that is true on the left; without any, the right. What fails on the left fails. */
  private void alternative(
      Expression left, Expression right, Scope scope, @Nullable Object input, Output output) {
    boolean[] found = {false};
    run(
        left,
        scope,
        input,
        value -> {
          if (Values.isTrue(value)) {
            found[0] = true;
            output.emit(value);
          }
        });
    if (!found[0]) {
      run(right, scope, input, output);
    }
  }

  /** Catches what the body throws, and nothing that whoever takes its values throws. */
  private void attempt(
      Expression body,
      Optional<Expression> fallback,
      Scope scope,
      @Nullable Object input,
      Output output) {
    try {
      run(
          body,
          scope,
          input,
          value -> {
            try {
              output.emit(value);
            } catch (JqError e) {
              throw new Passing(e);
            }
          });
    } catch (Passing e) {
      throw e.error();
    } catch (JqError e) {
      if (fallback.isPresent()) {
        run(fallback.get(), scope, e.value(), output);
      }
    }
  }

  /** An error on its way past a {@code try} that it does not concern. */
  private static final class Passing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final JqError error;

    Passing(JqError error) {
      super(null, null, false, false);
      this.error = error;
    }

    JqError error() {
      return error;
    }
  }

  private void reduce(Reduce reduce, Scope scope, @Nullable Object input, Output output) {
    run(
        reduce.start(),
        scope,
        input,
        start -> {
          @Nullable Object[] state = {start};
          run(
              reduce.source(),
              scope,
              input,
              value ->
                  patterns.bind(
                      reduce.pattern(),
                      value,
                      scope,
                      inner -> {
                        @Nullable Object before = state[0];
                        state[0] = null;
                        run(reduce.update(), inner, before, after -> state[0] = after);
                      }));
          output.emit(state[0]);
        });
  }

  private void foreach(Foreach loop, Scope scope, @Nullable Object input, Output output) {
    run(
        loop.start(),
        scope,
        input,
        start -> {
          @Nullable Object[] state = {start};
          run(
              loop.source(),
              scope,
              input,
              value ->
                  patterns.bind(
                      loop.pattern(),
                      value,
                      scope,
                      inner ->
                          run(
                              loop.update(),
                              inner,
                              state[0],
                              after -> {
                                state[0] = after;
                                run(loop.extract(), inner, after, output);
                              })));
        });
  }

  private void labelled(
      String name, Expression body, Scope scope, @Nullable Object input, Output output) {
    Object identity = new Object();
    try {
      run(body, scope.withLabel(name, identity), input, output);
    } catch (Broken e) {
      if (!e.leaves(identity)) {
        throw e;
      }
    }
  }
}
