package dev.portcullis.directory.query;

import dev.portcullis.attribute.AttributeKey;
import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.attribute.DirectoryQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says in SQL which rows of a table meet a query. No condition is ever unknown, so that it can be
 * negated.
 *
 * <p>Values in other rows are asked for row by row, by {@code exists}: it costs the same on both
 * databases, however many there are and whatever is known of them.
 */
record QueryCompiler(ResourceTable table) {

  /** Of which row a condition speaks. */
  private sealed interface Row {

    /** Of the resource. */
    record Resource() implements Row {}

    /** Of an element whose parts are values; one of its rows is {@code e}. */
    record Element() implements Row {}

    /** Of an element that is a row of other tables. */
    record Related(Relation relation) implements Row {}
  }

  /** The condition that a row meets the query. */
  SqlPart condition(DirectoryQuery query) {
    return condition(query, new Row.Resource());
  }

  private SqlPart condition(DirectoryQuery query, Row row) {
    return switch (query) {
      case DirectoryQuery.All _ -> SqlPart.TRUE;
      case DirectoryQuery.None _ -> SqlPart.FALSE;
      case DirectoryQuery.And(var parts) -> SqlPart.all(conditions(parts, row));
      case DirectoryQuery.Or(var parts) -> SqlPart.any(conditions(parts, row));
      case DirectoryQuery.Not(var part) -> condition(part, row).negated();
      case DirectoryQuery.Present(var key) -> present(key, row);
      case DirectoryQuery.Compare(var key, var comparison, var operand) ->
          some(key, row, column -> known(column, column.compare(comparison, operand)));
      case DirectoryQuery.Element(var key, var part) -> element(key, part, row);
    };
  }

  /** False, and not unknown, where there is no value. */
  private static SqlPart known(Column column, SqlPart comparison) {
    return SqlPart.all(List.of(column.present(), comparison));
  }

  private List<SqlPart> conditions(List<DirectoryQuery> parts, Row row) {
    return parts.stream().map(part -> condition(part, row)).toList();
  }

  private SqlPart present(AttributeKey key, Row row) {
    if (row instanceof Row.Related) {
      return some(key, row, Column::present);
    }
    if (table.hasColumnsBelow(key)) {
      return SqlPart.TRUE;
    }
    Optional<Relation> whole = table.relation(key).filter(r -> r.column(key).isEmpty());
    if (whole.isPresent()) {
      return whole.get().exists(SqlPart.TRUE);
    }
    boolean elsewhere = table.column(key).isPresent() || table.relation(key).isPresent();
    return elsewhere
        ? some(key, row, Column::present)
        : value(key.kind() == Kind.COMPLEX ? ValueTable.under("v", key) : at(key), row);
  }

  /** The condition that some value of the attribute meets one. */
  private SqlPart some(AttributeKey key, Row row, Function<Column, SqlPart> condition) {
    if (row instanceof Row.Related(var relation)) {
      return relation.column(key).map(condition).orElse(SqlPart.FALSE);
    }
    Optional<Column> own = table.column(key);
    if (own.isPresent()) {
      return condition.apply(own.get());
    }
    Optional<Relation> relation = table.relation(key);
    if (relation.isPresent()) {
      return relation.get().exists(some(key, new Row.Related(relation.get()), condition));
    }
    Column column = ValueTable.column("v", key.kind());
    return value(at(key).then(" and (").then(condition.apply(column)).then(")"), row);
  }

  private static SqlPart at(AttributeKey key) {
    return SqlPart.of("v.path = ?", key.path());
  }

  /** The condition that a row of values {@code v} of the resource, or of its element, meets one. */
  private SqlPart value(SqlPart condition, Row row) {
    String sameElement = row instanceof Row.Element ? "v.element = e.element and " : "";
    return SqlPart.exists(table.values("v", SqlPart.of(sameElement).then(condition)));
  }

  private SqlPart element(AttributeKey key, DirectoryQuery part, Row row) {
    if (row instanceof Row.Related || table.hasColumnsBelow(key)) {
      return condition(part, row);
    }
    Optional<Relation> relation = table.relation(key);
    if (relation.isPresent()) {
      return relation.get().exists(condition(part, new Row.Related(relation.get())));
    }
    SqlPart met =
        ValueTable.under("e", key)
            .then(" and (")
            .then(condition(part, new Row.Element()))
            .then(")");
    return SqlPart.exists(table.values("e", met));
  }
}
