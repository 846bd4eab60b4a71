package dev.portcullis.access;

import dev.portcullis.catalog.EntityOutcome;
import dev.portcullis.organization.ClientCredentials;
import java.util.List;
import java.util.Optional;

/** What became of somebody's change to an entity. */
public sealed interface EntityWriteOutcome {

  /** The caller may; the catalog says what became of it. */
  record Decided(EntityOutcome outcome) implements EntityWriteOutcome {}

  /** The caller may not, and knows of the entity. */
  record Denied(Denial denial) implements EntityWriteOutcome {}

  /**
   * The entity of a person, made or changed.
   *
   * @param ignored the names of what was left out, because the provider owns it
   * @param credentials of a new service account, which are not shown again
   */
  record OfPerson(
      EntityOutcome outcome, List<String> ignored, Optional<ClientCredentials> credentials)
      implements EntityWriteOutcome {}

  /** The person cannot become that, for the directory's reason. */
  record AccountRefused(AccountOutcome why) implements EntityWriteOutcome {}
}
