package dev.portcullis.scim;

import dev.portcullis.attribute.Page;
import dev.portcullis.attribute.Sorting;
import dev.portcullis.attribute.Window;
import dev.portcullis.directory.Directory;
import dev.portcullis.directory.Group;
import dev.portcullis.directory.GroupChange;
import dev.portcullis.directory.GroupDelta;
import dev.portcullis.directory.GroupOutcome;
import dev.portcullis.directory.Member;
import dev.portcullis.scim.dialect.InteropRule;
import dev.portcullis.scim.filter.SearchFilter;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.patch.GroupPatch;
import dev.portcullis.scim.schema.GroupDocument;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
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

  GroupsEndpoint(Directory directory) {
    this.directory = directory;
  }

  @PostMapping
  ResponseEntity<Object> create(ScimRequest request) {
    Projection projection = request.projection(request.schemas().group());
    GroupDocument group = document(request);
    return answer(
        directory.createGroup(request.caller(), request.connection(), group.draft()),
        request,
        projection,
        ScimResponses::noContent);
  }

  @GetMapping
  ResponseEntity<Object> list(ScimRequest request) {
    Projection projection = request.projection(request.schemas().group());
    Window window = request.window();
    Page<Group> page =
        directory.groups(
            request.connection(), filters(request).query(request.filter()), Sorting.BY_ID, window);
    List<?> shown = shown(page.elements(), request, projection);
    return ScimResponses.list(page.total(), window.startIndex(), shown);
  }

  @GetMapping("/{id}")
  ResponseEntity<Object> read(ScimRequest request, @PathVariable String id) {
    return read(request, ScimRequest.id(id), request.projection(request.schemas().group()));
  }

  @PutMapping("/{id}")
  ResponseEntity<Object> replace(ScimRequest request, @PathVariable String id) {
    UUID groupId = ScimRequest.id(id);
    Projection projection = request.projection(request.schemas().group());
    List<GroupChange> changes = document(request).replacement(request.reading());
    return answer(
        directory.changeGroup(
            request.caller(), request.connection(), groupId, request.precondition(), changes),
        request,
        projection,
        () -> read(request, groupId, projection));
  }

  @PatchMapping("/{id}")
  ResponseEntity<Object> patch(ScimRequest request, @PathVariable String id) {
    UUID groupId = ScimRequest.id(id);
    Projection projection = request.projection(request.schemas().group());
    List<GroupChange> changes =
        GroupPatch.changes(
            request.patch(),
            request.schemas().group(),
            groupId,
            request.reading(),
            request.notes());
    return answer(
        directory.changeGroup(
            request.caller(), request.connection(), groupId, request.precondition(), changes),
        request,
        projection,
        () ->
            request.reading().showsPatchedGroup(projection.isSelective())
                ? read(request, groupId, projection)
                : ScimResponses.noContent());
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Object> delete(ScimRequest request, @PathVariable String id) {
    UUID groupId = ScimRequest.id(id);
    return answer(
        directory.deleteGroup(
            request.caller(), request.connection(), groupId, request.precondition()),
        request,
        request.projection(request.schemas().group()),
        ScimResponses::noContent);
  }

  private static SearchFilter filters(ScimRequest request) {
    return SearchFilter.ofGroups(request.schemas().group());
  }

  private static GroupDocument document(ScimRequest request) {
    return GroupDocument.read(
        request.resource(request.schemas().group()), request.reading(), request.notes());
  }

  private ResponseEntity<Object> answer(
      GroupOutcome outcome,
      ScimRequest request,
      Projection projection,
      Supplier<ResponseEntity<Object>> changed) {
    return switch (outcome) {
      case GroupOutcome.Created(Group group, GroupDelta delta) -> {
        request.noteParked(delta.parked());
        yield ScimResponses.created(
            shown(group, request, projection), request.locations().group(group.id()));
      }
      case GroupOutcome.Changed(_, GroupDelta delta) -> {
        request.noteParked(delta.parked());
        yield changed.get();
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

  private ResponseEntity<Object> read(ScimRequest request, UUID groupId, Projection projection) {
    Group group = directory.group(request.connection(), groupId).orElseThrow(Refusals::absent);
    return ScimResponses.ok(shown(group, request, projection), request.locations().group(groupId));
  }

  private Object shown(Group group, ScimRequest request, Projection projection) {
    return shown(List.of(group), request, projection).getFirst();
  }

  /** Members are read for all groups at once, and not at all where nobody would see them. */
  private List<Map<String, Object>> shown(
      List<Group> groups, ScimRequest request, Projection projection) {
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
