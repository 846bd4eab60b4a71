package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Foreach;
import dev.portcullis.jq.Expression.Reduce;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes on with a state from one value to the next, and leaves off early. */
final class Loops {

  private final Evaluation evaluation;
  private final Patterns patterns;

  Loops(Evaluation evaluation, Patterns patterns) {
    this.evaluation = evaluation;
    this.patterns = patterns;
  }

  /** What a loop has come to. */
  private static final class State {

    private @Nullable Object value;
    private @Nullable Trail trail;

    State(@Nullable Object value, @Nullable Trail trail) {
      become(value, trail);
    }

    void become(@Nullable Object newValue, @Nullable Trail newTrail) {
      value = newValue;
      trail = newTrail;
    }
  }

  void reduce(
      Reduce reduce, Scope scope, @Nullable Object input, @Nullable Trail trail, Output output) {
    evaluation.run(
        reduce.start(),
        scope,
        input,
        trail,
        (start, from) -> {
          State state = new State(start, from);
          evaluation.run(
              reduce.source(),
              scope,
              input,
              (value, _) ->
                  patterns.bind(
                      reduce.pattern(),
                      value,
                      scope,
                      inner -> {
                        Object before = state.value;
                        Trail at = state.trail;
                        // An update that emits nothing leaves null.
                        state.become(null, null);
                        evaluation.run(reduce.update(), inner, before, at, state::become);
                      }));
          output.emit(state.value, state.trail);
        });
  }

  void foreach(
      Foreach loop, Scope scope, @Nullable Object input, @Nullable Trail trail, Output output) {
    evaluation.run(
        loop.start(),
        scope,
        input,
        trail,
        (start, from) -> {
          State state = new State(start, from);
          evaluation.run(
              loop.source(),
              scope,
              input,
              (value, _) ->
                  patterns.bind(
                      loop.pattern(),
                      value,
                      scope,
                      inner ->
                          evaluation.run(
                              loop.update(),
                              inner,
                              state.value,
                              state.trail,
                              (after, at) -> {
                                state.become(after, at);
                                evaluation.run(loop.extract(), inner, after, at, output);
                              })));
        });
  }

  void labelled(
      String name,
      Expression body,
      Scope scope,
      @Nullable Object input,
      @Nullable Trail trail,
      Output output) {
    leavable(
        identity -> evaluation.run(body, scope.withLabel(name, identity), input, trail, output));
  }

  /** Hands on the first value alone, if there is one. */
  void first(Expression expression, Scope scope, @Nullable Object input, Output output) {
    leavable(identity ->
        evaluation.run(
            expression,
            scope,
            input,
            (value, _) -> {
              output.emit(value);
              throw new Broken(identity);
            }));
  }

  /** Does something that may be left by what bears its identity. */
  private static void leavable(Consumer<Object> body) {
    Object identity = new Object();
    try {
      body.accept(identity);
    } catch (Broken e) {
      if (!e.leaves(identity)) {
        throw e;
      }
    }
  }
}
