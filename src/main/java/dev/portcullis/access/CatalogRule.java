package dev.portcullis.access;

import dev.portcullis.permission.Operand.Sought;
import dev.portcullis.permission.Policy;
import java.util.List;
import java.util.Optional;

/** A rule of a policy that is evaluated over the catalog before the engine is asked. */
sealed interface CatalogRule {

  /**
   * {@code relatedTo}: the entity is related to one of these, directly or over others.
   *
   * @param blueprint whose entities these are
   * @param sought their identifiers
   * @param required to go along relations alone that are, or that are not, required
   */
  record RelatedTo(String blueprint, Sought sought, Direction direction, Optional<Boolean> required)
      implements CatalogRule {}

  /**
   * {@code matchAny}: a path leads from the entity to one of these; or from one of these, which are
   * entities of another blueprint then, to the entity.
   */
  record MatchAny(List<Hop> path, Optional<String> fromBlueprint, Sought sought)
      implements CatalogRule {
    public MatchAny {
      path = List.copyOf(path);
    }
  }

  /**
   * What a relation of the entity leads to has such an identifier or title; for a relation to many,
   * all of them are a list.
   *
   * @param target what is looked at of them
   * @param test of a property that is called as the relation is
   */
  record RelatedValue(String relation, Target target, Policy test) implements CatalogRule {}

  /** What of a related entity is looked at. */
  enum Target {
    IDENTIFIER,
    TITLE
  }

  /** Which way relations are followed. */
  enum Direction {
    /** To what the given entities depend on. */
    UPSTREAM,
    /** To what depends on the given entities. */
    DOWNSTREAM,
    BOTH
  }

  /**
   * A step of a path.
   *
   * @param relation identifier of a relation, or {@code $team}
   * @param least how often it is followed at least
   * @param most how often at most
   */
  record Hop(String relation, int least, int most) {}
}
