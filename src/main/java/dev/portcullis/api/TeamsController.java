package dev.portcullis.api;

import dev.portcullis.directory.TeamAccount;
import dev.portcullis.directory.TeamMember;
import dev.portcullis.directory.TeamOutcome;
import dev.portcullis.directory.TeamProblem;
import dev.portcullis.directory.TeamReference;
import dev.portcullis.directory.Teams;
import dev.portcullis.organization.Caller;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Teams as Port shows and changes them: by the names that they are shown under. */
@RestController
@RequestMapping("/v1/teams")
class TeamsController {

  private final Teams teams;

  TeamsController(Teams teams) {
    this.teams = teams;
  }

  record TeamReply(boolean ok, Map<String, @Nullable Object> team) {}

  record TeamsReply(boolean ok, List<Map<String, @Nullable Object>> teams) {}

  @GetMapping
  TeamsReply all(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") List<String> fields) {
    List<TeamAccount> all = teams.all(caller.organizationId());
    Map<UUID, List<TeamMember>> members =
        teams.members(
            caller.organizationId(), all.stream().map(team -> team.team().groupId()).toList());
    return new TeamsReply(
        true,
        all.stream()
            .map(team ->
                TeamRepresentation.of(
                    team, members.getOrDefault(team.team().groupId(), List.of()), fields))
            .toList());
  }

  @GetMapping("/{name}")
  TeamReply one(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String name,
      @RequestParam(defaultValue = "") List<String> fields) {
    TeamAccount team =
        teams
            .find(caller.organizationId(), new TeamReference.Named(name))
            .orElseThrow(() -> notFound(name));
    UUID id = team.team().groupId();
    List<TeamMember> members =
        teams.members(caller.organizationId(), List.of(id)).getOrDefault(id, List.of());
    return new TeamReply(true, TeamRepresentation.of(team, members, fields));
  }

  @PostMapping
  TeamReply create(@AuthenticationPrincipal Caller caller, @RequestBody TeamRequest request) {
    String name = request.name().required("name", null);
    return reply(name, teams.create(caller, request.draft()));
  }

  @PutMapping("/{name}")
  TeamReply replace(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String name,
      @RequestBody TeamRequest request) {
    return reply(name, teams.edit(caller, new TeamReference.Named(name), request.whole()));
  }

  @PatchMapping("/{name}")
  TeamReply edit(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String name,
      @RequestBody TeamRequest request) {
    return reply(name, teams.edit(caller, new TeamReference.Named(name), request.part()));
  }

  @DeleteMapping("/{name}")
  Done delete(@AuthenticationPrincipal Caller caller, @PathVariable String name) {
    TeamOutcome outcome = teams.delete(caller, new TeamReference.Named(name));
    if (outcome instanceof TeamOutcome.Deleted) {
      return Done.DONE;
    }
    throw fault(name, outcome);
  }

  private static TeamReply reply(String name, TeamOutcome outcome) {
    return switch (outcome) {
      case TeamOutcome.Created(TeamAccount team) ->
          new TeamReply(true, TeamRepresentation.of(team));
      case TeamOutcome.Changed(TeamAccount team) ->
          new TeamReply(true, TeamRepresentation.of(team));
      case TeamOutcome other -> throw fault(name, other);
    };
  }

  /** What stood in the way of a change. */
  static RequestFault fault(String name, TeamOutcome outcome) {
    return switch (outcome) {
      case TeamOutcome.NotFound _ -> notFound(name);
      case TeamOutcome.NameTaken(String taken) ->
          RequestFault.conflict(
              "a team is shown as `" + taken + "` already; choose another `name`");
      case TeamOutcome.IdentifierTaken(String identifier) ->
          RequestFault.conflict(
              "`identifier` `"
                  + identifier
                  + "` means a team already, or did once; choose another");
      case TeamOutcome.OwnedByProvider(String connection, List<String> fields) ->
          RequestFault.conflict(
              "connection `%s` says what %s of this team is; change it at the identity provider"
                  .formatted(connection, String.join(", ", fields)));
      case TeamOutcome.Rejected(List<TeamProblem> problems) ->
          RequestFault.invalid(
              problems.getFirst().field(),
              String.join("; ", problems.stream().map(TeamProblem::message).toList()));
      case TeamOutcome.Created _, TeamOutcome.Changed _, TeamOutcome.Deleted _ ->
          throw new IllegalStateException("nothing stood in the way");
    };
  }

  private static RequestFault notFound(String name) {
    return RequestFault.notFound("Team", "name", name);
  }
}
