package dev.portcullis.access;

import dev.portcullis.access.CatalogGraph.Node;
import dev.portcullis.access.EntityFinding.Found;
import dev.portcullis.access.EntityFinding.Rejected;
import dev.portcullis.access.EntityFinding.TooMuch;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.IdentifierDigest;
import dev.portcullis.catalog.Relation;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.organization.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** One search for entities, in one transaction. */
final class EntitySearch {

  /** The most entities that a search looks at before it says that it is too wide. */
  static final int MAX_SCANNED = 100_000;

  /** The most entities that one part of a search looks at. */
  static final int MAX_SCANNED_OF_PART = 20_000;

  /** The most values and characters of a reply. */
  static final long MAX_SIZE = 40_000_000;

  private final Catalog catalog;
  private final AccessSnapshot snapshot;
  private final EntityRights rights;
  private final SearchContext context;
  private final CatalogScan scan;

  EntitySearch(Catalog catalog, AccessSnapshot snapshot, Caller caller) {
    this.catalog = catalog;
    this.snapshot = snapshot;
    this.rights = EntityRights.of(snapshot, caller);
    this.context = SearchContext.of(snapshot, rights);
    this.scan = new CatalogScan(catalog, snapshot.organizationId(), MAX_SCANNED);
  }

  Optional<Blueprint> blueprint(String identifier) {
    return snapshot.blueprint(identifier);
  }

  /** Everything of all blueprints that matches. */
  EntityFinding all(EntityQuery query) {
    return all(scan.blueprints(filter(query)), query);
  }

  private static CandidateFilter filter(EntityQuery query) {
    return CandidateFilter.ofJson(query.rules().map(EntityQuery.Rules::json).orElse(null));
  }

  /** Everything of these blueprints that matches, by blueprint and identifier. */
  EntityFinding all(List<Blueprint> blueprints, EntityQuery query) {
    return reading(
        query,
        matching -> {
          Taken taken = new Taken(matching);
          Optional<String> failure = scan.of(blueprints, filter(query), taken::take);
          if (failure.isPresent()) {
            return new TooMuch(failure.get());
          }
          taken.found.sort(
              Comparator.comparing(Entity::blueprint).thenComparing(Entity::identifier));
          return found(taken.found, Optional.empty(), query.detail());
        });
  }

  /** At most so many of what matches, in the order of the identifiers' digests. */
  EntityFinding part(Blueprint kind, EntityQuery query, Optional<String> after, int limit) {
    return reading(
        query,
        matching -> {
          Taken taken = new Taken(matching);
          return scan.of(
                  kind,
                  after.orElse(CatalogScan.START),
                  some -> {
                    Optional<String> failure = taken.take(kind, some);
                    return failure.isPresent()
                        ? Optional.of(new TooMuch(failure.get()))
                        : full(taken, some, limit, query.detail());
                  })
              .orElseGet(() -> found(taken.found, Optional.empty(), query.detail()));
        });
  }

  /** The part, if there is enough for one or enough was looked at. */
  private Optional<EntityFinding> full(
      Taken taken, List<Entity> some, int limit, EntityDetail detail) {
    if (taken.found.size() > limit) {
      List<Entity> part = taken.found.subList(0, limit);
      return Optional.of(found(part, Optional.of(digest(part.getLast())), detail));
    }
    return taken.scanned > MAX_SCANNED_OF_PART
        ? Optional.of(found(taken.found, Optional.of(digest(some.getLast())), detail))
        : Optional.empty();
  }

  /** Answers with what is wrong with the rules, or goes on with them; without any all matches. */
  private EntityFinding reading(
      EntityQuery query, Function<Optional<QueryMatch>, EntityFinding> going) {
    Optional<PolicyReader.Reading> reading = query.rules().map(EntityQuery.Rules::read);
    List<String> problems = reading.map(PolicyReader.Reading::problems).orElse(List.of());
    boolean isAsked = query.rules().filter(rules -> !rules.areNone()).isPresent();
    return problems.isEmpty()
        ? going.apply(reading.filter(_ -> isAsked).map(context::match))
        : new Rejected(problems);
  }

  long count(Blueprint kind) {
    if (rights.areUnbounded() && !SystemBlueprints.are(kind.identifier())) {
      return catalog.count(snapshot.organizationId(), kind);
    }
    AtomicLong count = new AtomicLong();
    scan.of(
        kind,
        CatalogScan.START,
        some -> {
          count.addAndGet(readable(kind, some).size());
          snapshot.forgetEntities();
          return Optional.empty();
        });
    return count.get();
  }

  private static String digest(Entity entity) {
    return IdentifierDigest.of(entity.identifier());
  }

  List<Entity> named(Blueprint kind, Collection<String> identifiers) {
    return catalog.entitiesNamed(snapshot.organizationId(), kind, identifiers);
  }

  /** Those that the caller may read. */
  List<Entity> readable(Blueprint kind, List<Entity> entities) {
    if (rights.areUnbounded()) {
      return entities;
    }
    entities.forEach(snapshot::know);
    Set<String> identifiers = new HashSet<>();
    entities.forEach(entity -> identifiers.add(entity.identifier()));
    new Expectations(snapshot).reach(Map.of(kind, identifiers));
    return entities.stream().filter(entity -> rights.mayRead(entity, kind)).toList();
  }

  Found found(List<Entity> entities, Optional<String> next, EntityDetail detail) {
    return new Found(
        detail.calculated() ? withCalculated(entities) : List.copyOf(entities),
        next,
        detail.titles() ? titles(entities) : RelatedTitles.NONE);
  }

  private List<Entity> withCalculated(List<Entity> entities) {
    Map<Node, Entity> whole = new HashMap<>();
    for (String blueprint : List.of(SystemBlueprints.USER, SystemBlueprints.TEAM)) {
      List<Entity> some =
          entities.stream().filter(entity -> entity.blueprint().equals(blueprint)).toList();
      if (!some.isEmpty()) {
        catalog
            .withCalculated(snapshot.organizationId(), blueprint, some)
            .forEach(entity -> whole.put(new Node(blueprint, entity.identifier()), entity));
      }
    }
    return entities.stream()
        .map(
            entity -> whole.getOrDefault(new Node(entity.blueprint(), entity.identifier()), entity))
        .toList();
  }

  private RelatedTitles titles(List<Entity> entities) {
    Map<RelatedTitles.Way, String> targets = new HashMap<>();
    Map<String, Set<String>> related = new HashMap<>();
    for (Entity entity : entities) {
      relations(entity.blueprint())
          .forEach((name, relation) -> {
            targets.put(new RelatedTitles.Way(entity.blueprint(), name), relation.target());
            related
                .computeIfAbsent(relation.target(), _ -> new HashSet<>())
                .addAll(entity.related(name));
          });
    }
    Map<Node, Optional<String>> titles = new HashMap<>();
    related.forEach((target, identifiers) ->
        snapshot
            .blueprint(target)
            .ifPresent(kind ->
                readable(kind, named(kind, identifiers))
                    .forEach(entity ->
                        titles.put(new Node(target, entity.identifier()), entity.title()))));
    return new RelatedTitles(targets, titles);
  }

  private Map<String, Relation> relations(String blueprint) {
    return snapshot
        .blueprint(blueprint)
        .map(kind -> kind.definition().relations())
        .orElse(Map.of());
  }

  /** What was looked at and what was found. */
  private final class Taken {

    private final Optional<QueryMatch> matching;
    private final List<Entity> found = new ArrayList<>();
    private int scanned;
    private long size;

    Taken(Optional<QueryMatch> matching) {
      this.matching = matching;
    }

    /** Takes what may be read and matches; answers why the search cannot go on, if it cannot. */
    Optional<String> take(Blueprint kind, List<Entity> some) {
      scanned += some.size();
      if (scanned > MAX_SCANNED) {
        return Optional.of(
            "it would have to look at more than %d entities; name `$blueprint`, or search one blueprint part by part"
                .formatted(MAX_SCANNED));
      }
      int before = found.size();
      Optional<String> failure = keep(kind, readable(kind, some));
      snapshot.forgetEntities();
      size += TreeSize.ofEntities(found.subList(before, found.size()));
      return size > MAX_SIZE
          ? Optional.of(
              "it yields more than %d values and characters; search part by part"
                  .formatted(MAX_SIZE))
          : failure;
    }

    private Optional<String> keep(Blueprint kind, List<Entity> readable) {
      if (matching.isPresent()) {
        return matching.get().take(kind, readable, found);
      }
      found.addAll(readable);
      return Optional.empty();
    }
  }
}
