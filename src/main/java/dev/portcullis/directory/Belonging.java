package dev.portcullis.directory;

import dev.portcullis.audit.AuditEntry;
import java.util.List;
import java.util.Map;
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
    Optional<String> description,
    List<Evidence> evidence) {

  public Belonging {
    evidence = List.copyOf(evidence);
  }

  /** That a user is no longer in some teams, and in others now, as the audit trail keeps it. */
  static AuditEntry changed(UUID userId, List<Belonging> before, List<Belonging> after) {
    return AuditEntry.updated(
        "membership", userId.toString(), told(userId, before), told(userId, after));
  }

  private static Map<String, Object> told(UUID userId, List<Belonging> belongings) {
    return Map.of(
        "user", userId.toString(),
        "teams", belongings.stream().map(Belonging::identifier).toList());
  }
}
