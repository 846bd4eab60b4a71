package dev.portcullis.directory.query;

import dev.portcullis.attribute.AttributeKey;
import java.util.Map;
import java.util.Optional;

/**
 * A multi-valued attribute whose elements are rows of other tables.
 *
 * @param attribute its path
 * @param tables what stands behind {@code from}
 * @param belongs the condition that a row belongs to the resource at hand
 * @param holds the condition that it counts, bounded by the connection
 * @param bounds what bounds the rows where no resource is at hand: the organization
 * @param owner the expression of the identifier of the resource that it belongs to
 * @param columns by the path of the sub-attribute
 */
record Relation(
    String attribute,
    String tables,
    String belongs,
    SqlPart holds,
    SqlPart bounds,
    String owner,
    Map<String, Column> columns) {

  boolean has(AttributeKey key) {
    return key.path().equals(attribute) || key.path().startsWith(attribute + ".");
  }

  Optional<Column> column(AttributeKey key) {
    return Optional.ofNullable(columns.get(key.path())).map(column -> column.as(key.kind()));
  }

  /** The condition that an element of the resource at hand meets a condition. */
  SqlPart exists(SqlPart condition) {
    return SqlPart.exists(elements(condition));
  }

  /** The least value of a column, for it is in no other order that the elements come. */
  SqlPart least(Column column) {
    return SqlPart.of("(select cast(min(")
        .then(column.sortable())
        .then(") as " + column.slot().type + ")")
        .then(elements(SqlPart.TRUE))
        .then(")");
  }

  private SqlPart elements(SqlPart condition) {
    return SqlPart.of(" from " + tables + " where " + belongs + " and ")
        .then(holds)
        .then(" and (")
        .then(condition)
        .then(")");
  }

  /** Selects the resources that have an element which meets a condition. */
  SqlPart owners(SqlPart condition) {
    return SqlPart.of("select distinct " + owner + " as id from " + tables + " where ")
        .then(bounds)
        .then(" and ")
        .then(holds)
        .then(" and (")
        .then(condition)
        .then(")");
  }
}
