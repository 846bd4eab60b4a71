package dev.portcullis.catalog;

import java.util.List;

/** What became of a change to an action or a page. */
public sealed interface PortalObjectOutcome {

  /** It is stored as shown. */
  record Stored(PortalObject object) implements PortalObjectOutcome {}

  /** The organization has none of that identifier. */
  record NotFound() implements PortalObjectOutcome {}

  /** The organization has one of that identifier already. */
  record Exists(String identifier) implements PortalObjectOutcome {}

  /** It cannot be so; at least one problem. */
  record Rejected(List<CatalogProblem> problems) implements PortalObjectOutcome {}
}
