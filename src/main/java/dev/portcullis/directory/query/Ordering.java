package dev.portcullis.directory.query;

import dev.portcullis.attribute.AttributeKey;
import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.directory.query.Column.Slot;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which order resources come: by the sort value, then by id. A sort value of each kind stands in
 * a column of its own, for users and groups may be sorted by different attributes.
 */
record Ordering(Set<Slot> slots, boolean descending) {

  /** What a resource is sorted by. */
  private record Key(Slot slot, SqlPart expression) {}

  /** The order of resources of several types, each by its own attribute; one direction. */
  static Ordering of(List<Wanted> wanted) {
    Set<Slot> slots = EnumSet.noneOf(Slot.class);
    wanted.forEach(one -> key(one).ifPresent(key -> slots.add(key.slot())));
    return new Ordering(slots, wanted.stream().anyMatch(one -> one.sorting().descending()));
  }

  /** The sort values of a row, to be selected behind other columns. */
  SqlPart columns(Wanted wanted) {
    Optional<Key> key = key(wanted);
    SqlPart columns = SqlPart.of("");
    for (Slot slot : slots) {
      SqlPart value =
          key.filter(found -> found.slot() == slot)
              .map(Key::expression)
              .orElse(SqlPart.of("cast(null as " + slot.type + ")"));
      columns = columns.then(", ").then(value).then(" as " + slot.column);
    }
    return columns;
  }

  /**
   * What stands behind {@code order by}.
   *
   * @param alias of the columns, with its point, or nothing
   */
  String by(String alias) {
    String direction = descending ? " desc nulls first" : " asc nulls last";
    return Stream.concat(
            slots.stream().map(slot -> alias + slot.column + direction),
            Stream.of(alias + "resource_id"))
        .collect(Collectors.joining(", "));
  }

  private static Optional<Key> key(Wanted wanted) {
    return wanted
        .sorting()
        .by()
        .filter(by -> by.kind() != Kind.COMPLEX)
        .flatMap(by -> key(wanted.table(), by));
  }

  private static Optional<Key> key(ResourceTable table, AttributeKey by) {
    Optional<Column> own = table.column(by);
    if (own.isPresent()) {
      return own.map(column -> new Key(column.slot(), column.sortable()));
    }
    Optional<Relation> relation = table.relation(by);
    if (relation.isPresent()) {
      return relation
          .get()
          .column(by)
          .map(column -> new Key(column.slot(), relation.get().least(column)));
    }
    Column column = ValueTable.column("v", by.kind());
    SqlPart leading = SqlPart.of("v.path = ? and v.leading_value", by.path());
    return Optional.of(
        new Key(
            column.slot(),
            SqlPart.of("(select ")
                .then(column.sortable())
                .then(table.values("v", leading))
                .then(")")));
  }
}
