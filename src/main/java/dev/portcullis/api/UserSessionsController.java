package dev.portcullis.api;

import dev.portcullis.access.PersonAccounts;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.User;
import dev.portcullis.organization.Caller;
import dev.portcullis.signin.SignInSessions;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a user is signed in, and the end of it. */
@RestController
@RequestMapping("/v1/users/{user}/sessions")
class UserSessionsController {

  private final SignInSessions sessions;
  private final PersonAccounts accounts;
  private final Memberships memberships;
  private final Connections connections;

  UserSessionsController(
      SignInSessions sessions,
      PersonAccounts accounts,
      Memberships memberships,
      Connections connections) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.memberships = memberships;
    this.connections = connections;
  }

  record Reply(boolean ok, List<SessionRepresentation> sessions) {}

  @GetMapping
  Reply list(@AuthenticationPrincipal Caller caller, @PathVariable String user) {
    User found = user(caller, user);
    String connection =
        found
            .connectionId()
            .flatMap(id -> connections.find(caller.organizationId(), id))
            .map(Connection::name)
            .orElse("");
    String email = memberships.handle(caller.organizationId(), found.id()).orElse(null);
    return new Reply(
        true,
        sessions.of(caller.organizationId(), found.id()).stream()
            .map(session -> SessionRepresentation.of(session, connection, email))
            .toList());
  }

  @DeleteMapping
  Done endAll(@AuthenticationPrincipal Caller caller, @PathVariable String user) {
    if (!sessions.endAll(caller, user(caller, user).id())) {
      throw UsersController.notFound(user);
    }
    return Done.DONE;
  }

  @DeleteMapping("/{id}")
  Done end(
      @AuthenticationPrincipal Caller caller, @PathVariable String user, @PathVariable String id) {
    User found = user(caller, user);
    if (!sessions.end(caller, found.id(), Identifiers.uuid("Session", "id", id))) {
      throw RequestFault.notFound("Session", "id", id);
    }
    return Done.DONE;
  }

  private User user(Caller caller, String user) {
    return accounts
        .user(caller.organizationId(), user)
        .orElseThrow(() -> UsersController.notFound(user));
  }
}
