package dev.portcullis.directory.query;

import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.attribute.DirectoryQuery.Comparison;
import dev.portcullis.attribute.Operand;
import java.util.List;

/**
 * Identifiers as texts, alone or at the end of an address.
 *
 * @param uuid the expression of the identifier
 * @param prefix what stands before it in the text
 * @param folds whether case does not count
 */
record IdColumn(String uuid, String prefix, boolean folds) implements Column {

  IdColumn(String uuid, String prefix) {
    this(uuid, prefix, false);
  }

  @Override
  public Column as(Kind kind) {
    return kind == Kind.TEXT ? new IdColumn(uuid, Texts.folded(prefix), true) : this;
  }

  private TextColumn text() {
    SqlPart expression =
        SqlPart.of(
            "cast(cast(? as varchar) || cast(" + uuid + " as varchar(36)) as code_point_text)",
            prefix);
    return new TextColumn(expression, folds, this::equal);
  }

  private List<SqlPart> equal(String text) {
    return text.startsWith(prefix)
        ? Ids.parse(text.substring(prefix.length())).stream()
            .map(id -> SqlPart.of(uuid + " = ?", id))
            .toList()
        : List.of();
  }

  @Override
  public SqlPart compare(Comparison comparison, Operand operand) {
    return text().compare(comparison, operand);
  }

  @Override
  public List<SqlPart> equal(Operand operand) {
    return text().equal(operand);
  }

  @Override
  public SqlPart present() {
    return SqlPart.of(uuid + " is not null");
  }

  @Override
  public SqlPart sortable() {
    return text().sortable();
  }

  @Override
  public Slot slot() {
    return Slot.TEXT;
  }
}
