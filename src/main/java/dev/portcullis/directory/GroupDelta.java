package dev.portcullis.directory;

import dev.portcullis.audit.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a change of a group made otherwise, as SCIM's reads will show it.
 *
 * @param added users whom SCIM newly calls members, parked values included
 * @param removed users whom SCIM no longer calls members
 * @param renamed whether it bears another name or external id now
 * @param parked values that named nobody yet and are kept
 */
public record GroupDelta(
    List<UUID> added, List<UUID> removed, boolean renamed, List<String> parked) {

  public GroupDelta {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    parked = List.copyOf(parked);
  }

  /** Whether nothing is otherwise: no version is counted then. */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && !renamed;
  }

  /**
   * What the audit trail keeps of a change: of the group where it bears another name, or where
   * nothing is otherwise and only evidence came, and of its members where some came or went.
   */
  List<AuditEntry> changed(Group before, Group after) {
    List<AuditEntry> entries = new ArrayList<>();
    if (renamed || isEmpty()) {
      entries.add(
          AuditEntry.updated("team", after.id().toString(), before.described(), after.described()));
    }
    membership(after).ifPresent(entries::add);
    return entries;
  }

  /** The same of a group that came to be. */
  List<AuditEntry> created(Group group) {
    List<AuditEntry> entries = new ArrayList<>();
    entries.add(AuditEntry.created("team", group.id().toString(), group.described()));
    membership(group).ifPresent(entries::add);
    return entries;
  }

  private Optional<AuditEntry> membership(Group group) {
    return added.isEmpty() && removed.isEmpty()
        ? Optional.empty()
        : Optional.of(GroupDelta.membership(group, removed, added));
  }

  /** That some are no longer members of a group, and others are now. */
  static AuditEntry membership(Group group, List<UUID> before, List<UUID> after) {
    return AuditEntry.updated(
        "membership",
        group.id().toString(),
        Map.of("team", group.identifier(), "members", before),
        Map.of("team", group.identifier(), "members", after));
  }
}
