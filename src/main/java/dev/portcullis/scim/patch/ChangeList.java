package dev.portcullis.scim.patch;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.directory.GroupChange;
import dev.portcullis.directory.GroupChange.AddMembers;
import dev.portcullis.directory.GroupChange.RemoveMembers;
import dev.portcullis.scim.message.RequestNotes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Changes in their order, in which neighbours of one kind are joined: a client that names each
 * member in an operation of its own costs no more than one that sends a list. Steps on attributes
 * touch nothing else and are joined wherever they stand.
 */
final class ChangeList {

  private final RequestNotes notes;
  private final List<GroupChange> closed = new ArrayList<>();
  private final List<PatchStep> steps = new ArrayList<>();
  private final Set<String> adding = new LinkedHashSet<>();
  private final Set<String> removing = new LinkedHashSet<>();

  ChangeList(RequestNotes notes) {
    this.notes = notes;
  }

  void add(PatchStep step) {
    steps.add(step);
  }

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
    if (!steps.isEmpty()) {
      List<PatchStep> all = List.copyOf(steps);
      closed.add(new GroupChange.EditAttributes(current -> edited(current, all)));
    }
    return List.copyOf(closed);
  }

  private AttributeValues edited(AttributeValues current, List<PatchStep> all) {
    Map<String, Object> attributes = Attributes.copy(current.asMap());
    all.forEach(step -> step.apply(attributes, notes));
    return new AttributeValues(attributes);
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
