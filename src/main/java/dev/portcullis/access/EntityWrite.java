package dev.portcullis.access;

import dev.portcullis.catalog.EntityEdit;
import java.util.Optional;

/**
 * Somebody wants an entity to be otherwise.
 *
 * @param blueprint identifier of its kind
 * @param identifier of the one that is meant; empty for the one that the edit itself names
 * @param createsMissing whether what its relations lead to is made where it is not there
 * @param validatesOnly whether nothing is to be stored
 */
public record EntityWrite(
    String blueprint,
    Optional<String> identifier,
    Presence presence,
    EntityEdit edit,
    boolean createsMissing,
    boolean validatesOnly) {

  /** What must be there beforehand. */
  public enum Presence {
    /** No entity of that identifier. */
    ABSENT,
    /** One or none. */
    ANY,
    /** The entity. */
    PRESENT
  }
}
