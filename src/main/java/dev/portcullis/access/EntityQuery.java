package dev.portcullis.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param rules a combinator with rules, as a tree of JDK values; empty for everything
 */
public record EntityQuery(Optional<Rules> rules, EntityDetail detail) {

  /**
   * Rules that were sent.
   *
   * @param place where they stand in the body, for the words of a refusal; may be empty
   * @param ofOneBlueprint whether they may speak of relations and scorecards, too
   */
  public record Rules(String place, @Nullable Object json, boolean ofOneBlueprint) {

    PolicyReader.Reading read() {
      return ofOneBlueprint
          ? PolicyReader.ofOneBlueprint(place, json)
          : PolicyReader.read(place, json, false);
    }

    /** Whether nothing is asked; a policy without rules would match nothing. */
    boolean areNone() {
      return json instanceof Map<?, ?> group
          && group.get("rules") instanceof List<?> list
          && list.isEmpty();
    }
  }

  /** Everything. */
  public static EntityQuery everything(EntityDetail detail) {
    return new EntityQuery(Optional.empty(), detail);
  }
}
