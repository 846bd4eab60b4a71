package dev.portcullis.access;

import dev.portcullis.catalog.RemovalOutcome;
import java.util.List;

/** What became of somebody's deletion of entities: all of them are gone, or none. */
public sealed interface EntityDeletionOutcome {

  /** These are gone, those that depended on them last. */
  record Deleted(List<String> identifiers) implements EntityDeletionOutcome {}

  /** The organization has no such blueprint. */
  record BlueprintNotFound() implements EntityDeletionOutcome {}

  /** They cannot go, for the catalog's reason; never {@link RemovalOutcome.Planned}. */
  record Refused(RemovalOutcome why) implements EntityDeletionOutcome {}

  /** A person cannot go, for the directory's reason. */
  record AccountRefused(String identifier, AccountOutcome why) implements EntityDeletionOutcome {}

  /** Nobody would be an Admin any more. */
  record LastAdmin() implements EntityDeletionOutcome {}

  /** The caller may not, and knows of the entity. */
  record Denied(Denial denial) implements EntityDeletionOutcome {}
}
