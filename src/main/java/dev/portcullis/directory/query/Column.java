package dev.portcullis.directory.query;

import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.attribute.DirectoryQuery.Comparison;
import dev.portcullis.attribute.Operand;
import java.util.List;

/**
 * Where a value stands in a row, and how it compares. What it says of a missing value is unknown.
 */
sealed interface Column
    permits TextColumn, IdColumn, MemberValueColumn, ConstantColumn, MomentColumn, NumberColumn {

  /** What holds its values in sorting. */
  enum Slot {
    TEXT("sort_text", "code_point_text"),
    NUMBER("sort_number", "numeric(40, 20)"),
    MOMENT("sort_moment", "timestamp(6) with time zone");

    final String column;
    final String type;

    Slot(String column, String type) {
      this.column = column;
      this.type = type;
    }
  }

  /** The condition that the value compares so. */
  SqlPart compare(Comparison comparison, Operand operand);

  /** The condition that there is a value. */
  SqlPart present();

  /**
   * Conditions that say together, joined by <i>or</i>, that the value equals the operand, each of
   * them fit for an index; none if nothing can equal it.
   */
  List<SqlPart> equal(Operand operand);

  /** The same value read as another kind, where it can be. */
  default Column as(Kind kind) {
    return this;
  }

  /** What is sorted by. */
  SqlPart sortable();

  /** What kind of value {@link #sortable} is. */
  Slot slot();

  /** The text of an operand for a column of texts; a truth is {@code true} or {@code false}. */
  static String text(Operand operand) {
    return switch (operand) {
      case Operand.Text(String value) -> Texts.storable(value);
      case Operand.Truth(boolean value) -> String.valueOf(value);
      case Operand.Number _, Operand.Moment _ -> throw unfit(operand);
    };
  }

  static IllegalArgumentException unfit(Object part) {
    return new IllegalArgumentException("does not compare with this: " + part.getClass());
  }
}
