package dev.portcullis.scim;

import dev.portcullis.directory.Directory;
import dev.portcullis.directory.Group;
import dev.portcullis.directory.Member;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Groups as a client wants to see them. Members are read for all of them at once, and not at all
 * where nobody would see them.
 */
@Component
class GroupRepresentations {

  private final Directory directory;

  GroupRepresentations(Directory directory) {
    this.directory = directory;
  }

  /** One group. */
  Map<String, Object> of(Group group, ScimRequest request, Projection projection) {
    return of(List.of(group), request, projection).getFirst();
  }

  /** Many groups, in their order. */
  List<Map<String, Object>> of(List<Group> groups, ScimRequest request, Projection projection) {
    Map<UUID, List<Member>> members =
        groups.isEmpty() || !projection.shows("members")
            ? Map.of()
            : directory.membersOf(request.connection(), groups.stream().map(Group::id).toList());
    return groups.stream()
        .map(group ->
            GroupRepresentation.of(group, members.getOrDefault(group.id(), List.of()), request))
        .map(projection::of)
        .toList();
  }
}
