package dev.portcullis.catalog;

/** Whether entities can be deleted. */
public sealed interface RemovalOutcome {

  /** This is what would go. */
  record Planned(RemovalPlan plan) implements RemovalOutcome {}

  /** One of them is not there. */
  record NotFound(String identifier) implements RemovalOutcome {}

  /** Others must point to this one, and are not to go with it. */
  record HasDependents(String identifier) implements RemovalOutcome {}

  /** More depends on them than goes at once. */
  record TooMany(int most) implements RemovalOutcome {}
}
