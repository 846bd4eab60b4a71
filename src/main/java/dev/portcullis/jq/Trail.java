package dev.portcullis.jq;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from the input of a path expression to a value in it, last step first.
 *
 * @param before the way to where the step is made; null at the input itself
 * @param step a name, a position, or an object with the ends of a slice
 */
record Trail(@Nullable Trail before, @Nullable Object step) {

  /** Where every way begins. */
  static final Trail START = new Trail(null, null);

  /**
   * The way one step further.
   *
   * @param before null where no way is asked for, or none leads
   */
  static @Nullable Trail after(@Nullable Trail before, @Nullable Object step) {
    return before == null ? null : new Trail(before, step);
  }

  /** The steps as jq shows them, first step first. */
  List<@Nullable Object> steps() {
    List<@Nullable Object> steps = new ArrayList<>();
    for (Trail at = this; at.before != null; at = at.before) {
      steps.add(at.step);
    }
    Collections.reverse(steps);
    return steps;
  }
}
