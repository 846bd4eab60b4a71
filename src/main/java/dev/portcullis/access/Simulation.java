package dev.portcullis.access;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What somebody might do under a permission document that need not be stored.
 *
 * @param answer about the one resource that was asked about; empty if all stored entities were
 * @param entities the answers about these, in the order of their identifiers, up to {@value
 *     #MOST_SHOWN}
 * @param allowed how many of them are affirmed
 * @param denied how many are not
 * @param complete whether all stored entities were looked at
 * @param warnings what storing the document would warn of
 */
public record Simulation(
    Optional<AccessAnswer> answer,
    List<EntityAnswer> entities,
    int allowed,
    int denied,
    boolean complete,
    List<String> warnings) {

  /** The most entities that are shown. */
  public static final int MOST_SHOWN = 1_000;

  /** The most entities that are looked at. */
  public static final int MOST_LOOKED_AT = 20_000;

  static Simulation of(AccessAnswer answer) {
    return new Simulation(Optional.of(answer), List.of(), 0, 0, true, List.of());
  }

  static Simulation of(List<EntityAnswer> answers, boolean complete) {
    int allowed = Math.toIntExact(answers.stream().filter(EntityAnswer::allowed).count());
    return new Simulation(
        Optional.empty(),
        answers.stream()
            .sorted(Comparator.comparing(EntityAnswer::identifier))
            .limit(MOST_SHOWN)
            .toList(),
        allowed,
        answers.size() - allowed,
        complete,
        List.of());
  }

  Simulation warning(List<String> sentences) {
    return new Simulation(answer, entities, allowed, denied, complete, sentences);
  }

  /**
   * The answer about an entity.
   *
   * @param reason the first of the answer's reasons: what grants it, or what is nearest to it
   */
  public record EntityAnswer(String identifier, boolean allowed, Optional<AccessReason> reason) {}
}
