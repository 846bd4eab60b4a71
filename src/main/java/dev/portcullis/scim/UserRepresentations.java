package dev.portcullis.scim;

import dev.portcullis.directory.Directory;
import dev.portcullis.directory.Group;
import dev.portcullis.directory.ManagerNames;
import dev.portcullis.directory.User;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Users as a client wants to see them. What stands elsewhere, groups and managers, is read for all
 * of them at once, and not at all where nobody would see it.
 */
@Component
class UserRepresentations {

  private final Directory directory;
  private final ManagerNames managerNames;

  UserRepresentations(Directory directory, ManagerNames managerNames) {
    this.directory = directory;
    this.managerNames = managerNames;
  }

  /** One user. */
  Map<String, Object> of(User user, ScimRequest request, Projection projection) {
    return of(List.of(user), request, projection).getFirst();
  }

  /** Many users, in their order. */
  List<Map<String, Object>> of(List<User> users, ScimRequest request, Projection projection) {
    Map<UUID, List<Group>> groups = groups(users, request, projection);
    Map<UUID, String> managers = managers(users, request, projection);
    return users.stream()
        .map(user ->
            UserRepresentation.of(
                user, groups.getOrDefault(user.id(), List.of()), managers, request))
        .map(projection::of)
        .toList();
  }

  private Map<UUID, List<Group>> groups(
      List<User> users, ScimRequest request, Projection projection) {
    return users.isEmpty() || !projection.shows("groups")
        ? Map.of()
        : directory.groupsOf(request.connection(), users.stream().map(User::id).toList());
  }

  private Map<UUID, String> managers(List<User> users, ScimRequest request, Projection projection) {
    Set<UUID> ids = ManagerReference.among(users, projection);
    return ids.isEmpty() ? Map.of() : managerNames.of(request.connection(), ids);
  }
}
