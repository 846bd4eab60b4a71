package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls functions: those of the program and the library, and those that are built in. */
final class Calls {

  private final Evaluation evaluation;
  private final Meter meter;
  private final Natives natives;

  Calls(Evaluation evaluation, Meter meter, Instant now) {
    this.evaluation = evaluation;
    this.meter = meter;
    this.natives = new Natives(meter, now);
  }

  void run(Call call, Scope scope, @Nullable Object input, Output output) {
    switch (scope.function(call.key())) {
      case Scope.Argument(var body, var place) -> evaluation.run(body, place, input, output);
      case Scope.Closure closure -> enter(closure, call, 0, closure.scope(), scope, input, output);
      case null -> arguments(call, new ArrayList<>(), scope, input, output);
    }
  }

  /** Binds the parameters one after another; one that is a value multiplies the outputs. */
  private void enter(
      Scope.Closure closure,
      Call call,
      int at,
      Scope bound,
      Scope caller,
      @Nullable Object input,
      Output output) {
    List<String> parameters = closure.definition().parameters();
    if (at == parameters.size()) {
      evaluation.run(
          closure.definition().body(), bound.withDefinition(closure.definition()), input, output);
      return;
    }
    String parameter = parameters.get(at);
    Scope.Argument argument = new Scope.Argument(call.arguments().get(at), caller);
    if (!parameter.startsWith("$")) {
      enter(closure, call, at + 1, bound.withArgument(parameter, argument), caller, input, output);
      return;
    }
    String name = parameter.substring(1);
    evaluation.run(
        argument.body(),
        caller,
        input,
        value -> {
          Scope.Argument constant = new Scope.Argument(new Expression.Literal(value), caller);
          Scope inner = bound.withVariable(name, value).withArgument(name, constant);
          enter(closure, call, at + 1, inner, caller, input, output);
        });
  }

  private void arguments(
      Call call,
      List<@Nullable Object> before,
      Scope scope,
      @Nullable Object input,
      Output output) {
    if (before.size() == call.arguments().size()) {
      natives.call(call.key(), input, before, output);
      return;
    }
    evaluation.run(
        call.arguments().get(before.size()),
        scope,
        input,
        value -> {
          List<@Nullable Object> longer = new ArrayList<>(before);
          longer.add(value);
          arguments(call, longer, scope, input, output);
        });
  }

  /** A value as JSON text, paid for. */
  String json(@Nullable Object value) {
    meter.make(Values.size(value, Long.MAX_VALUE / 2));
    return JsonText.of(value);
  }
}
