package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.IdentifierDigest;
import dev.portcullis.catalog.SystemBlueprints;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Goes through the entities that may match a query, some at a time, in the order of blueprints and
 * then of identifiers' digests. People and teams, who are lent and not stored, come at one time.
 */
final class CatalogScan {

  private static final int AT_ONCE = AccessSnapshot.ENTITIES_AT_ONCE;

  /** Before all digests. */
  static final String START = "";

  private final Catalog catalog;
  private final UUID organizationId;
  private final int most;

  /**
   * Goes through an organization's catalog.
   *
   * @param most how many entities whoever looks at them wants to see at most
   */
  CatalogScan(Catalog catalog, UUID organizationId, int most) {
    this.catalog = catalog;
    this.organizationId = organizationId;
    this.most = most;
  }

  /** The blueprints among whose entities something may match, by identifier. */
  List<Blueprint> blueprints(CandidateFilter filter) {
    Stream<String> names =
        filter
            .blueprints()
            .map(Set::stream)
            .orElseGet(() ->
                Stream.concat(
                    catalog.blueprints(organizationId).stream().map(Blueprint::identifier),
                    Stream.of(SystemBlueprints.USER, SystemBlueprints.TEAM)));
    return names
        .distinct()
        .sorted()
        .flatMap(name -> catalog.blueprint(organizationId, name).stream())
        .toList();
  }

  /**
   * Hands on what may match of these blueprints, part by part.
   *
   * @param visitor answers why it wants no more, if it wants none
   * @return what the visitor answered last; empty if it got everything
   */
  Optional<String> of(
      List<Blueprint> blueprints, CandidateFilter filter, Visitor<Optional<String>> visitor) {
    for (Blueprint blueprint : blueprints) {
      Optional<String> enough =
          filter
              .identifiers()
              .map(some ->
                  visitor.visit(blueprint, catalog.entitiesNamed(organizationId, blueprint, some)))
              .orElseGet(() -> of(blueprint, START, some -> visitor.visit(blueprint, some)));
      if (enough.isPresent()) {
        return enough;
      }
    }
    return Optional.empty();
  }

  /**
   * Hands on the entities of a blueprint, part by part.
   *
   * @param after the digest behind which to begin
   * @param visitor answers with something if it wants no more
   * @return what the visitor answered last; empty if it got everything
   */
  <T> Optional<T> of(
      Blueprint blueprint, String after, Function<List<Entity>, Optional<T>> visitor) {
    int limit = SystemBlueprints.are(blueprint.identifier()) ? most + 1 : AT_ONCE;
    String place = after;
    while (true) {
      List<Entity> some = catalog.entitiesAfter(organizationId, blueprint, place, limit);
      Optional<T> enough = visitor.apply(some);
      if (enough.isPresent() || some.size() < limit) {
        return enough;
      }
      place = IdentifierDigest.of(some.getLast().identifier());
    }
  }

  /** Somebody to whom entities of a blueprint are handed on. */
  @FunctionalInterface
  interface Visitor<T> {

    T visit(Blueprint blueprint, List<Entity> some);
  }
}
