package dev.portcullis.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with the path of an inherited ownership; pure. */
final class OwnershipPath {

  /** The most relations of a path. */
  static final int MAX_STEPS = 10;

  private OwnershipPath() {}

  /**
   * The problem of a definition's path.
   *
   * @param known the organization's other blueprints by identifier
   */
  static Optional<String> problem(
      BlueprintDefinition definition, Map<String, BlueprintDefinition> known) {
    List<String> steps = definition.ownership().map(Ownership::steps).orElse(List.of());
    if (steps.isEmpty() || steps.size() > MAX_STEPS) {
      return Optional.of("must name 1 to " + MAX_STEPS + " relations, joined by dots");
    }
    BlueprintDefinition place = definition;
    for (String step : steps) {
      Relation relation = place.relations().get(step);
      if (relation == null || relation.many()) {
        return Optional.of(
            "goes along `%s`, which is no single relation of blueprint `%s`"
                .formatted(step, place.identifier()));
      }
      BlueprintDefinition target = target(relation.target(), definition, known);
      if (target == null) {
        return Optional.of(
            "leads to blueprint `%s`, which does not exist".formatted(relation.target()));
      }
      place = target;
    }
    return place.hasDirectOwnership()
        ? Optional.empty()
        : Optional.of(
            "ends at blueprint `%s`, whose ownership is not Direct".formatted(place.identifier()));
  }

  private static @Nullable BlueprintDefinition target(
      String identifier, BlueprintDefinition itself, Map<String, BlueprintDefinition> known) {
    return identifier.equals(itself.identifier()) ? itself : known.get(identifier);
  }
}
