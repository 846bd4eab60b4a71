package dev.portcullis.directory.query;

import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.Sorting;

/** Which resources of a type are wanted, and by what they are sorted. */
record Wanted(ResourceTable table, DirectoryQuery query, Sorting sorting) {

  /** The condition that a row can be seen and meets the query. */
  SqlPart condition() {
    return table.bounds().then(" and (").then(new QueryCompiler(table).condition(query)).then(")");
  }

  /** What stands behind {@code from}. */
  SqlPart rows() {
    return Seeds.of(query, table)
        .filter(seeds -> !seeds.selects().isEmpty())
        .map(seeds -> seeds.rows(table))
        .orElseGet(() -> SqlPart.of(table.name() + " " + table.alias()));
  }

  /** Whether it is everything, in order of the ids. */
  boolean isEverythingById() {
    return query instanceof DirectoryQuery.All && sorting.by().isEmpty();
  }
}
