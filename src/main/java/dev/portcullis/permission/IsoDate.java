package dev.portcullis.permission;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Dates as texts: ISO 8601, with or without a time; what names no offset is in UTC. */
public final class IsoDate {

  /** {@code 2024-01-31}. */
  private static final int SHORTEST = 10;

  /** A date, a time of nine decimals, an offset with seconds. */
  private static final int LONGEST = 40;

  private static final DateTimeFormatter WITH_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffsetId()
          .optionalEnd()
          .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
          .toFormatter(Locale.ROOT);

  private IsoDate() {}

  /** The moment that the text means; a date without a time means its first moment. */
  public static Optional<Instant> parse(String text) {
    if (!looksLikeDate(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.length() == SHORTEST
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : WITH_TIME.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Spares the texts that are no dates, which are most, the cost of a failed parse. */
  private static boolean looksLikeDate(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && text.charAt(4) == '-'
        && text.charAt(7) == '-';
  }
}
