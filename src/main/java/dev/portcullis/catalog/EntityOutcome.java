package dev.portcullis.catalog;

import java.util.List;

/** What became of a change to an entity. */
public sealed interface EntityOutcome {

  /** It is stored as shown, and was not there before. */
  record Created(Entity entity) implements EntityOutcome {}

  /** It is stored as shown, in the place of what was there before. */
  record Replaced(Entity entity) implements EntityOutcome {}

  /** It could be stored as shown; nothing was. */
  record Fits(Entity entity) implements EntityOutcome {}

  /** The organization has no such blueprint. */
  record BlueprintNotFound() implements EntityOutcome {}

  /** The blueprint has no such entity. */
  record NotFound(String identifier) implements EntityOutcome {}

  /** A relation leads to an entity that is not there, and it was not to be made. */
  record TargetNotFound(String relation, String blueprint, String identifier)
      implements EntityOutcome {}

  /** The blueprint has an entity of that identifier already, and it was not to be replaced. */
  record Exists(String identifier) implements EntityOutcome {}

  /** It cannot be so; at least one problem. */
  record Rejected(List<CatalogProblem> problems) implements EntityOutcome {}
}
