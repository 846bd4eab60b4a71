package dev.portcullis.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** The group and the change as the audit trail keeps them. */
  Map<String, Object> described(Group group) {
    Map<String, Object> described = new LinkedHashMap<>(group.described());
    described.put("added", added);
    described.put("removed", removed);
    return described;
  }
}
