package dev.portcullis.access;

import dev.portcullis.catalog.PortalObjectOutcome;

/** What became of somebody's edit of an action or a page. */
public sealed interface ObjectEditOutcome {

  /** The caller may edit it so; this is what became of it. */
  record Permitted(PortalObjectOutcome outcome) implements ObjectEditOutcome {}

  /** The caller may see it and not edit it so. */
  record Denied(Denial denial) implements ObjectEditOutcome {}
}
