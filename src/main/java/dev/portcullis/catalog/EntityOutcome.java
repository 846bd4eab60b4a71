package dev.portcullis.catalog;

import java.util.List;

/** What became of a change to an entity. */
public sealed interface EntityOutcome {

  /** It is stored as shown, and was not there before. */
  record Created(Entity entity) implements EntityOutcome {}

  /** It is stored as shown, in the place of what was there before. */
  record Replaced(Entity entity) implements EntityOutcome {}

  /** The organization has no such blueprint. */
  record BlueprintNotFound() implements EntityOutcome {}

  /** The blueprint has an entity of that identifier already, and it was not to be replaced. */
  record Exists(String identifier) implements EntityOutcome {}

  /** It cannot be so; at least one problem. */
  record Rejected(List<CatalogProblem> problems) implements EntityOutcome {}
}
