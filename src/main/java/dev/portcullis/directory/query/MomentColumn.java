package dev.portcullis.directory.query;

import dev.portcullis.attribute.DirectoryQuery.Comparison;
import dev.portcullis.attribute.Operand;
import dev.portcullis.attribute.XsdDateTime;
import dev.portcullis.organization.Sql;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A column of moments. Every comparison becomes one with a bound of the column itself, so that an
 * index can serve it.
 *
 * @param expression microseconds
 * @param unit the milliseconds to which the server's own times are shown, or the microseconds to
 *     which others are kept, below which operands do not count either
 */
record MomentColumn(String expression, ChronoUnit unit) implements Column {

  private static final Instant BEFORE_ALL = XsdDateTime.EARLIEST.minusSeconds(1);
  private static final Instant AFTER_ALL = XsdDateTime.LATEST.plusSeconds(1);

  @Override
  public SqlPart compare(Comparison comparison, Operand operand) {
    Instant asked = moment(operand);
    Instant shown = asked.truncatedTo(unit);
    Instant next = shown.plus(1, unit);
    boolean isShown = shown.equals(asked);
    return switch (comparison) {
      case EQUAL -> isShown ? since(shown).then(" and ").then(before(next)) : SqlPart.FALSE;
      case GREATER -> since(next);
      case GREATER_OR_EQUAL -> since(isShown ? shown : next);
      case LESS -> before(isShown ? shown : next);
      case LESS_OR_EQUAL -> before(next);
      case CONTAINS, STARTS_WITH, ENDS_WITH -> throw Column.unfit(comparison);
    };
  }

  private Instant moment(Operand operand) {
    if (!(operand instanceof Operand.Moment(Instant value))) {
      throw Column.unfit(operand);
    }
    Instant bounded =
        value.isBefore(XsdDateTime.EARLIEST)
            ? BEFORE_ALL
            : value.isAfter(XsdDateTime.LATEST) ? AFTER_ALL : value;
    return unit == ChronoUnit.MICROS ? bounded.truncatedTo(unit) : bounded;
  }

  private SqlPart since(Instant bound) {
    return SqlPart.of(expression + " >= ?", Sql.timestamp(bound));
  }

  private SqlPart before(Instant bound) {
    return SqlPart.of(expression + " < ?", Sql.timestamp(bound));
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
    return SqlPart.of(
        unit == ChronoUnit.MILLIS ? "date_trunc('millisecond', " + expression + ")" : expression);
  }

  @Override
  public Slot slot() {
    return Slot.MOMENT;
  }
}
