package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.directory.GroupChange.AddMembers;
import dev.portcullis.directory.GroupChange.ChangeExternalId;
import dev.portcullis.directory.GroupChange.EditAttributes;
import dev.portcullis.directory.GroupChange.RemoveMembers;
import dev.portcullis.directory.GroupChange.RemoveSelected;
import dev.portcullis.directory.GroupChange.Rename;
import dev.portcullis.directory.GroupChange.ReplaceMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds whom selections of members mean, under the group's lock: those whom SCIM's reads show, and
 * whom earlier changes of the same request named. Only then are the members read.
 */
@Component
class MemberSelections {

  private final ScimMembers members;
  private final ScimWords words;

  MemberSelections(ScimMembers members, ScimWords words) {
    this.members = members;
    this.words = words;
  }

  /** The same changes, in which removals name everybody by value. */
  List<GroupChange> resolved(Connection connection, Group group, List<GroupChange> changes) {
    if (changes.stream().noneMatch(RemoveSelected.class::isInstance)) {
      return changes;
    }
    Map<String, Member> named = members.named(connection, words, group, valuesIn(changes));
    ShownMembers shown =
        new ShownMembers(
            members.membersOf(connection, List.of(group.id())).getOrDefault(group.id(), List.of()),
            named);
    List<GroupChange> resolved = new ArrayList<>(changes.size());
    changes.forEach(change -> resolved.add(shown.after(change)));
    return resolved;
  }

  private static List<String> valuesIn(List<GroupChange> changes) {
    return changes.stream().flatMap(MemberSelections::values).distinct().toList();
  }

  private static Stream<String> values(GroupChange change) {
    return switch (change) {
      case AddMembers(List<String> values) -> values.stream();
      case RemoveMembers(List<String> values) -> values.stream();
      case ReplaceMembers(List<String> values) -> values.stream();
      case RemoveSelected _, Rename _, ChangeExternalId _, EditAttributes _ -> Stream.empty();
    };
  }
}
