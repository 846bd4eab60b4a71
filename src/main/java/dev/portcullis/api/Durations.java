package dev.portcullis.api;

import java.time.Duration;

/** Writes durations the way people write them into settings: whole days as {@code P3D}. */
final class Durations {

  private static final Duration DAY = Duration.ofDays(1);

  private Durations() {}

  static String inDays(Duration duration) {
    Duration rest = duration.minus(DAY.multipliedBy(duration.toDays()));
    if (duration.toDays() == 0) {
      return duration.toString();
    }
    // A duration without days begins with `PT`, of which the day takes the place of the `P`.
    return "P" + duration.toDays() + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
  }
}
