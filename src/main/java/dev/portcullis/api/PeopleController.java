package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.access.AccountEdits;
import dev.portcullis.access.AccountOutcome;
import dev.portcullis.access.AccountWish;
import dev.portcullis.access.ChangeTerms;
import dev.portcullis.access.GuardedChanges;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.MoveOutcome;
import dev.portcullis.directory.People;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.User;
import dev.portcullis.organization.Caller;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an Admin says of people: whom to await, who came over, who is meant by an e-mail. */
@RestController
@RequestMapping("/v1/users")
class PeopleController {

  private final People people;
  private final AccountEdits edits;
  private final Memberships memberships;
  private final GuardedChanges changes;

  PeopleController(
      People people, AccountEdits edits, Memberships memberships, GuardedChanges changes) {
    this.people = people;
    this.edits = edits;
    this.memberships = memberships;
    this.changes = changes;
  }

  record InviteRequest(@Nullable Invitee invitee) {}

  /** Port's, and which connection the person will come through. */
  record Invitee(
      @Nullable String email,
      @Nullable List<@Nullable String> roles,
      @Nullable List<@Nullable String> teams,
      @Nullable String connection) {

    @Override
    public String toString() {
      return "Invitee[…]";
    }
  }

  record MoveRequest(@Nullable String connection, @Nullable String externalId) {}

  record HandleRequest(@Nullable String email) {

    @Override
    public String toString() {
      return "HandleRequest[…]";
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reply(
      boolean ok, UserRepresentation user, @Nullable AccessPreviewRepresentation preview) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UserRepresentation(
      UUID id, @Nullable String email, String status, @Nullable String externalId) {}

  /** No mail is sent by us; {@code notify} says that the person has been told otherwise. */
  @PostMapping("/invite")
  Done invite(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "false") String notify,
      ChangeTerms terms,
      @RequestBody InviteRequest request) {
    Invitee invitee = RequestFault.required("invitee", request.invitee());
    AccountWish wish =
        new AccountWish(
            RequestFault.required("invitee.email", invitee.email()),
            names("invitee.roles", invitee.roles()),
            names("invitee.teams", invitee.teams()),
            Optional.ofNullable(invitee.connection()),
            notify.equalsIgnoreCase("true"));
    return GuardedReply.of(
        changes.of(caller, terms, () -> edits.invite(caller, wish)),
        (outcome, preview) -> invited(outcome, wish.email(), preview));
  }

  private static Done invited(
      AccountOutcome outcome, String email, @Nullable AccessPreviewRepresentation preview) {
    return switch (outcome) {
      case AccountOutcome.Invited _ -> new Done(true, preview);
      case AccountOutcome.EmailTaken _ ->
          throw RequestFault.conflict("somebody who has come already is known by that e-mail");
      default -> throw AccountFaults.of(outcome, email);
    };
  }

  @PostMapping("/{user}/move")
  Reply move(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String user,
      ChangeTerms terms,
      @RequestBody MoveRequest request) {
    String connection = RequestFault.required("connection", request.connection());
    String externalId = RequestFault.required("externalId", request.externalId());
    UUID id = id(caller, user);
    return GuardedReply.of(
        changes.of(caller, terms, () -> told(people.move(caller, id, connection, externalId))),
        (change, preview) -> moved(change, user, "externalId", preview));
  }

  @PutMapping("/{user}/handle")
  Reply giveHandle(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String user,
      ChangeTerms terms,
      @RequestBody HandleRequest request) {
    String email = RequestFault.required("email", request.email());
    UUID id = id(caller, user);
    return GuardedReply.of(
        changes.of(caller, terms, () -> told(people.giveHandle(caller, id, email))),
        (change, preview) -> moved(change, user, "email", preview));
  }

  /** A change, and the e-mail that means the person after it, for a dry run takes it back. */
  private record Change(MoveOutcome outcome, Optional<String> email) {}

  private Change told(MoveOutcome outcome) {
    return new Change(
        outcome,
        outcome instanceof MoveOutcome.Moved(User user)
            ? memberships.handle(user.organizationId(), user.id())
            : Optional.empty());
  }

  private static Reply moved(
      Change change, String user, String field, @Nullable AccessPreviewRepresentation preview) {
    return switch (change.outcome()) {
      case MoveOutcome.Moved(User moved) ->
          new Reply(true, represented(moved, change.email()), preview);
      case MoveOutcome.UserNotFound _ -> throw notFound(user);
      case MoveOutcome.ConnectionNotFound(String name) ->
          throw ConnectionsController.notFound(name);
      case MoveOutcome.Taken _ ->
          throw RequestFault.conflict(
              "a user whom SCIM manages bears that `externalId` in the connection; give that user"
                  + " the handle instead");
      case MoveOutcome.Rejected(String problem) -> throw RequestFault.invalid(field, problem);
    };
  }

  private static UserRepresentation represented(User user, Optional<String> email) {
    return new UserRepresentation(
        user.id(), email.orElse(null), user.status().name(), user.externalId().orElse(null));
  }

  private UUID id(Caller caller, String user) {
    return switch (memberships.subject(caller.organizationId(), user)) {
      case SubjectOutcome.Found(User found, _) -> found.id();
      case SubjectOutcome.Ambiguous _ ->
          throw RequestFault.conflict("several users bear that name; use the user's id");
      case SubjectOutcome.Unknown _ -> throw notFound(user);
    };
  }

  private static RequestFault notFound(String user) {
    return RequestFault.notFound("User", "email", user);
  }

  private static List<String> names(String field, @Nullable List<@Nullable String> names) {
    if (names == null) {
      return List.of();
    }
    if (names.stream().anyMatch(Objects::isNull)) {
      throw RequestFault.invalid(field, "`" + field + "` must not hold null");
    }
    return names.stream().map(Objects::requireNonNull).toList();
  }
}
