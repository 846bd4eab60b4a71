package dev.portcullis.access;

import dev.portcullis.directory.Belonging;
import dev.portcullis.pattern.GroupFilter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives a role to whoever belongs to a group of a certain name.
 *
 * @param identifier unique in the organization
 * @param connections whose groups are meant: an equal name from another provider grants nothing
 * @param groups which of their groups, by the names that they bear at present
 */
public record GroupRule(
    String identifier, String title, List<UUID> connections, GroupFilter groups, Grant grant) {

  public GroupRule {
    connections = List.copyOf(connections);
  }

  /** Whether belonging there earns the grant. */
  boolean covers(Belonging belonging) {
    return covers(belonging.connectionId(), belonging.displayName());
  }

  /** Whether belonging to the group of this name earns the grant. */
  boolean covers(Optional<UUID> connectionId, String displayName) {
    return connectionId.filter(connections::contains).isPresent() && groups.matches(displayName);
  }
}
