package dev.portcullis.catalog;

import java.util.List;

/** What became of a change to a blueprint. */
public sealed interface BlueprintOutcome {

  /** It is stored as shown. */
  record Created(Blueprint blueprint) implements BlueprintOutcome {}

  /** It is stored as shown, in the place of what was there before. */
  record Replaced(Blueprint blueprint) implements BlueprintOutcome {}

  /** The organization has none of that identifier. */
  record NotFound(String identifier) implements BlueprintOutcome {}

  /** The organization has one of that identifier already. */
  record Exists(String identifier) implements BlueprintOutcome {}

  /** The organization has one whose identifier differs only in case, and would share moderators. */
  record Alike(String identifier, String present) implements BlueprintOutcome {}

  /** It cannot be so; at least one problem. */
  record Rejected(List<CatalogProblem> problems) implements BlueprintOutcome {}
}
