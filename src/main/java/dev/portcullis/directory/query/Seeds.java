package dev.portcullis.directory.query;

import dev.portcullis.attribute.AttributeKey;
import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.DirectoryQuery.Comparison;
import dev.portcullis.attribute.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The few rows among which whatever meets a query must be, found through indexes. They may be more
 * than what meets it, so the whole condition is asked of them all the same.
 *
 * <p>H2 uses an index for {@code in (select …)} only if the column leads it, so it must be told
 * where to begin.
 *
 * @param selects of identifiers, {@code id}; their union counts
 * @param unique whether all of them are found by what few resources share
 */
record Seeds(List<SqlPart> selects, boolean unique) {

  /** Beyond so many, one look at every row is cheaper. */
  private static final int MOST = 100;

  static Optional<Seeds> of(DirectoryQuery query, ResourceTable table) {
    return switch (query) {
      case DirectoryQuery.And(var parts) -> best(parts, table);
      case DirectoryQuery.Or(var parts) -> union(parts, table);
      case DirectoryQuery.Element(var _, var part) -> of(part, table);
      case DirectoryQuery.Compare(var key, var comparison, var operand)
          when comparison == Comparison.EQUAL ->
          equal(key, operand, table);
      case DirectoryQuery.All _,
          DirectoryQuery.None _,
          DirectoryQuery.Not _,
          DirectoryQuery.Present _,
          DirectoryQuery.Compare _ ->
          Optional.empty();
    };
  }

  private static Optional<Seeds> best(List<DirectoryQuery> parts, ResourceTable table) {
    List<Seeds> found = parts.stream().flatMap(part -> of(part, table).stream()).toList();
    return Stream.concat(found.stream().filter(Seeds::unique), found.stream()).findFirst();
  }

  private static Optional<Seeds> union(List<DirectoryQuery> parts, ResourceTable table) {
    List<SqlPart> selects = new ArrayList<>();
    boolean unique = true;
    for (DirectoryQuery part : parts) {
      Optional<Seeds> seeds = of(part, table);
      if (seeds.isEmpty() || selects.size() > MOST) {
        return Optional.empty();
      }
      selects.addAll(seeds.get().selects());
      unique &= seeds.get().unique();
    }
    return Optional.of(new Seeds(selects, unique));
  }

  private static Optional<Seeds> equal(AttributeKey key, Operand operand, ResourceTable table) {
    Optional<Column> own = table.column(key);
    if (own.isPresent()) {
      return table.unique().contains(key.path())
          ? Optional.of(
              new Seeds(own.get().equal(operand).stream().map(table::rows).toList(), true))
          : Optional.empty();
    }
    Optional<Relation> relation = table.relation(key);
    if (relation.isPresent()) {
      return relation
          .flatMap(r -> r.column(key))
          .filter(column -> !(column instanceof ConstantColumn))
          .map(column -> ofRelation(relation.get(), column.equal(operand)));
    }
    return key.kind() == Kind.TEXT || key.kind() == Kind.EXACT_TEXT
        ? Optional.of(ofValues(key, operand, table))
        : Optional.empty();
  }

  private static Seeds ofRelation(Relation relation, List<SqlPart> conditions) {
    return new Seeds(conditions.stream().map(relation::owners).toList(), false);
  }

  private static Seeds ofValues(AttributeKey key, Operand operand, ResourceTable table) {
    List<SqlPart> conditions = ValueTable.column("v", key.kind()).equal(operand);
    return new Seeds(conditions.stream().map(one -> table.owners(key, one)).toList(), false);
  }

  /** What stands behind {@code from}: the rows of the table that the seeds name. */
  SqlPart rows(ResourceTable table) {
    SqlPart ids =
        selects.size() == 1
            ? SqlPart.of("select distinct x.id from (").then(selects.getFirst()).then(") x")
            : SqlPart.joined(" union ", selects);
    return SqlPart.of("(")
        .then(ids)
        .then(
            ") s join %1$s %2$s on %2$s.organization_id = ? and %3$s = s.id"
                .formatted(table.name(), table.alias(), table.id()),
            table.tenancy().organizationId());
  }
}
