package dev.portcullis.directory.query;

import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.Sorting;
import java.util.Optional;

/** Which resources of a type are wanted, and by what they are sorted. */
record Wanted(ResourceTable table, DirectoryQuery query, Sorting sorting) {

  /** What stands behind {@code from}, with the condition that a row can be seen and matches. */
  SqlPart rows() {
    Optional<Seeds> seeds = Seeds.of(query, table).filter(found -> !found.selects().isEmpty());
    SqlPart from =
        seeds
            .map(found -> found.rows(table).then(" where ").then(table.boundsOfSought()))
            .orElseGet(() ->
                SqlPart.of(table.name() + " " + table.alias() + " where ").then(table.bounds()));
    return from.then(" and (").then(new QueryCompiler(table).condition(query)).then(")");
  }

  /** Whether it is everything, in order of the ids. */
  boolean isEverythingById() {
    return query instanceof DirectoryQuery.All && sorting.by().isEmpty();
  }
}
