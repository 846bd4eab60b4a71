package dev.portcullis.directory.query;

import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.attribute.DirectoryQuery.Comparison;
import dev.portcullis.attribute.Operand;
import java.util.List;

/** A text that is the same in every row; it is compared here and not in the database. */
record ConstantColumn(String text, boolean folds) implements Column {

  ConstantColumn(String text) {
    this(text, false);
  }

  @Override
  public Column as(Kind kind) {
    return new ConstantColumn(text, kind == Kind.TEXT);
  }

  @Override
  public SqlPart compare(Comparison comparison, Operand operand) {
    String left = value();
    String right = folds ? Texts.folded(Column.text(operand)) : Column.text(operand);
    boolean holds =
        switch (comparison) {
          case EQUAL -> left.equals(right);
          case CONTAINS -> left.contains(right);
          case STARTS_WITH -> left.startsWith(right);
          case ENDS_WITH -> left.endsWith(right);
          case GREATER -> left.compareTo(right) > 0;
          case GREATER_OR_EQUAL -> left.compareTo(right) >= 0;
          case LESS -> left.compareTo(right) < 0;
          case LESS_OR_EQUAL -> left.compareTo(right) <= 0;
        };
    return holds ? SqlPart.TRUE : SqlPart.FALSE;
  }

  private String value() {
    return folds ? Texts.folded(text) : text;
  }

  @Override
  public SqlPart present() {
    return SqlPart.TRUE;
  }

  @Override
  public List<SqlPart> equal(Operand operand) {
    return List.of(compare(Comparison.EQUAL, operand));
  }

  @Override
  public SqlPart sortable() {
    return SqlPart.of("cast(? as code_point_text)", value());
  }

  @Override
  public Slot slot() {
    return Slot.TEXT;
  }
}
