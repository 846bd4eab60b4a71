package dev.portcullis.attribute;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dates with times as RFC 7643 §2.3.5 has them, {@code xsd:dateTime}: a year of four digits,
 * seconds with up to nine decimals, and a time zone; without one they are in UTC.
 */
public final class XsdDateTime {

  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)?");

  private XsdDateTime() {}

  /** The moment that a text means; empty if it means none. */
  public static Optional<Instant> parse(String text) {
    if (text.startsWith("0000") || !FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      boolean zoned = text.endsWith("Z") || hasOffset(text);
      return Optional.of(
          zoned
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static boolean hasOffset(String text) {
    int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
    return sign > text.indexOf('T');
  }
}
