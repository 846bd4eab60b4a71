package dev.portcullis.jq;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a run. */
public sealed interface JqOutcome {

  /** It ended; the values in the order in which they were emitted. */
  record Results(List<@Nullable Object> values) implements JqOutcome {
    public Results {
      values = Collections.unmodifiableList(values);
    }
  }

  /** It ended in an error, whatever it had emitted before. */
  record Failed(String error) implements JqOutcome {}

  /** It was ended because it went beyond a bound, which the text names. */
  record OutOfBounds(String bound) implements JqOutcome {}
}
