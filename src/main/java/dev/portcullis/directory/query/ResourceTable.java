package dev.portcullis.directory.query;

import dev.portcullis.attribute.AttributeKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where everything stands by which resources of a type are found.
 *
 * @param type as SCIM names it
 * @param name of the table
 * @param alias under which conditions name a row of it
 * @param values where the values stand that have no column of their own
 * @param visible the condition that a row of the connection can be seen
 * @param columns by the attribute's path
 * @param unique the paths by which an index finds few rows
 * @param relations attributes whose elements stand in other tables
 */
record ResourceTable(
    String type,
    String name,
    String alias,
    ValueTable values,
    Tenancy tenancy,
    String visible,
    Map<String, Column> columns,
    Set<String> unique,
    List<Relation> relations) {

  /** The condition that a row can be seen by the connection. */
  SqlPart bounds() {
    return SqlPart.of(
        "%1$s.organization_id = ? and %1$s.connection_id = ? and ".formatted(alias) + visible,
        tenancy.organizationId(),
        tenancy.connectionId());
  }

  /** The same of rows that are looked up by their ids. */
  SqlPart boundsOfSought() {
    return tenancy.owns(alias).then(" and " + visible);
  }

  /** The expression of the identifier. */
  String id() {
    return alias + "." + values.owner();
  }

  /** Whether an index of the table finds the few rows in which the attribute equals something. */
  boolean isUnique(AttributeKey key) {
    return unique.contains(key.path());
  }

  Optional<Column> column(AttributeKey key) {
    return Optional.ofNullable(columns.get(key.path())).map(column -> column.as(key.kind()));
  }

  /** Whether a key means an object whose parts are columns of their own. */
  boolean hasColumnsBelow(AttributeKey key) {
    return columns.keySet().stream().anyMatch(path -> path.startsWith(key.path() + "."));
  }

  Optional<Relation> relation(AttributeKey key) {
    return relations.stream().filter(relation -> relation.has(key)).findFirst();
  }

  /** The rows of values of the resource at hand that meet a condition, behind {@code select …}. */
  SqlPart values(String valueAlias, SqlPart condition) {
    return SqlPart.of(
            " from %1$s %2$s where %2$s.organization_id = %3$s.organization_id and %2$s.%4$s = %5$s and "
                .formatted(values.table(), valueAlias, alias, values.owner(), id()))
        .then(condition);
  }

  /** Selects the resources of the connection that have a value which meets a condition. */
  SqlPart owners(AttributeKey key, SqlPart condition) {
    return SqlPart.of(
            "select distinct v.%s as id from %s v where v.organization_id = ? and v.connection_id = ? and v.path = ? and "
                .formatted(values.owner(), values.table()),
            tenancy.organizationId(),
            tenancy.connectionId(),
            key.path())
        .then(condition);
  }

  /** Selects the resources themselves that meet a condition on their row. */
  SqlPart rows(SqlPart condition) {
    return SqlPart.of("select " + id() + " as id from " + name + " " + alias + " where ")
        .then(bounds())
        .then(" and (")
        .then(condition)
        .then(")");
  }
}
