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
  private final Lists lists;

  Calls(Evaluation evaluation, Meter meter, Instant now) {
    this.evaluation = evaluation;
    this.meter = meter;
    this.natives = new Natives(meter, now);
    this.lists = new Lists(meter);
  }

  void run(Call call, Scope scope, @Nullable Object input, @Nullable Trail trail, Output output) {
    switch (scope.function(call.key())) {
      case Scope.Argument(var body, var place) -> evaluation.run(body, place, input, trail, output);
      case Scope.Closure closure ->
          enter(closure, call, 0, closure.scope(), scope, input, trail, output);
      case null -> builtIn(call, scope, input, trail, output);
    }
  }

  private void builtIn(
      Call call, Scope scope, @Nullable Object input, @Nullable Trail trail, Output output) {
    switch (call.key()) {
      case "path/1" ->
          evaluation.run(
              call.arguments().getFirst(),
              scope,
              input,
              Trail.START,
              (value, at) -> output.emit(Assignments.path(value, at, meter)));
      case "getpath/1" ->
          evaluation.run(
              call.arguments().getFirst(),
              scope,
              input,
              (path, _) -> output.emit(lists.at(input, path), along(trail, path)));
      default -> arguments(call, new ArrayList<>(), scope, input, output);
    }
  }

  private static @Nullable Trail along(@Nullable Trail trail, @Nullable Object path) {
    Trail at = trail;
    for (Object step : Access.elements(path)) {
      at = Trail.after(at, step);
    }
    return at;
  }

  /** Binds the parameters one after another; one that is a value multiplies the outputs. */
  private void enter(
      Scope.Closure closure,
      Call call,
      int at,
      Scope bound,
      Scope caller,
      @Nullable Object input,
      @Nullable Trail trail,
      Output output) {
    List<String> parameters = closure.definition().parameters();
    if (at == parameters.size()) {
      evaluation.run(
          closure.definition().body(),
          bound.withDefinition(closure.definition()),
          input,
          trail,
          output);
      return;
    }
    String parameter = parameters.get(at);
    Scope.Argument argument = new Scope.Argument(call.arguments().get(at), caller);
    if (!parameter.startsWith("$")) {
      Scope inner = bound.withArgument(parameter, argument);
      enter(closure, call, at + 1, inner, caller, input, trail, output);
      return;
    }
    String name = parameter.substring(1);
    evaluation.run(
        argument.body(),
        caller,
        input,
        (value, _) -> {
          Scope.Argument constant = new Scope.Argument(new Expression.Literal(value), caller);
          Scope inner = bound.withVariable(name, value).withArgument(name, constant);
          enter(closure, call, at + 1, inner, caller, input, trail, output);
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
        (value, _) -> {
          List<@Nullable Object> longer = new ArrayList<>(before);
          longer.add(value);
          arguments(call, longer, scope, input, output);
        });
  }
}
