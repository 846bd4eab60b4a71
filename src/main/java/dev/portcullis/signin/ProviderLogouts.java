package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.Directory;
import dev.portcullis.directory.User;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Does what a verified token of a provider demands, and spends the token, in one transaction. */
@Component
class ProviderLogouts {

  private final SpentTokenRows spent;
  private final SessionEnds ends;
  private final Connections connections;
  private final Directory directory;

  ProviderLogouts(
      SpentTokenRows spent, SessionEnds ends, Connections connections, Directory directory) {
    this.spent = spent;
    this.ends = ends;
    this.connections = connections;
    this.directory = directory;
  }

  /**
   * A logout token that names a session ends that one alone; else it ends all of its person's. Who
   * is not signed in, or not known, is signed out already (OIDC Back-Channel Logout §2.7).
   */
  @OneTransaction
  public LogoutOutcome logOut(Caller caller, Connection connection, LogoutToken token) {
    // Opening a session holds this lock too: either it is seen here, or it sees the token spent.
    if (token.providerSession().isPresent()) {
      connections.lock(connection.organizationId(), connection.id());
    }
    if (!spent.spend(connection, token.tokenId(), token.providerSession(), token.forgetAt())) {
      return replayed();
    }
    Optional<UUID> person =
        token
            .subject()
            .flatMap(subject -> directory.withExternalId(connection, subject))
            .map(User::id);
    token
        .providerSession()
        .ifPresentOrElse(
            sid -> endSession(caller, connection, token, sid, person),
            () -> person.ifPresent(user -> ends.all(caller, user)));
    return new LogoutOutcome.Done();
  }

  /** A token that names a person too ends the session of nobody else. */
  private void endSession(
      Caller caller, Connection connection, LogoutToken token, String sid, Optional<UUID> person) {
    if (token.subject().isEmpty() || person.isPresent()) {
      ends.ofProviderSession(caller, connection.id(), sid, person);
    }
  }

  /**
   * Ends everything of the subject.
   *
   * @param ours the address under which this server issues tokens, whose subjects are our ids
   */
  @OneTransaction
  public LogoutOutcome revoke(
      Caller caller,
      Connection connection,
      RevocationToken token,
      RevokedSubject subject,
      String ours) {
    if (!spent.spend(connection, token.tokenId(), Optional.empty(), token.forgetAt())) {
      return replayed();
    }
    return switch (subject) {
      case RevokedSubject.Unreadable(String problem) -> new LogoutOutcome.Unreadable(problem);
      case RevokedSubject.Email(String email) ->
          ended(caller, directory.withEmail(connection, email));
      case RevokedSubject.IssuerSubject(String issuer, String id) ->
          issuer.equals(connection.settings().issuer())
              ? ended(caller, directory.withExternalId(connection, id).stream().toList())
              : ofOurs(caller, connection, issuer.equals(ours), id);
    };
  }

  private LogoutOutcome ofOurs(Caller caller, Connection connection, boolean ours, String id) {
    return ours
        ? ended(caller, directory.withId(connection, id).stream().toList())
        : new LogoutOutcome.ForeignSubject();
  }

  private LogoutOutcome ended(Caller caller, List<User> users) {
    users.forEach(user -> ends.all(caller, user.id()));
    return users.isEmpty() ? new LogoutOutcome.PersonNotFound() : new LogoutOutcome.Done();
  }

  private static LogoutOutcome replayed() {
    return new LogoutOutcome.Refused(
        ReasonCode.REPLAYED, "the token was used before; each counts once");
  }
}
