package dev.portcullis.access;

import dev.portcullis.catalog.EntityOutcome;

/** What became of somebody's change to an entity. */
public sealed interface EntityWriteOutcome {

  /** The caller may; the catalog says what became of it. */
  record Decided(EntityOutcome outcome) implements EntityWriteOutcome {}

  /** The caller may not, and knows of the entity. */
  record Denied(Denial denial) implements EntityWriteOutcome {}
}
