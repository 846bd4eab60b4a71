package dev.portcullis.directory.query;

import dev.portcullis.attribute.DirectoryQuery.Comparison;
import dev.portcullis.attribute.Operand;
import java.util.List;
import java.util.function.Function;

/**
 * A column of texts.
 *
 * @param expression of type {@code code_point_text}, or of a column that compares as it does
 * @param folds whether operands are folded, as the column's texts are
 * @param equality the conditions that it equals a text, see {@link Column#equal}
 */
record TextColumn(SqlPart expression, boolean folds, Function<String, List<SqlPart>> equality)
    implements Column {

  /** Texts whose case counts. */
  static TextColumn exact(SqlPart expression) {
    return new TextColumn(expression, false, text -> equal(expression, text));
  }

  /** Texts that are kept folded. */
  static TextColumn folded(String expression) {
    SqlPart column = SqlPart.of(expression);
    return new TextColumn(column, true, text -> equal(column, text));
  }

  private static List<SqlPart> equal(SqlPart expression, String text) {
    return List.of(expression.then(" = ?", text));
  }

  @Override
  public SqlPart compare(Comparison comparison, Operand operand) {
    String text = text(operand);
    return switch (comparison) {
      case EQUAL -> SqlPart.any(equal(operand));
      case CONTAINS ->
          SqlPart.of("position(cast(? as varchar) in ", text).then(expression).then(") > 0");
      case STARTS_WITH -> end("left", text);
      case ENDS_WITH -> end("right", text);
      case GREATER -> expression.then(" > ?", text);
      case GREATER_OR_EQUAL -> expression.then(" >= ?", text);
      case LESS -> expression.then(" < ?", text);
      case LESS_OR_EQUAL -> expression.then(" <= ?", text);
    };
  }

  /** Not by {@code like}, in which some characters of the text would mean others. */
  private SqlPart end(String function, String text) {
    return SqlPart.of(function + "(")
        .then(expression)
        .then(", char_length(cast(? as varchar))) = ?", text, text);
  }

  private String text(Operand operand) {
    String text = Column.text(operand);
    return folds ? Texts.folded(text) : text;
  }

  @Override
  public List<SqlPart> equal(Operand operand) {
    return equality.apply(text(operand));
  }

  @Override
  public SqlPart present() {
    return expression.then(" is not null");
  }

  @Override
  public SqlPart sortable() {
    return expression;
  }

  @Override
  public Slot slot() {
    return Slot.TEXT;
  }
}
