package dev.portcullis.api;

import dev.portcullis.access.PersonAccount;
import dev.portcullis.access.PersonAccounts;
import dev.portcullis.access.Reach;
import dev.portcullis.audit.RecordedSignIns;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.User;
import dev.portcullis.organization.Caller;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The organization's people, as Port shows them. */
@RestController
class UsersController {

  private final PersonAccounts accounts;
  private final Connections connections;
  private final RecordedSignIns signIns;

  UsersController(PersonAccounts accounts, Connections connections, RecordedSignIns signIns) {
    this.accounts = accounts;
    this.connections = connections;
    this.signIns = signIns;
  }

  record Reply(boolean ok, UserAccountRepresentation user) {}

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

  static RequestFault notFound(String user) {
    return RequestFault.notFound("User", "email", user);
  }

  private Reply reply(PersonAccount account) {
    User user = account.user();
    Optional<Connection> connection =
        user.connectionId().flatMap(id -> connections.find(user.organizationId(), id));
    return new Reply(
        true,
        UserAccountRepresentation.of(
            account,
            connection.map(Connection::name),
            signIns.lastOf(user.organizationId(), user.id())));
  }
}
