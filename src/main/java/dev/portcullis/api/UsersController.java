package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.portcullis.access.AccountEdit;
import dev.portcullis.access.AccountEdits;
import dev.portcullis.access.AccountOutcome;
import dev.portcullis.access.ChangeTerms;
import dev.portcullis.access.EntityDeletionOutcome;
import dev.portcullis.access.GuardedChanges;
import dev.portcullis.access.PersonAccount;
import dev.portcullis.access.PersonAccounts;
import dev.portcullis.access.Reach;
import dev.portcullis.access.UserDeletion;
import dev.portcullis.audit.RecordedSignIns;
import dev.portcullis.catalog.RemovalOutcome;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.User;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The organization's people, as Port shows and changes them. */
@RestController
class UsersController {

  private final PersonAccounts accounts;
  private final Connections connections;
  private final AccountEdits edits;
  private final UserDeletion deletion;
  private final GuardedChanges changes;
  private final RecordedSignIns signIns;
  private final JsonMapper json;

  UsersController(
      PersonAccounts accounts,
      AccountEdits edits,
      UserDeletion deletion,
      GuardedChanges changes,
      Connections connections,
      RecordedSignIns signIns,
      JsonMapper json) {
    this.accounts = accounts;
    this.edits = edits;
    this.deletion = deletion;
    this.changes = changes;
    this.connections = connections;
    this.signIns = signIns;
    this.json = json;
  }

  record Reply(boolean ok, UserAccountRepresentation user) {}

  record ListReply(boolean ok, List<ObjectNode> users) {}

  /** What an edit left out. */
  record Warnings(List<String> ignoredFields) {}

  /** The fields at the top for clients of Port's description, and again for those of its SDK. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record EditReply(
      boolean ok,
      @JsonUnwrapped UserAccountRepresentation flat,
      UserAccountRepresentation user,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Warnings warnings,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AccessPreviewRepresentation preview) {}

  /** Everybody who has an e-mail of their own; whoever is no Admin sees themselves. */
  @GetMapping("/v1/users")
  ListReply list(
      @AuthenticationPrincipal Caller caller,
      @RequestAttribute(RouteRightsInterceptor.REACH) Reach reach,
      @RequestParam(defaultValue = "") List<String> fields) {
    UserSelection selection = new UserSelection(fields);
    Map<UUID, String> names =
        connections.all(caller.organizationId()).stream()
            .collect(Collectors.toMap(Connection::id, Connection::name));
    Map<UUID, Instant> last = signIns.last(caller.organizationId());
    return new ListReply(
        true,
        accounts.all(caller.organizationId()).stream()
            .filter(account -> reach.covers(account.user().id()))
            .map(account ->
                UserAccountRepresentation.of(
                    account,
                    account.user().connectionId().map(names::get),
                    Optional.ofNullable(last.get(account.user().id()))))
            .map(user -> selection.of((ObjectNode) json.<JsonNode>valueToTree(user)))
            .toList());
  }

  @GetMapping("/v1/users/{user}")
  Reply get(
      @AuthenticationPrincipal Caller caller,
      @RequestAttribute(RouteRightsInterceptor.REACH) Reach reach,
      @PathVariable String user) {
    Optional<PersonAccount> account = accounts.of(caller.organizationId(), user);
    // Whoever may see only themselves does not learn who else there is.
    if (reach instanceof Reach.Themselves
        && account.filter(found -> reach.covers(found.user().id())).isEmpty()) {
      throw RouteRightsInterceptor.beyondReach();
    }
    return account.map(this::reply).orElseThrow(() -> notFound(user));
  }

  /**
   * Changes a user.
   *
   * @param strict {@code true} to have nothing stored where a part of it is the provider's
   */
  @PatchMapping("/v1/users/{user}")
  EditReply edit(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String user,
      @RequestParam(defaultValue = "false") String strict,
      ChangeTerms terms,
      @RequestBody UserRequest request) {
    AccountEdit edit = request.edit();
    accounts
        .of(caller.organizationId(), user)
        .map(this::represented)
        .ifPresent(request::checkFixed);
    boolean isStrict = strict.equalsIgnoreCase("true");
    return GuardedReply.of(
        changes.of(caller, terms, () -> edits.edit(caller, user, edit, isStrict)),
        (outcome, preview) -> edited(outcome, user, preview));
  }

  private EditReply edited(
      AccountOutcome outcome, String user, @Nullable AccessPreviewRepresentation preview) {
    return switch (outcome) {
      case AccountOutcome.Stored(PersonAccount account, List<String> ignored) ->
          editReply(represented(account), ignored, preview);
      default -> throw AccountFaults.of(outcome, user);
    };
  }

  @DeleteMapping("/v1/users/{user}")
  Done delete(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String user,
      @RequestParam(name = "delete_dependents", defaultValue = "") String deleteDependents,
      ChangeTerms terms) {
    boolean withDependents = Flags.isOn(deleteDependents);
    return GuardedReply.of(
        changes.of(caller, terms, () -> deletion.delete(caller, List.of(user), withDependents)),
        (outcome, preview) -> deleted(outcome, user, preview));
  }

  private static Done deleted(
      EntityDeletionOutcome outcome, String user, @Nullable AccessPreviewRepresentation preview) {
    return switch (outcome) {
      case EntityDeletionOutcome.Deleted _ -> new Done(true, preview);
      case EntityDeletionOutcome.AccountRefused(_, var why) -> throw AccountFaults.of(why, user);
      case EntityDeletionOutcome.Refused(RemovalOutcome.NotFound _) -> throw notFound(user);
      case EntityDeletionOutcome.Refused(var why) -> throw EntityFaults.refused(why);
      case EntityDeletionOutcome.BlueprintNotFound _,
          EntityDeletionOutcome.LastAdmin _,
          EntityDeletionOutcome.Denied _ ->
          throw new IllegalStateException("not an outcome of deleting a user");
    };
  }

  private static EditReply editReply(
      UserAccountRepresentation user,
      List<String> ignored,
      @Nullable AccessPreviewRepresentation preview) {
    return new EditReply(
        true, user, user, ignored.isEmpty() ? null : new Warnings(ignored), preview);
  }

  static RequestFault notFound(String user) {
    return RequestFault.notFound("User", "email", user);
  }

  private Reply reply(PersonAccount account) {
    return new Reply(true, represented(account));
  }

  private UserAccountRepresentation represented(PersonAccount account) {
    User user = account.user();
    Optional<Connection> connection =
        user.connectionId().flatMap(id -> connections.find(user.organizationId(), id));
    return UserAccountRepresentation.of(
        account,
        connection.map(Connection::name),
        signIns.lastOf(user.organizationId(), user.id()));
  }
}
