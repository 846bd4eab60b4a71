package dev.portcullis.catalog;

import java.util.List;

/** What the owner of lent entities makes of a draft of one. */
public sealed interface LentOutcome {

  /**
   * What of the draft is the owner's is so; the rest is the catalog's to keep.
   *
   * @param isNew whether the owner made it
   */
  record Taken(LentEntity entity, boolean isNew) implements LentOutcome {}

  /** It cannot be so; at least one problem. */
  record Rejected(List<CatalogProblem> problems) implements LentOutcome {

    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
