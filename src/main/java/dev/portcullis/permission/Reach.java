package dev.portcullis.permission;

/**
 * How a rule that grants one action comes to speak of the action asked about; in order of asking.
 */
public enum Reach {
  /**
   * The right to update the entity covers each of its fields, and is asked first (rules 14, 15).
   */
  UPDATE_COVERS_FIELD,
  /** The rule grants the very action. */
  DIRECT,
  /** Whoever may change an entity may read it (Port rule 12). */
  CHANGE_IMPLIES_READ,
  /** Whoever may run an action sees it (Port rules 24 and 25). */
  RUNNING_IMPLIES_SEEING
}
