package dev.portcullis.directory.query;

import dev.portcullis.attribute.XsdDateTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * A value of a resource by which it is found, as it lies in a row.
 *
 * @param path as {@code AttributeKey} has it
 * @param element which element of a multi-valued attribute, from 0
 * @param part which of several values of a sub-attribute, from 0
 * @param leading whether sorting goes by it
 * @param exact the value as text
 * @param number what the value is as a number, if it is one that the column can hold
 * @param moment what it is as a moment, to the microsecond
 * @param id what it is as an identifier
 */
public record StoredValue(
    String path,
    int element,
    int part,
    boolean leading,
    String exact,
    Optional<BigDecimal> number,
    Optional<Instant> moment,
    Optional<UUID> id) {

  /** Beyond so many digits a number's text has an exponent, for it might be a billion long. */
  private static final int MOST_DIGITS = 100;

  /** A value that is a text, a number or a truth. */
  static StoredValue of(String path, int element, int part, boolean leading, Object scalar) {
    String text =
        Texts.storable(decimal(scalar).map(StoredValue::plain).orElseGet(scalar::toString));
    Optional<String> said = scalar instanceof String ? Optional.of(text) : Optional.empty();
    return new StoredValue(
        path,
        element,
        part,
        leading,
        text,
        decimal(scalar).flatMap(NumberColumn::kept),
        said.flatMap(XsdDateTime::parse).map(moment -> moment.truncatedTo(ChronoUnit.MICROS)),
        said.flatMap(Ids::parse));
  }

  /** The text by which it is found where case does not count. */
  public String folded() {
    return Texts.folded(exact);
  }

  /** The number that a value is; what overflowed a floating point is none. */
  private static Optional<BigDecimal> decimal(Object scalar) {
    return switch (scalar) {
      case BigDecimal decimal -> Optional.of(decimal);
      case Double real when !Double.isFinite(real) -> Optional.empty();
      case Number number -> Optional.of(new BigDecimal(number.toString()));
      default -> Optional.empty();
    };
  }

  private static String plain(BigDecimal number) {
    boolean isShort =
        number.precision() < MOST_DIGITS && Math.abs((long) number.scale()) < MOST_DIGITS;
    return isShort ? number.toPlainString() : number.toString();
  }
}
