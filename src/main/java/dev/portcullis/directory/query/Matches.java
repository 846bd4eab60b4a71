package dev.portcullis.directory.query;

import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.Sorting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The statements that find resources. Of each, {@code total} is how many match in all, and the rest
 * is as asked for.
 */
public final class Matches {

  private final List<Wanted> wanted = new ArrayList<>();
  private final Tenancy tenancy;

  /** What matches in a connection: nothing, until something is wanted. */
  public Matches(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  /** Users are wanted, too, unless the query is for none. */
  public Matches users(DirectoryQuery query, Sorting sorting) {
    return and(new Wanted(ResourceTables.users(tenancy), query, sorting));
  }

  /** Groups are wanted, too, unless the query is for none. */
  public Matches groups(DirectoryQuery query, Sorting sorting) {
    return and(new Wanted(ResourceTables.groups(tenancy), query, sorting));
  }

  private Matches and(Wanted more) {
    if (!(more.query() instanceof DirectoryQuery.None)) {
      wanted.add(more);
    }
    return this;
  }

  /** How many types of resources are wanted. */
  public int types() {
    return wanted.size();
  }

  /** Selects how many there are. */
  public SqlPart count() {
    return SqlPart.of("select count(*) from (")
        .then(rows(new Ordering(Set.of(), false)))
        .then(") m");
  }

  /** Selects {@code resource_type}, {@code resource_id} and {@code total}, in order. */
  public SqlPart identifiers(Slice slice) {
    return page(Ordering.of(wanted), slice);
  }

  /** Selects {@code total} and columns of the table, where one type is wanted; in order. */
  public SqlPart resources(String columns, Slice slice) {
    Wanted one = wanted.getFirst();
    return one.isEverythingById() ? everything(one, columns, slice) : found(one, columns, slice);
  }

  /** Everything is counted beside the page: to number all rows in order to count them is slower. */
  private static SqlPart everything(Wanted one, String columns, Slice slice) {
    ResourceTable table = one.table();
    String from = " from " + table.name() + " " + table.alias() + " where ";
    SqlPart rows =
        SqlPart.of("select (select count(*)" + from)
            .then(table.bounds())
            .then(") as total, " + columns + from)
            .then(table.bounds());
    // The columns of an index, so that H2 goes by it.
    String order = "%1$s.organization_id, %1$s.connection_id, ".formatted(table.alias());
    return slice.of(rows, table.id(), order + table.id());
  }

  private SqlPart found(Wanted one, String columns, Slice slice) {
    ResourceTable table = one.table();
    Ordering ordering = Ordering.of(wanted);
    return SqlPart.of("select t.total, " + columns + " from (")
        .then(page(ordering, slice))
        .then(
            ") t left join %1$s %2$s on %2$s.organization_id = ? and %3$s = t.resource_id order by "
                .formatted(table.name(), table.alias(), table.id()),
            tenancy.organizationId())
        .then(ordering.by("t."));
  }

  private SqlPart page(Ordering ordering, Slice slice) {
    SqlPart counted = counted(ordering);
    SqlPart rows =
        slice.after().isEmpty()
            ? counted
            : SqlPart.of("select c.* from (").then(counted).then(") c where 1 = 1");
    return slice.of(rows, "c.resource_id", ordering.by(""));
  }

  /** Of one type without a select around the select: H2 plans what is nested again and again. */
  private SqlPart counted(Ordering ordering) {
    return wanted.size() == 1
        ? rows(wanted.getFirst(), ordering, ", count(*) over () as total")
        : SqlPart.of("select m.*, count(*) over () as total from (")
            .then(rows(ordering))
            .then(") m");
  }

  /** Selects {@code resource_type}, {@code resource_id} and {@code position}, counted from 1. */
  public SqlPart ranked() {
    Ordering ordering = Ordering.of(wanted);
    return SqlPart.of(
            "select m.resource_type, m.resource_id, row_number() over (order by "
                + ordering.by("m.")
                + ") as position from (")
        .then(rows(ordering))
        .then(") m");
  }

  private SqlPart rows(Ordering ordering) {
    return wanted.stream()
        .map(one -> rows(one, ordering, ""))
        .reduce((left, right) -> left.then(" union all ").then(right))
        .orElseThrow();
  }

  private static SqlPart rows(Wanted one, Ordering ordering, String more) {
    return SqlPart.of(
            "select '%s' as resource_type, %s as resource_id"
                .formatted(one.table().type(), one.table().id()))
        .then(ordering.columns(one))
        .then(more + " from ")
        .then(one.rows());
  }
}
