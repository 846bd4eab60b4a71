package dev.portcullis.scim;

import dev.portcullis.directory.Directory;
import dev.portcullis.directory.Group;
import dev.portcullis.directory.GroupChange;
import dev.portcullis.directory.GroupDelta;
import dev.portcullis.directory.GroupDraft;
import dev.portcullis.directory.GroupOutcome;
import dev.portcullis.scim.dialect.InteropRule;
import dev.portcullis.scim.message.ScimFault;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Groups over SCIM (RFC 7644 §3.3 to §3.6). A patch neither loads nor returns the members. */
@RestController
@RequestMapping(ScimPaths.GROUPS)
class GroupsEndpoint {

  private final Directory directory;
  private final GroupRepresentations representations;

  GroupsEndpoint(Directory directory, GroupRepresentations representations) {
    this.directory = directory;
    this.representations = representations;
  }

  @PostMapping
  ResponseEntity<Object> create(ScimRequest request) {
    Projection projection = request.projection(request.schemas().group());
    GroupDraft draft = new GroupWrites(request).created();
    return answer(
        directory.createGroup(request.caller(), request.connection(), draft),
        request,
        projection,
        made -> stored(made, request, projection));
  }

  @GetMapping("/{id}")
  ResponseEntity<Object> read(ScimRequest request, @PathVariable String id) {
    Projection projection = request.projection(request.schemas().group());
    Group group =
        directory.group(request.connection(), ScimRequest.id(id)).orElseThrow(Refusals::absent);
    return request.knows(group.version())
        ? ScimResponses.notModified(request.locations().group(group.id()), group.version())
        : stored(group, request, projection);
  }

  @PutMapping("/{id}")
  ResponseEntity<Object> replace(ScimRequest request, @PathVariable String id) {
    UUID groupId = ScimRequest.id(id);
    Projection projection = request.projection(request.schemas().group());
    List<GroupChange> changes = new GroupWrites(request).replacement();
    return answer(
        directory.changeGroup(
            request.caller(), request.connection(), groupId, request.precondition(), changes),
        request,
        projection,
        group -> stored(group, request, projection));
  }

  @PatchMapping("/{id}")
  ResponseEntity<Object> patch(ScimRequest request, @PathVariable String id) {
    UUID groupId = ScimRequest.id(id);
    Projection projection = request.projection(request.schemas().group());
    List<GroupChange> changes = new GroupWrites(request).patch(groupId);
    return answer(
        directory.changeGroup(
            request.caller(), request.connection(), groupId, request.precondition(), changes),
        request,
        projection,
        group ->
            request.reading().showsPatchedGroup(projection.isSelective())
                ? stored(group, request, projection)
                : ScimResponses.noContent(group.version()));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Object> delete(ScimRequest request, @PathVariable String id) {
    UUID groupId = ScimRequest.id(id);
    return answer(
        directory.deleteGroup(
            request.caller(), request.connection(), groupId, request.precondition()),
        request,
        request.projection(request.schemas().group()),
        group -> ScimResponses.noContent(group.version()));
  }

  private ResponseEntity<Object> answer(
      GroupOutcome outcome,
      ScimRequest request,
      Projection projection,
      Function<Group, ResponseEntity<Object>> changed) {
    return switch (outcome) {
      case GroupOutcome.Created(Group group, GroupDelta delta) -> {
        request.noteParked(delta.parked());
        yield ScimResponses.created(
            representations.of(group, request, projection),
            request.locations().group(group.id()),
            group.version());
      }
      case GroupOutcome.Changed(Group group, GroupDelta delta) -> {
        request.noteParked(delta.parked());
        yield changed.apply(group);
      }
      case GroupOutcome.Deleted _ -> ScimResponses.noContent();
      case GroupOutcome.NotFound _ -> throw Refusals.absent();
      case GroupOutcome.Stale _ -> throw Refusals.stale();
      case GroupOutcome.NameTaken _ -> throw Refusals.groupNameTaken();
      case GroupOutcome.UnknownMembers(List<String> values) -> {
        request.notes().breaksInterop(InteropRule.MEMBERS_ARE_KNOWN.breach());
        throw Refusals.unknownMembers(values);
      }
      case GroupOutcome.Rejected(String problem) -> throw ScimFault.invalidValue(problem);
      case GroupOutcome.NotProvisionedByScim _ -> throw Refusals.notProvisioned();
    };
  }

  private ResponseEntity<Object> stored(Group group, ScimRequest request, Projection projection) {
    return ScimResponses.ok(
        representations.of(group, request, projection),
        request.locations().group(group.id()),
        group.version());
  }
}
