package dev.portcullis.permission;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** What {@code between} and {@code notBetween} ask a date to lie in; both ends belong to it. */
public sealed interface Range {

  /** From a moment to a moment; empty if they are in the wrong order. */
  record Between(Instant from, Instant to) implements Range {
    boolean includes(Instant moment) {
      return !moment.isBefore(from) && !moment.isAfter(to);
    }
  }

  /** An object with the texts {@code from} and {@code to} that the context holds. */
  record InContext(Operand.Contextual contextual) implements Range {}

  /** A range relative to the moment of the request; days begin at midnight UTC. */
  enum Preset implements Range {
    TODAY("today", 0),
    TOMORROW("tomorrow", 1),
    YESTERDAY("yesterday", -1),
    LAST_DAY("lastDay", 1),
    LAST_WEEK("lastWeek", 7),
    LAST_2_WEEKS("last2Weeks", 14),
    LAST_MONTH("lastMonth", 30),
    LAST_3_MONTHS("last3Months", 90),
    LAST_6_MONTHS("last6Months", 180),
    LAST_12_MONTHS("last12Months", 365),
    LAST_2_YEARS("last2Years", 730),
    LAST_3_YEARS("last3Years", 1_095);

    private final String presetName;

    /** Which day relative to today, or how many days back. */
    private final int days;

    Preset(String presetName, int days) {
      this.presetName = presetName;
      this.days = days;
    }

    /** Port's name of it. */
    public String presetName() {
      return presetName;
    }

    /** The preset of this name; case counts. */
    public static Optional<Preset> named(String name) {
      return Arrays.stream(values()).filter(each -> each.presetName.equals(name)).findFirst();
    }

    Between at(Instant now) {
      return switch (this) {
        case TODAY, TOMORROW, YESTERDAY -> dayOf(now.plus(Duration.ofDays(days)));
        case LAST_DAY,
            LAST_WEEK,
            LAST_2_WEEKS,
            LAST_MONTH,
            LAST_3_MONTHS,
            LAST_6_MONTHS,
            LAST_12_MONTHS,
            LAST_2_YEARS,
            LAST_3_YEARS ->
            new Between(now.minus(Duration.ofDays(days)), now);
      };
    }

    private static Between dayOf(Instant moment) {
      Instant first = moment.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
      return new Between(first, first.plus(Duration.ofDays(1)).minusNanos(1));
    }
  }
}
