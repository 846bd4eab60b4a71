package dev.portcullis.directory.query;

import dev.portcullis.attribute.AttributeKey;
import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.DirectoryQuery.Comparison;
import dev.portcullis.attribute.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The few rows among which whatever meets a query must be, found through indexes. They may be more
 * than what meets it, so the whole condition is asked of them all the same.
 *
 * <p>H2 uses an index for {@code in (select …)} only if the column leads it, so it must be told
 * where to begin.
 *
 * @param selects of identifiers, {@code id}; their union counts
 */
record Seeds(List<SqlPart> selects) {

  /** Beyond so many, one look at every row is cheaper. */
  private static final int MOST = 100;

  /** The seeds of a query; none where the table's own indexes do, or nothing does. */
  static Optional<Seeds> of(DirectoryQuery query, ResourceTable table) {
    boolean direct =
        query instanceof DirectoryQuery.And(var parts)
            ? parts.stream().anyMatch(part -> isDirect(part, table))
            : isDirect(query, table);
    return direct ? Optional.empty() : sought(query, table);
  }

  private static boolean isDirect(DirectoryQuery query, ResourceTable table) {
    return query instanceof DirectoryQuery.Compare(var key, var comparison, var _)
        && comparison == Comparison.EQUAL
        && table.isUnique(key);
  }

  private static Optional<Seeds> sought(DirectoryQuery query, ResourceTable table) {
    return switch (query) {
      case DirectoryQuery.And(var parts) ->
          parts.stream().flatMap(part -> sought(part, table).stream()).findFirst();
      case DirectoryQuery.Or(var parts) -> union(parts, table);
      case DirectoryQuery.Element(var _, var part) -> sought(part, table);
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

  private static Optional<Seeds> union(List<DirectoryQuery> parts, ResourceTable table) {
    List<SqlPart> selects = new ArrayList<>();
    for (DirectoryQuery part : parts) {
      Optional<Seeds> seeds = sought(part, table);
      if (seeds.isEmpty() || selects.size() > MOST) {
        return Optional.empty();
      }
      selects.addAll(seeds.get().selects());
    }
    return Optional.of(new Seeds(selects));
  }

  private static Optional<Seeds> equal(AttributeKey key, Operand operand, ResourceTable table) {
    Optional<Column> own = table.column(key);
    if (own.isPresent()) {
      return table.isUnique(key)
          ? Optional.of(new Seeds(own.get().equal(operand).stream().map(table::rows).toList()))
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
    return new Seeds(conditions.stream().map(relation::owners).toList());
  }

  private static Seeds ofValues(AttributeKey key, Operand operand, ResourceTable table) {
    List<SqlPart> conditions = ValueTable.column("v", key.kind()).equal(operand);
    return new Seeds(conditions.stream().map(one -> table.owners(key, one)).toList());
  }

  /** What stands behind {@code from}: the rows of the table that the seeds name. */
  SqlPart rows(ResourceTable table) {
    SqlPart ids = selects.size() == 1 ? selects.getFirst() : SqlPart.joined(" union ", selects);
    return SqlPart.of("(")
        .then(ids)
        .then(
            ") s left join %1$s %2$s on %2$s.organization_id = ? and %3$s = s.id"
                .formatted(table.name(), table.alias(), table.id()),
            table.tenancy().organizationId());
  }
}
