package dev.portcullis.api;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Durations as people write them into settings (ISO 8601): whole days as {@code P3D}. */
final class Durations {

  private static final Duration DAY = Duration.ofDays(1);

  private Durations() {}

  /** A number would leave open of what. */
  static Duration read(String field, String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw RequestFault.invalid(
          field, "`" + field + "` must be an ISO 8601 duration such as `P3D` or `PT30M`");
    }
  }

  static String inDays(Duration duration) {
    Duration rest = duration.minus(DAY.multipliedBy(duration.toDays()));
    if (duration.toDays() == 0) {
      return duration.toString();
    }
    // A duration without days begins with `PT`, of which the day takes the place of the `P`.
    return "P" + duration.toDays() + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
  }
}
