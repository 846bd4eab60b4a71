package dev.portcullis.scim;

import dev.portcullis.directory.Directory;
import dev.portcullis.directory.User;
import dev.portcullis.directory.UserEdit;
import dev.portcullis.directory.UserOutcome;
import dev.portcullis.directory.UserProfile;
import dev.portcullis.scim.message.ScimFault;
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
  private final UserRepresentations representations;

  UsersEndpoint(Directory directory, UserRepresentations representations) {
    this.directory = directory;
    this.representations = representations;
  }

  @PostMapping
  ResponseEntity<Object> create(ScimRequest request) {
    Projection projection = request.projection(request.schemas().user());
    UserProfile profile = new UserWrites(request).created();
    return answer(
        directory.createUser(request.caller(), request.connection(), profile), request, projection);
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
    return edit(request, userId, new UserWrites(request).replacement());
  }

  @PatchMapping("/{id}")
  ResponseEntity<Object> patch(ScimRequest request, @PathVariable String id) {
    UUID userId = ScimRequest.id(id);
    return edit(request, userId, new UserWrites(request).patch(userId));
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
              representations.of(user, request, projection),
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
        representations.of(user, request, projection),
        request.locations().user(user.id()),
        user.version());
  }
}
