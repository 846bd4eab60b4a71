package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.access.ChangeTerms;
import dev.portcullis.access.EntityDeletionOutcome;
import dev.portcullis.access.GuardedChanges;
import dev.portcullis.access.TeamDeletion;
import dev.portcullis.catalog.RemovalOutcome;
import dev.portcullis.directory.TeamAccount;
import dev.portcullis.directory.TeamDraft;
import dev.portcullis.directory.TeamEdit;
import dev.portcullis.directory.TeamMember;
import dev.portcullis.directory.TeamOutcome;
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

/** Teams by their names, as Port has them. */
@RestController
@RequestMapping("/v1/teams")
class TeamsController {

  private final Teams teams;
  private final TeamDeletion deletion;
  private final GuardedChanges changes;

  TeamsController(Teams teams, TeamDeletion deletion, GuardedChanges changes) {
    this.teams = teams;
    this.deletion = deletion;
    this.changes = changes;
  }

  record TeamReply(
      boolean ok,
      Map<String, @Nullable Object> team,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AccessPreviewRepresentation preview) {}

  record TeamsReply(boolean ok, List<Map<String, @Nullable Object>> teams) {}

  @GetMapping
  TeamsReply all(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable List<String> fields) {
    return new TeamsReply(
        true, shown(caller, teams.all(caller.organizationId()), TeamSelection.of(fields)));
  }

  private List<Map<String, @Nullable Object>> shown(
      Caller caller, List<TeamAccount> accounts, TeamSelection selection) {
    Map<UUID, List<TeamMember>> members =
        selection.hasUsers()
            ? teams.members(
                caller.organizationId(),
                accounts.stream().map(account -> account.team().groupId()).toList())
            : Map.of();
    return accounts.stream()
        .map(account ->
            TeamRepresentation.of(
                account, members.getOrDefault(account.team().groupId(), List.of()), selection))
        .toList();
  }

  @PostMapping
  TeamReply create(
      @AuthenticationPrincipal Caller caller, ChangeTerms terms, @RequestBody TeamRequest request) {
    TeamDraft draft = request.draft();
    return GuardedReply.of(
        changes.of(caller, terms, () -> teams.create(caller, draft)),
        (outcome, preview) -> stored(outcome, "", preview));
  }

  @GetMapping("/{team}")
  TeamReply one(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String team,
      @RequestParam(required = false) @Nullable List<String> fields) {
    return teams
        .find(caller.organizationId(), new TeamReference.Named(team))
        .map(account -> shown(caller, List.of(account), TeamSelection.of(fields)).getFirst())
        .map(shown -> new TeamReply(true, shown, null))
        .orElseThrow(() -> notFound(team));
  }

  @PutMapping("/{team}")
  TeamReply replace(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String team,
      ChangeTerms terms,
      @RequestBody TeamRequest request) {
    return changed(caller, team, terms, request.whole());
  }

  @PatchMapping("/{team}")
  TeamReply edit(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String team,
      ChangeTerms terms,
      @RequestBody TeamRequest request) {
    return changed(caller, team, terms, request.part());
  }

  private TeamReply changed(Caller caller, String team, ChangeTerms terms, TeamEdit edit) {
    return GuardedReply.of(
        changes.of(caller, terms, () -> teams.edit(caller, new TeamReference.Named(team), edit)),
        (outcome, preview) -> stored(outcome, team, preview));
  }

  @DeleteMapping("/{team}")
  Done delete(
      @AuthenticationPrincipal Caller caller, @PathVariable String team, ChangeTerms terms) {
    return GuardedReply.of(
        changes.of(
            caller,
            terms,
            () -> deletion.delete(caller, List.of(new TeamReference.Named(team)), false)),
        (outcome, preview) -> deleted(outcome, team, preview));
  }

  private static Done deleted(
      EntityDeletionOutcome outcome, String team, @Nullable AccessPreviewRepresentation preview) {
    if (outcome instanceof EntityDeletionOutcome.Refused(RemovalOutcome.NotFound _)) {
      throw notFound(team);
    }
    BulkEntitiesController.deleted("_team", outcome);
    return new Done(true, preview);
  }

  private static TeamReply stored(
      TeamOutcome outcome, String name, @Nullable AccessPreviewRepresentation preview) {
    return switch (outcome) {
      case TeamOutcome.Created(TeamAccount account) ->
          new TeamReply(true, TeamRepresentation.of(account), preview);
      case TeamOutcome.Changed(TeamAccount account) ->
          new TeamReply(true, TeamRepresentation.of(account), preview);
      case TeamOutcome.NotFound _ -> throw notFound(name);
      case TeamOutcome.NameTaken(String taken) ->
          throw RequestFault.conflict("a team `" + taken + "` exists already");
      case TeamOutcome.IdentifierTaken(String taken) ->
          throw RequestFault.conflict("the identifier `" + taken + "` means a team, or did once");
      case TeamOutcome.OwnedByProvider(String connection, List<String> fields) ->
          throw new RequestFault(
              new PortError(
                  403,
                  "protected_resource",
                  "the team comes from the identity provider of connection `%s`; change `%s` there"
                      .formatted(connection, String.join("`, `", fields)),
                  Map.of("resource", "Team", "connection", connection, "fields", fields)));
      case TeamOutcome.Rejected(var problems) ->
          throw problems.size() == 1
              ? RequestFault.invalid(problems.getFirst().field(), problems.getFirst().message())
              : RequestFault.invalid(problems.stream().map(one -> one.message()).toList());
      case TeamOutcome.Deleted _ -> throw new IllegalStateException("not an outcome of storing");
    };
  }

  private static RequestFault notFound(String name) {
    return RequestFault.notFound("Team", "name", name);
  }
}
