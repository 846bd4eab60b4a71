package dev.portcullis.jq;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The built-in functions of time, all of it in UTC. Broken down time is a list of year, month from
 * 0, day, hour, minute, second, day of the week from Sunday and of the year, both from 0.
 */
final class Dates {

  /** The longest layout that is read. */
  private static final int MAX_LAYOUT = 200;

  private final Meter meter;

  Dates(Meter meter) {
    this.meter = meter;
  }

  static Object seconds(String date) {
    try {
      return (double) Instant.parse(date).getEpochSecond();
    } catch (DateTimeException e) {
      throw new JqError("`" + date + "` is no date such as 2030-01-31T12:00:00Z");
    }
  }

  static Object text(double seconds) {
    return moment(seconds).truncatedTo(ChronoUnit.SECONDS).toInstant().toString();
  }

  private static ZonedDateTime moment(double seconds) {
    try {
      long whole = (long) Math.floor(seconds);
      if (Double.isFinite(seconds)) {
        return Instant.ofEpochSecond(whole, Math.round((seconds - whole) * 1e9))
            .atZone(ZoneOffset.UTC);
      }
      throw new JqError("what is no number is no date");
    } catch (DateTimeException | ArithmeticException e) {
      throw new JqError("%s seconds are no date".formatted(JsonText.number(seconds)));
    }
  }

  static List<@Nullable Object> brokenDown(double seconds) {
    return brokenDown(moment(seconds));
  }

  private static List<@Nullable Object> brokenDown(ZonedDateTime moment) {
    return new ArrayList<>(
        List.of(
            moment.getYear(),
            moment.getMonthValue() - 1,
            moment.getDayOfMonth(),
            moment.getHour(),
            moment.getMinute(),
            moment.getSecond() + moment.getNano() / 1e9,
            moment.getDayOfWeek().getValue() % 7,
            moment.getDayOfYear() - 1));
  }

  /** The seconds of broken down time. */
  static double seconds(@Nullable Object brokenDown) {
    return Math.floor(whole(brokenDown).toInstant().toEpochMilli() / 1000.0);
  }

  private static ZonedDateTime whole(@Nullable Object brokenDown) {
    if (!(brokenDown instanceof List<?> parts)
        || parts.size() < 6
        || !parts.stream().limit(6).allMatch(Number.class::isInstance)) {
      throw new JqError("broken down time must be an array of at least six numbers");
    }
    try {
      return LocalDateTime.of(part(parts, 0), 1, 1, 0, 0)
          .plusMonths(part(parts, 1))
          .plusDays(part(parts, 2) - 1L)
          .plusHours(part(parts, 3))
          .plusMinutes(part(parts, 4))
          .plusNanos(Math.round(((Number) parts.get(5)).doubleValue() * 1e9))
          .atZone(ZoneOffset.UTC);
    } catch (DateTimeException | ArithmeticException e) {
      throw new JqError("broken down time is out of range");
    }
  }

  private static int part(List<?> parts, int at) {
    return ((Number) parts.get(at)).intValue();
  }

  /** Seconds or broken down time in the layout of {@code strftime}. */
  String written(@Nullable Object time, @Nullable Object layout) {
    ZonedDateTime moment =
        time instanceof Number seconds ? moment(seconds.doubleValue()) : whole(time);
    try {
      return formatter(layout).format(moment);
    } catch (DateTimeException e) {
      throw new JqError("the date cannot be written in that layout");
    }
  }

  /** A text that is in the layout of {@code strptime}, as broken down time. */
  List<@Nullable Object> read(@Nullable Object text, @Nullable Object layout) {
    if (!(text instanceof String date)) {
      throw new JqError("strptime needs a string, not " + Values.type(text));
    }
    meter.make(date.length());
    try {
      return brokenDown(moment(formatter(layout).parse(date)));
    } catch (DateTimeException e) {
      throw new JqError("date \"%s\" does not match the layout".formatted(date));
    }
  }

  /** An offset is read and, as in C, not applied. */
  private static ZonedDateTime moment(TemporalAccessor read) {
    if (read.isSupported(ChronoField.INSTANT_SECONDS)) {
      return Instant.from(read).atZone(ZoneOffset.UTC);
    }
    return LocalDateTime.of(
            read.get(ChronoField.YEAR),
            field(read, ChronoField.MONTH_OF_YEAR, 1),
            field(read, ChronoField.DAY_OF_MONTH, 1),
            field(read, ChronoField.HOUR_OF_DAY, 0),
            field(read, ChronoField.MINUTE_OF_HOUR, 0),
            field(read, ChronoField.SECOND_OF_MINUTE, 0))
        .atZone(ZoneOffset.UTC);
  }

  private static int field(TemporalAccessor read, ChronoField field, int otherwise) {
    return read.isSupported(field) ? read.get(field) : otherwise;
  }

  private static DateTimeFormatter formatter(@Nullable Object layout) {
    if (!(layout instanceof String text) || text.length() > MAX_LAYOUT) {
      throw new JqError("a layout must be a string of at most " + MAX_LAYOUT + " characters");
    }
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%') {
        builder.appendLiteral(c);
      } else if (++i < text.length()) {
        directive(builder, text.charAt(i));
      } else {
        throw new JqError("the layout ends with `%`");
      }
    }
    return builder.toFormatter(Locale.ENGLISH);
  }

  private static void directive(DateTimeFormatterBuilder builder, char directive) {
    switch (directive) {
      case 'Y' -> builder.appendPattern("uuuu");
      case 'y' -> builder.appendPattern("uu");
      case 'm' -> builder.appendPattern("MM");
      case 'd' -> builder.appendPattern("dd");
      case 'e' -> builder.padNext(2).appendValue(ChronoField.DAY_OF_MONTH);
      case 'H' -> builder.appendPattern("HH");
      case 'I' -> builder.appendPattern("hh");
      case 'M' -> builder.appendPattern("mm");
      case 'S' -> builder.appendPattern("ss");
      case 'p' -> builder.appendPattern("a");
      case 'a' -> builder.appendPattern("EEE");
      case 'A' -> builder.appendPattern("EEEE");
      case 'b', 'h' -> builder.appendPattern("MMM");
      case 'B' -> builder.appendPattern("MMMM");
      case 'j' -> builder.appendPattern("DDD");
      case 'u' -> builder.appendValue(ChronoField.DAY_OF_WEEK, 1);
      case 's' -> builder.appendValue(ChronoField.INSTANT_SECONDS);
      case 'F' -> builder.appendPattern("uuuu-MM-dd");
      case 'T' -> builder.appendPattern("HH:mm:ss");
      case 'R' -> builder.appendPattern("HH:mm");
      case 'D' -> builder.appendPattern("MM/dd/uu");
      case 'z' -> builder.appendOffset("+HHMM", "+0000");
      case 'Z' -> builder.appendLiteral("UTC");
      case 'n' -> builder.appendLiteral('\n');
      case 't' -> builder.appendLiteral('\t');
      case '%' -> builder.appendLiteral('%');
      default -> throw new JqError("the layout has the unknown directive `%" + directive + "`");
    }
  }
}
