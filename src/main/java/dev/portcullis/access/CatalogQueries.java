package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.SystemBlueprints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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

  /** How many entities are looked at at a time. */
  private static final int PAGE = 200;

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
    UUID organizationId = context.subject().user().organizationId();
    CandidateFilter filter = CandidateFilter.ofJson(query);
    return new Run(context, reading, filter).outcome(blueprints(organizationId, filter));
  }

  /** One run: page by page, so that only what matches is kept. */
  private final class Run {

    private final DecisionContext context;
    private final QueryMatch match;
    private final CandidateFilter filter;
    private final List<Entity> found = new ArrayList<>();
    private int scanned;
    private long size;

    Run(DecisionContext context, PolicyReader.Reading reading, CandidateFilter filter) {
      this.context = context;
      this.match =
          new QueryMatch(
              reading, context.subject().subject(), context.circumstances(), context.graph());
      this.filter = filter;
    }

    QueryOutcome outcome(List<Blueprint> blueprints) {
      for (Blueprint blueprint : blueprints) {
        Optional<String> failure =
            filter.identifiers().isPresent() ? named(blueprint) : all(blueprint);
        if (failure.isPresent()) {
          return new QueryOutcome.Failed(failure.get());
        }
      }
      return capped(found);
    }

    private Optional<String> named(Blueprint blueprint) {
      return take(
          blueprint,
          catalog.entitiesNamed(
              organizationId(), blueprint, filter.identifiers().orElse(Set.of())));
    }

    private Optional<String> all(Blueprint blueprint) {
      boolean system = SystemBlueprints.are(blueprint.identifier());
      int page = system ? MAX_SCANNED + 1 : PAGE;
      Optional<String> after = Optional.empty();
      while (true) {
        List<Entity> candidates = catalog.someEntities(organizationId(), blueprint, after, page);
        Optional<String> failure = take(blueprint, candidates);
        if (failure.isPresent() || candidates.size() < page) {
          return failure;
        }
        after = Optional.of(candidates.getLast().identifier());
      }
    }

    private UUID organizationId() {
      return context.subject().user().organizationId();
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
      for (Entity entity : found.subList(before, found.size())) {
        size += TreeSize.of(entity.properties()) + TreeSize.of(entity.relations());
      }
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

  private List<Blueprint> blueprints(UUID organizationId, CandidateFilter filter) {
    Stream<String> system = Stream.of(SystemBlueprints.USER, SystemBlueprints.TEAM);
    return filter
        .blueprints()
        .map(Set::stream)
        .orElseGet(() ->
            Stream.concat(
                catalog.blueprints(organizationId).stream().map(Blueprint::identifier), system))
        .sorted()
        .flatMap(name -> catalog.blueprint(organizationId, name).stream())
        .toList();
  }
}
