package dev.portcullis.scim.patch;

import dev.portcullis.directory.GroupChange;
import dev.portcullis.directory.GroupChange.AddMembers;
import dev.portcullis.directory.GroupChange.RemoveMembers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes in their order, in which neighbours of one kind are joined: a client that names each
 * member in an operation of its own costs no more than one that sends a list.
 */
final class ChangeList {

  private final List<GroupChange> closed = new ArrayList<>();
  private final Set<String> adding = new LinkedHashSet<>();
  private final Set<String> removing = new LinkedHashSet<>();

  void add(GroupChange change) {
    switch (change) {
      case AddMembers members -> {
        closeRemoving();
        adding.addAll(members.values());
      }
      case RemoveMembers members -> {
        closeAdding();
        removing.addAll(members.values());
      }
      default -> {
        closeAdding();
        closeRemoving();
        closed.add(change);
      }
    }
  }

  List<GroupChange> asList() {
    closeAdding();
    closeRemoving();
    return List.copyOf(closed);
  }

  private void closeAdding() {
    if (!adding.isEmpty()) {
      closed.add(new AddMembers(List.copyOf(adding)));
      adding.clear();
    }
  }

  private void closeRemoving() {
    if (!removing.isEmpty()) {
      closed.add(new RemoveMembers(List.copyOf(removing)));
      removing.clear();
    }
  }
}
