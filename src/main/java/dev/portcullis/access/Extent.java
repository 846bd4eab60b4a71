package dev.portcullis.access;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * On what somebody may do something, or may do it no more.
 *
 * @param everything whether on all there is and will be
 * @param teams identifiers of the person's teams, on whose entities it is; in order
 * @param entities identifiers of the stored entities on which a policy makes the difference at this
 *     moment; in order
 * @param conditional whether a policy decides each time by what is not known beforehand: the inputs
 *     of a run, or the values of a new entity
 */
public record Extent(
    boolean everything, Set<String> teams, Set<String> entities, boolean conditional) {

  static final Extent NOTHING = new Extent(false, Set.of(), Set.of(), false);

  static final Extent EVERYTHING = new Extent(true, Set.of(), Set.of(), false);

  static final Extent CONDITIONAL = new Extent(false, Set.of(), Set.of(), true);

  public Extent {
    teams = Collections.unmodifiableSet(new TreeSet<>(teams));
    entities = Collections.unmodifiableSet(new TreeSet<>(entities));
  }

  static Extent ofTeams(Set<String> teams, boolean conditional) {
    return new Extent(false, teams, Set.of(), conditional);
  }

  boolean isNothing() {
    return equals(NOTHING);
  }

  /** What this has beyond another one. */
  Extent beyond(Extent other) {
    if (other.everything) {
      return NOTHING;
    }
    return new Extent(
        everything,
        without(teams, other.teams),
        without(entities, other.entities),
        conditional && !other.conditional);
  }

  /** The same, and on these entities. */
  Extent withEntities(Set<String> some) {
    return new Extent(everything, teams, some, conditional);
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }
}
