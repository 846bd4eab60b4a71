package dev.portcullis.scim.dialect;

import dev.portcullis.scim.message.Operation;

/**
 * An operation of a patch and what its path means.
 *
 * @param target what it aims at
 */
public record SentOperation(Operation operation, Target target) {

  /** What the path of an operation aims at, as far as dialects differ over it. */
  public enum Target {
    /** There is no path. */
    NOTHING_NAMED,
    /** All values of a multi-valued attribute. */
    LIST,
    /** Whole values that a filter selects. */
    SELECTED_VALUES,
    /** Anything else. */
    OTHER
  }
}
