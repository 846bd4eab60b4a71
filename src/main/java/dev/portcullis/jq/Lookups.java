package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Index;
import dev.portcullis.jq.Expression.Iterate;
import dev.portcullis.jq.Expression.Slice;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks into values by name, by position, by part, and into all of them. */
final class Lookups {

  private final Evaluation evaluation;
  private final Access access;

  Lookups(Evaluation evaluation, Meter meter) {
    this.evaluation = evaluation;
    this.access = new Access(meter);
  }

  /**
   * Looks into what the target emits.
   *
   * @param lenient whether what cannot be looked into has nothing in it, and does not fail
   */
  void run(
      Expression lookup,
      boolean lenient,
      Scope scope,
      @Nullable Object input,
      @Nullable Trail trail,
      Output output) {
    switch (lookup) {
      case Index(var target, var key) ->
          evaluation.run(
              target,
              scope,
              input,
              trail,
              (found, at) ->
                  evaluation.run(
                      key,
                      scope,
                      input,
                      (name, _) ->
                          look(
                              lenient,
                              () -> Access.index(found, name),
                              value -> output.emit(value, Trail.after(at, name)))));
      case Slice slice -> slice(slice, lenient, scope, input, trail, output);
      case Iterate(var target) ->
          evaluation.run(
              target,
              scope,
              input,
              trail,
              (found, at) ->
                  look(lenient, () -> Access.elements(found), _ -> elements(found, at, output)));
      default -> throw new IllegalArgumentException("no lookup");
    }
  }

  /** Takes what was found. */
  private interface Finding {

    void take(@Nullable Object value);
  }

  /** Catches what the look throws, and nothing that whoever takes its value throws. */
  private static void look(boolean lenient, Supplier<@Nullable Object> look, Finding finding) {
    Object value;
    try {
      value = look.get();
    } catch (JqError e) {
      if (lenient) {
        return;
      }
      throw e;
    }
    finding.take(value);
  }

  private void slice(
      Slice slice,
      boolean lenient,
      Scope scope,
      @Nullable Object input,
      @Nullable Trail trail,
      Output output) {
    evaluation.run(
        slice.target(),
        scope,
        input,
        trail,
        (found, at) ->
            end(
                slice.to(),
                scope,
                input,
                (to, _) ->
                    end(
                        slice.from(),
                        scope,
                        input,
                        (from, _) ->
                            look(
                                lenient,
                                () -> access.slice(found, from, to),
                                value ->
                                    output.emit(value, Trail.after(at, Edits.slice(from, to)))))));
  }

  private void end(
      Optional<Expression> expression, Scope scope, @Nullable Object input, Output output) {
    if (expression.isPresent()) {
      evaluation.run(expression.get(), scope, input, output);
    } else {
      output.emit(null);
    }
  }

  static void elements(@Nullable Object value, @Nullable Trail trail, Output output) {
    if (trail != null && value instanceof Map<?, ?> object) {
      object.forEach((name, member) -> output.emit(member, Trail.after(trail, name)));
      return;
    }
    int position = 0;
    for (Object element : Access.elements(value)) {
      output.emit(element, Trail.after(trail, position++));
    }
  }
}
