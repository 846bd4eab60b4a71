package dev.portcullis.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * That a user belongs to a group, and on what evidence.
 *
 * @param connectionId empty for a group made by hand
 * @param displayName the name that group rules see
 * @param evidence at least one, SCIM's word first
 */
public record Belonging(
    UUID groupId,
    Optional<UUID> connectionId,
    String displayName,
    String identifier,
    String shownName,
    List<Evidence> evidence) {

  public Belonging {
    evidence = List.copyOf(evidence);
  }
}
