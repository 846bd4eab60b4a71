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
import java.util.stream.Stream;

/** One search for entities, in one transaction. */
final class EntitySearch {

  /** The most entities that a search looks at before it says that it is too wide. */
  static final int MAX_SCANNED = 100_000;

  /** The most entities that one part of a search looks at. */
  static final int MAX_SCANNED_OF_PART = 20_000;

  /** The most values and characters of a reply. */
  static final long MAX_SIZE = 40_000_000;

  /** Before all digests. */
  private static final String START = "";

  private static final int AT_ONCE = AccessSnapshot.ENTITIES_AT_ONCE;

  private final Catalog catalog;
  private final AccessSnapshot snapshot;
  private final EntityRights rights;
  private final SearchContext context;

  EntitySearch(Catalog catalog, AccessSnapshot snapshot, Caller caller) {
    this.catalog = catalog;
    this.snapshot = snapshot;
    this.rights = EntityRights.of(snapshot, caller);
    this.context = SearchContext.of(snapshot, rights);
  }

  Optional<Blueprint> blueprint(String identifier) {
    return snapshot.blueprint(identifier);
  }

  /** The blueprints among whose entities something may match, by identifier. */
  List<Blueprint> blueprints(EntityQuery query) {
    CandidateFilter filter = filter(query);
    Stream<String> names =
        filter.blueprints().isPresent()
            ? filter.blueprints().get().stream()
            : Stream.concat(
                catalog.blueprints(snapshot.organizationId()).stream().map(Blueprint::identifier),
                Stream.of(SystemBlueprints.USER, SystemBlueprints.TEAM));
    return names.sorted().flatMap(name -> snapshot.blueprint(name).stream()).toList();
  }

  private static CandidateFilter filter(EntityQuery query) {
    return CandidateFilter.ofJson(query.rules().map(EntityQuery.Rules::json).orElse(null));
  }

  /** Everything of these blueprints that matches, by blueprint and identifier. */
  EntityFinding all(List<Blueprint> blueprints, EntityQuery query) {
    PolicyReader.Reading reading = reading(query);
    if (!reading.problems().isEmpty()) {
      return new Rejected(reading.problems());
    }
    Scan scan = new Scan(context.match(reading), MAX_SCANNED);
    Optional<Set<String>> identifiers = filter(query).identifiers();
    for (Blueprint kind : blueprints) {
      Optional<String> failure =
          identifiers.isPresent()
              ? scan.take(kind, named(kind, identifiers.get()))
              : scan.everythingOf(kind);
      if (failure.isPresent()) {
        return new TooMuch(failure.get());
      }
    }
    scan.found.sort(Comparator.comparing(Entity::blueprint).thenComparing(Entity::identifier));
    return found(scan.found, Optional.empty(), query.detail());
  }

  /** At most so many of what matches, in the order of the identifiers' digests. */
  EntityFinding part(Blueprint kind, EntityQuery query, Optional<String> after, int limit) {
    PolicyReader.Reading reading = reading(query);
    if (!reading.problems().isEmpty()) {
      return new Rejected(reading.problems());
    }
    Scan scan = new Scan(context.match(reading), MAX_SCANNED_OF_PART);
    String place = after.orElse(START);
    while (true) {
      List<Entity> some = after(kind, place, AT_ONCE);
      Optional<String> failure = scan.take(kind, some);
      if (failure.isPresent()) {
        return new TooMuch(failure.get());
      }
      if (scan.found.size() > limit) {
        List<Entity> part = scan.found.subList(0, limit);
        return found(part, Optional.of(digest(part.getLast())), query.detail());
      }
      if (some.size() < AT_ONCE) {
        return found(scan.found, Optional.empty(), query.detail());
      }
      place = digest(some.getLast());
      if (scan.scanned > MAX_SCANNED_OF_PART - AT_ONCE) {
        return found(scan.found, Optional.of(place), query.detail());
      }
    }
  }

  long count(Blueprint kind) {
    if (rights.areUnbounded() && !SystemBlueprints.are(kind.identifier())) {
      return catalog.count(snapshot.organizationId(), kind);
    }
    long count = 0;
    String place = START;
    List<Entity> some;
    do {
      some = after(kind, place, AT_ONCE);
      count += readable(kind, some).size();
      snapshot.forgetEntities();
      place = some.isEmpty() ? place : digest(some.getLast());
    } while (some.size() == AT_ONCE);
    return count;
  }

  private static String digest(Entity entity) {
    return IdentifierDigest.of(entity.identifier());
  }

  private List<Entity> after(Blueprint kind, String place, int limit) {
    return catalog.entitiesAfter(snapshot.organizationId(), kind, place, limit);
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

  /** Rules that are not there match everything, which those of a policy would not. */
  private static PolicyReader.Reading reading(EntityQuery query) {
    return query
        .rules()
        .map(rules -> PolicyReader.read(rules.place(), rules.json(), false))
        .filter(reading -> !reading.problems().isEmpty() || hasRules(query))
        .orElse(PolicyReader.EVERYTHING);
  }

  private static boolean hasRules(EntityQuery query) {
    return query
        .rules()
        .filter(rules ->
            rules.json() instanceof Map<?, ?> group
                && group.get("rules") instanceof List<?> list
                && !list.isEmpty())
        .isPresent();
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
  private final class Scan {

    private final QueryMatch match;
    private final int mostScanned;
    private final List<Entity> found = new ArrayList<>();
    private int scanned;
    private long size;

    Scan(QueryMatch match, int mostScanned) {
      this.match = match;
      this.mostScanned = mostScanned;
    }

    Optional<String> everythingOf(Blueprint kind) {
      String place = START;
      while (true) {
        List<Entity> some = after(kind, place, AT_ONCE);
        Optional<String> failure = take(kind, some);
        if (failure.isPresent() || some.size() < AT_ONCE) {
          return failure;
        }
        place = digest(some.getLast());
      }
    }

    /** Takes what may be read and matches; answers why the search cannot go on, if it cannot. */
    Optional<String> take(Blueprint kind, List<Entity> some) {
      scanned += some.size();
      if (scanned > mostScanned) {
        return Optional.of(
            "it would have to look at more than %d entities; name `$blueprint`, or search one blueprint part by part"
                .formatted(mostScanned));
      }
      int before = found.size();
      Optional<String> failure = match.take(kind, readable(kind, some), found);
      snapshot.forgetEntities();
      for (Entity entity : found.subList(before, found.size())) {
        size += TreeSize.of(entity.properties()) + TreeSize.of(entity.relations());
      }
      return size > MAX_SIZE
          ? Optional.of(
              "it yields more than %d values and characters; search part by part"
                  .formatted(MAX_SIZE))
          : failure;
    }
  }
}
