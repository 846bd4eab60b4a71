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

/**
 * Dates with times as RFC 7643 §2.3.5 has them, {@code xsd:dateTime}: a year of four digits, and a
 * time zone, without which they are in UTC. Decimals beyond the ninth do not count. The moment must
 * lie in the years 1 to 9999 in UTC too, beyond which databases and their drivers disagree.
 */
public final class XsdDateTime {

  /** The first moment that a text can mean. */
  public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  /** The last one. */
  public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d:\\d\\d)(?:(\\.\\d{1,9})\\d{0,40})?"
              + "(Z|[+-]\\d\\d:\\d\\d)?");
  private static final String END_OF_DAY = "24:00:00";

  private XsdDateTime() {}

  /** The moment that a text means, to the nanosecond; empty if it means none. */
  public static Optional<Instant> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(instant(parts))
          .filter(moment -> !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST));
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
