package dev.portcullis.attribute;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments as RFC 7643 §2.3.5 writes them, an {@code xsd:dateTime}; without a zone they are UTC. */
public final class DateTime {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d:\\d\\d)(?:(\\.\\d{1,9})\\d{0,40})?"
              + "(Z|[+-]\\d\\d:\\d\\d)?");
  private static final String END_OF_DAY = "24:00:00";

  private DateTime() {}

  /** The moment that a text says, to the nanosecond; empty if it says none. */
  public static Optional<Instant> instant(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(instant(matcher));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Instant instant(Matcher parts) {
    LocalDate day = LocalDate.parse(parts.group(1));
    String fraction = Objects.requireNonNullElse(parts.group(3), "");
    ZoneOffset zone = ZoneOffset.of(Objects.requireNonNullElse(parts.group(4), "Z"));
    if (parts.group(2).equals(END_OF_DAY) && fraction.chars().allMatch(c -> c == '0' || c == '.')) {
      return day.plusDays(1).atStartOfDay().toInstant(zone);
    }
    return day.atTime(LocalTime.parse(parts.group(2) + fraction)).toInstant(zone);
  }
}
