package dev.portcullis.jq;

import java.time.Duration;

/**
 * What one run of a program may cost.
 *
 * @param time by the machine's monotonic clock
 * @param steps evaluations of a part of the program
 * @param size characters, list elements and object members that the run makes
 * @param results values that the program emits
 */
public record JqBounds(Duration time, long steps, long size, int results) {

  public JqBounds {
    if (time.isNegative() || steps < 0 || size < 0 || results < 0) {
      throw new IllegalArgumentException("a bound must not be negative");
    }
  }
}
