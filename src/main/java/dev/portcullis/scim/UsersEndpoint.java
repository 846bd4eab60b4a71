package dev.portcullis.scim;

import dev.portcullis.attribute.Page;
import dev.portcullis.attribute.Sorting;
import dev.portcullis.attribute.Window;
import dev.portcullis.directory.Directory;
import dev.portcullis.directory.Group;
import dev.portcullis.directory.User;
import dev.portcullis.directory.UserEdit;
import dev.portcullis.directory.UserOutcome;
import dev.portcullis.directory.UserProfile;
import dev.portcullis.scim.filter.SearchFilter;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.patch.UserPatch;
import dev.portcullis.scim.schema.UserDocument;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Users over SCIM (RFC 7644 §3.3 to §3.6). */
@RestController
@RequestMapping(ScimPaths.USERS)
class UsersEndpoint {

  private final Directory directory;

  UsersEndpoint(Directory directory) {
    this.directory = directory;
  }

  @PostMapping
  ResponseEntity<Object> create(ScimRequest request) {
    Projection projection = request.projection(request.schemas().user());
    UserProfile profile = profile(request);
    return answer(
        directory.createUser(request.caller(), request.connection(), profile), request, projection);
  }

  @GetMapping
  ResponseEntity<Object> list(ScimRequest request) {
    Projection projection = request.projection(request.schemas().user());
    Window window = request.window();
    Page<User> page =
        directory.users(
            request.connection(), filters(request).query(request.filter()), Sorting.BY_ID, window);
    List<?> shown = shown(page.elements(), request, projection);
    return ScimResponses.list(page.total(), window.startIndex(), shown);
  }

  @GetMapping("/{id}")
  ResponseEntity<Object> read(ScimRequest request, @PathVariable String id) {
    Projection projection = request.projection(request.schemas().user());
    User user =
        directory.user(request.connection(), ScimRequest.id(id)).orElseThrow(Refusals::absent);
    return request.knows(user.version())
        ? ScimResponses.notModified(request.locations().user(user.id()), user.version())
        : stored(user, request, projection);
  }

  @PutMapping("/{id}")
  ResponseEntity<Object> replace(ScimRequest request, @PathVariable String id) {
    UUID userId = ScimRequest.id(id);
    UserProfile profile = profile(request);
    // A client that leaves the external id out must not cut the person off from their sign-ins.
    return edit(request, userId, current -> profile.withExternalIdOf(current));
  }

  @PatchMapping("/{id}")
  ResponseEntity<Object> patch(ScimRequest request, @PathVariable String id) {
    UUID userId = ScimRequest.id(id);
    return edit(
        request,
        userId,
        UserPatch.edit(
            request.patch(), request.schemas().user(), userId, request.reading(), request.notes()));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Object> delete(ScimRequest request, @PathVariable String id) {
    UUID userId = ScimRequest.id(id);
    return answer(
        directory.deleteUser(
            request.caller(), request.connection(), userId, request.precondition()),
        request,
        request.projection(request.schemas().user()));
  }

  private static SearchFilter filters(ScimRequest request) {
    return SearchFilter.ofUsers(request.schemas().user());
  }

  private static UserProfile profile(ScimRequest request) {
    return UserDocument.read(
        request.resource(request.schemas().user()),
        request.attributeReader(),
        request.schemas().user());
  }

  private ResponseEntity<Object> edit(ScimRequest request, UUID userId, UserEdit edit) {
    Projection projection = request.projection(request.schemas().user());
    return answer(
        directory.editUser(
            request.caller(), request.connection(), userId, request.precondition(), edit),
        request,
        projection);
  }

  private ResponseEntity<Object> answer(
      UserOutcome outcome, ScimRequest request, Projection projection) {
    return switch (outcome) {
      case UserOutcome.Created(User user) ->
          ScimResponses.created(
              shown(user, request, projection),
              request.locations().user(user.id()),
              user.version());
      case UserOutcome.Stored(User user, boolean _) -> stored(user, request, projection);
      case UserOutcome.Deleted _ -> ScimResponses.noContent();
      case UserOutcome.NotFound _ -> throw Refusals.absent();
      case UserOutcome.Stale _ -> throw Refusals.stale();
      case UserOutcome.Conflict(String attribute) -> throw Refusals.taken(attribute);
      case UserOutcome.Rejected(String problem) -> throw ScimFault.invalidValue(problem);
      case UserOutcome.NotProvisionedByScim _ -> throw Refusals.notProvisioned();
    };
  }

  private ResponseEntity<Object> stored(User user, ScimRequest request, Projection projection) {
    return ScimResponses.ok(
        shown(user, request, projection), request.locations().user(user.id()), user.version());
  }

  private Object shown(User user, ScimRequest request, Projection projection) {
    return shown(List.of(user), request, projection).getFirst();
  }

  /** Groups are read for all users at once, and not at all where nobody would see them. */
  private List<Map<String, Object>> shown(
      List<User> users, ScimRequest request, Projection projection) {
    Map<UUID, List<Group>> groups =
        users.isEmpty() || !projection.shows("groups")
            ? Map.of()
            : directory.groupsOf(request.connection(), users.stream().map(User::id).toList());
    return users.stream()
        .map(
            user -> UserRepresentation.of(user, groups.getOrDefault(user.id(), List.of()), request))
        .map(projection::of)
        .toList();
  }
}
