package dev.portcullis.access;

import dev.portcullis.catalog.Entity;
import java.util.List;
import java.util.Optional;

/** What became of a search for entities. */
public sealed interface EntityFinding {

  /**
   * What the caller may read of what matches.
   *
   * @param next where the rest begins, if there is one
   * @param titles of what the entities relate to, if they were asked for
   */
  record Found(List<Entity> entities, Optional<String> next, RelatedTitles titles)
      implements EntityFinding {}

  /** There is no such blueprint. */
  record BlueprintNotFound() implements EntityFinding {}

  /** The rules cannot be meant. */
  record Rejected(List<String> problems) implements EntityFinding {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }

  /** The search would lead too far. */
  record TooMuch(String problem) implements EntityFinding {}
}
