package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs the queries of action policies over the whole catalog, with full rights. */
@Component
class CatalogQueries {

  /** The most entities that one query yields. */
  static final int MAX_RESULTS = 1_000;

  /** The most entities that one query looks at. */
  static final int MAX_SCANNED = 20_000;

  /** The most values and characters in what one query yields. */
  static final long MAX_SIZE = 4_000_000;

  private final Catalog catalog;

  CatalogQueries(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Runs a query, given as a tree of JDK values whose templates are filled in. */
  QueryOutcome run(DecisionContext context, @Nullable Object query) {
    PolicyReader.Reading reading = PolicyReader.read("query", query, false);
    if (!reading.problems().isEmpty()) {
      return new QueryOutcome.Failed(String.join("; ", reading.problems()));
    }
    CandidateFilter filter = CandidateFilter.ofJson(query);
    CatalogScan scan =
        new CatalogScan(catalog, context.subject().user().organizationId(), MAX_SCANNED);
    Run run = new Run(context, reading);
    return scan.of(scan.blueprints(filter), filter, run::take)
        .<QueryOutcome>map(QueryOutcome.Failed::new)
        .orElseGet(() -> capped(run.found));
  }

  /** One run: part by part, so that only what matches is kept. */
  private static final class Run {

    private final QueryMatch match;
    private final List<Entity> found = new ArrayList<>();
    private int scanned;
    private long size;

    Run(DecisionContext context, PolicyReader.Reading reading) {
      this.match =
          new QueryMatch(
              reading, context.subject().subject(), context.circumstances(), context.graph());
    }

    /** Keeps what matches; answers why the query cannot be evaluated, if it cannot. */
    private Optional<String> take(Blueprint blueprint, List<Entity> candidates) {
      scanned += candidates.size();
      if (scanned > MAX_SCANNED) {
        return Optional.of(
            "it would have to look at more than %d entities; name `$blueprint` and `$identifier`"
                .formatted(MAX_SCANNED));
      }
      int before = found.size();
      Optional<String> failure = match.take(blueprint, candidates, found);
      size += TreeSize.ofEntities(found.subList(before, found.size()));
      return size > MAX_SIZE
          ? Optional.of("it yields more than %d values and characters".formatted(MAX_SIZE))
          : failure;
    }
  }

  private static QueryOutcome capped(List<Entity> found) {
    found.sort(Comparator.comparing(Entity::blueprint).thenComparing(Entity::identifier));
    return found.size() > MAX_RESULTS
        ? new QueryOutcome.Found(List.copyOf(found.subList(0, MAX_RESULTS)), true)
        : new QueryOutcome.Found(List.copyOf(found), false);
  }
}
