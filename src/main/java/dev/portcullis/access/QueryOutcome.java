package dev.portcullis.access;

import dev.portcullis.catalog.Entity;
import java.util.List;

/** What became of a policy's query. */
sealed interface QueryOutcome {

  /**
   * It ran.
   *
   * @param capped whether there are more than those
   */
  record Found(List<Entity> entities, boolean capped) implements QueryOutcome {}

  /** It could not be evaluated, and so the policy denies. */
  record Failed(String problem) implements QueryOutcome {}
}
