package dev.portcullis.directory.query;

import dev.portcullis.attribute.DirectoryQuery.Comparison;
import dev.portcullis.attribute.Operand;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** A column of numbers: twenty digits before and twenty behind the point. */
record NumberColumn(String expression) implements Column {

  private static final int DIGITS = 20;
  private static final BigDecimal BEYOND = BigDecimal.ONE.scaleByPowerOfTen(DIGITS + 1);
  private static final BigDecimal BETWEEN = BigDecimal.valueOf(5, DIGITS + 1);

  /** The number as the column holds it; empty if it has more digits. */
  static Optional<BigDecimal> kept(BigDecimal number) {
    if (number.signum() == 0) {
      return Optional.of(BigDecimal.ZERO);
    }
    if (wholeDigits(number) > DIGITS || wholeDigits(number) <= -DIGITS) {
      return Optional.empty();
    }
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() <= DIGITS ? Optional.of(plain) : Optional.empty();
  }

  /** How many digits there are before the point; negative for noughts behind it. */
  private static long wholeDigits(BigDecimal number) {
    return (long) number.precision() - number.scale();
  }

  /**
   * A number that compares with every kept one as this one does, but of bounded length: an exponent
   * of a few digits can mean a number of a billion.
   */
  private static BigDecimal bounded(BigDecimal number) {
    if (kept(number).isPresent()) {
      return kept(number).get();
    }
    if (wholeDigits(number) > DIGITS) {
      return number.signum() < 0 ? BEYOND.negate() : BEYOND;
    }
    if (wholeDigits(number) <= -DIGITS) {
      return number.signum() < 0 ? BETWEEN.negate() : BETWEEN;
    }
    return number.setScale(DIGITS, RoundingMode.FLOOR).add(BETWEEN);
  }

  @Override
  public SqlPart compare(Comparison comparison, Operand operand) {
    if (!(operand instanceof Operand.Number(BigDecimal value))) {
      throw Column.unfit(operand);
    }
    String operator =
        switch (comparison) {
          case EQUAL -> " = ?";
          case GREATER -> " > ?";
          case GREATER_OR_EQUAL -> " >= ?";
          case LESS -> " < ?";
          case LESS_OR_EQUAL -> " <= ?";
          case CONTAINS, STARTS_WITH, ENDS_WITH -> throw Column.unfit(comparison);
        };
    return SqlPart.of(expression + operator, bounded(value));
  }

  @Override
  public SqlPart present() {
    return SqlPart.of(expression + " is not null");
  }

  @Override
  public List<SqlPart> equal(Operand operand) {
    return List.of(compare(Comparison.EQUAL, operand));
  }

  @Override
  public SqlPart sortable() {
    return SqlPart.of(expression);
  }

  @Override
  public Slot slot() {
    return Slot.NUMBER;
  }
}
