package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Assign;
import dev.portcullis.jq.Expression.Update;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes values that are otherwise at some places, as jq's assignments do; nothing is changed. */
final class Assignments {

  private final Evaluation evaluation;
  private final Loops loops;
  private final Meter meter;
  private final Edits edits;
  private final Lists lists;

  Assignments(Evaluation evaluation, Loops loops, Meter meter) {
    this.evaluation = evaluation;
    this.loops = loops;
    this.meter = meter;
    this.edits = new Edits(meter);
    this.lists = new Lists(meter);
  }

  /** {@code places = values}: one output for each value. */
  void assign(Assign assign, Scope scope, @Nullable Object input, Output output) {
    evaluation.run(
        assign.values(),
        scope,
        input,
        (value, _) -> {
          @Nullable Object[] whole = {input};
          places(
              assign.places(), scope, input, path -> whole[0] = edits.with(whole[0], path, value));
          output.emit(whole[0]);
        });
  }

  /** {@code places |= update}: a place for which nothing is emitted goes. */
  void update(Update update, Scope scope, @Nullable Object input, Output output) {
    @Nullable Object[] whole = {input};
    List<@Nullable Object> gone = new ArrayList<>();
    places(
        update.places(),
        scope,
        input,
        path -> {
          boolean[] found = {false};
          loops.first(
              update.update(),
              scope,
              lists.at(whole[0], path),
              (value, _) -> {
                found[0] = true;
                whole[0] = edits.with(whole[0], path, value);
              });
          if (!found[0]) {
            gone.add(path);
          }
        });
    output.emit(edits.without(whole[0], gone));
  }

  /** Takes paths. */
  private interface Paths {

    void take(List<@Nullable Object> path);
  }

  private void places(Expression places, Scope scope, @Nullable Object input, Paths paths) {
    evaluation.run(
        places, scope, input, Trail.START, (value, at) -> paths.take(path(value, at, meter)));
  }

  /** The path that was gone, paid for. */
  static List<@Nullable Object> path(@Nullable Object value, @Nullable Trail trail, Meter meter) {
    if (trail == null) {
      throw new JqError("invalid path expression: it makes " + Values.type(value));
    }
    List<@Nullable Object> path = trail.steps();
    meter.make(path.size() + 1L);
    return path;
  }
}
