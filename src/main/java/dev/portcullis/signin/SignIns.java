package dev.portcullis.signin;

import dev.portcullis.access.EffectiveRole;
import dev.portcullis.access.EffectiveRoles;
import dev.portcullis.connection.ClaimSettings;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.Directory;
import dev.portcullis.directory.SignInStatement;
import dev.portcullis.directory.SyncOutcome;
import dev.portcullis.organization.Caller;
import dev.portcullis.signin.SignInOutcome.Admitted;
import dev.portcullis.signin.SignInOutcome.ConnectionDisabled;
import dev.portcullis.signin.SignInOutcome.ConnectionNotFound;
import dev.portcullis.signin.SignInOutcome.Deactivated;
import dev.portcullis.signin.SignInOutcome.NotProvisioned;
import dev.portcullis.signin.SignInOutcome.ProviderUnreachable;
import dev.portcullis.signin.SignInOutcome.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The doorway for people: takes what their provider says of them and answers where they stand. */
@Component
public class SignIns {

  private final Connections connections;
  private final IdTokens idTokens;
  private final Directory directory;
  private final EffectiveRoles roles;
  private final SignInRecords records;

  SignIns(
      Connections connections,
      IdTokens idTokens,
      Directory directory,
      EffectiveRoles roles,
      SignInRecords records) {
    this.connections = connections;
    this.idTokens = idTokens;
    this.directory = directory;
    this.roles = roles;
    this.records = records;
  }

  /**
   * Signs somebody in whose ID token a gateway has got already.
   *
   * <p>Not a transaction: the provider may have to be asked for its keys, and no database
   * connection must wait for that.
   *
   * @param idToken in compact form, at most 65,536 characters
   */
  public SignInOutcome signIn(Caller caller, String connectionName, String idToken) {
    Instant start = records.now();
    TokenOrigin origin = new TokenOrigin.Hook();
    Optional<Connection> connection = connections.named(caller.organizationId(), connectionName);
    Conclusion conclusion =
        connection
            .map(known -> concluded(caller, known, idToken, origin))
            .orElseGet(() -> Conclusion.of(new ConnectionNotFound()));
    records.add(caller, origin, connectionName, connection, conclusion, start);
    return conclusion.outcome();
  }

  /**
   * Signs somebody in whose ID token came to us that way; otherwise as {@link #signIn(Caller,
   * String, String)}.
   *
   * @param connection as it is now; a disabled one signs nobody in
   */
  public SignInOutcome signIn(
      Caller caller, Connection connection, String idToken, TokenOrigin origin) {
    Instant start = records.now();
    Conclusion conclusion = concluded(caller, connection, idToken, origin);
    records.add(caller, origin, connection.name(), Optional.of(connection), conclusion, start);
    return conclusion.outcome();
  }

  /**
   * The same for somebody who came back from their provider in a browser, with a token that is
   * verified already. The caller takes it down, once it is known whether a session came of it.
   *
   * @param connection as it is now, and enabled
   */
  Conclusion concluded(Caller caller, Connection connection, ProviderIdentity identity) {
    return concluded(caller, connection, identity.token(), identity.origin());
  }

  private Conclusion concluded(
      Caller caller, Connection connection, String idToken, TokenOrigin origin) {
    if (!connection.settings().enabled()) {
      return Conclusion.of(new ConnectionDisabled());
    }
    return switch (idTokens.verify(connection, idToken)) {
      case IdTokenOutcome.Verified(IdToken token) -> concluded(caller, connection, token, origin);
      case IdTokenOutcome.Refused(ReasonCode reason, String explanation) ->
          Conclusion.of(
              reason.isOutage()
                  ? new ProviderUnreachable(reason, explanation)
                  : new Refused(reason, explanation));
    };
  }

  private Conclusion concluded(
      Caller caller, Connection connection, IdToken token, TokenOrigin origin) {
    return ProviderClaims.of(token, origin)
        .map(claims -> synchronised(caller, connection, token, claims, origin))
        .orElseGet(() -> Conclusion.of(ProviderClaims.OF_SOMEBODY_ELSE));
  }

  private Conclusion synchronised(
      Caller caller,
      Connection connection,
      IdToken token,
      ProviderClaims claims,
      TokenOrigin origin) {
    ClaimSettings settings = connection.settings().claim();
    ProviderClaims.FoundClaim found = claims.groups(settings);
    ClaimDecision decision = ClaimDecision.of(found.claim(), settings.absent(), origin);
    SignInStatement statement = Statements.of(token, claims, decision.claimedGroups());
    SyncOutcome done = directory.signIn(caller, connection, statement);
    return Conclusion.of(
        outcome(done, decision.warnings()),
        new Conclusion.Heard(statement, decision, found.source(), done));
  }

  private SignInOutcome outcome(SyncOutcome outcome, List<String> warnings) {
    return switch (outcome) {
      case SyncOutcome.Synchronised done -> admitted(done, warnings);
      case SyncOutcome.Deactivated _ -> new Deactivated();
      case SyncOutcome.NotProvisioned _ -> new NotProvisioned();
      case SyncOutcome.ConnectionDisabled _ -> new ConnectionDisabled();
      case SyncOutcome.Rejected(String problem) -> new Refused(ReasonCode.INVALID_CLAIM, problem);
    };
  }

  private SignInOutcome admitted(SyncOutcome.Synchronised done, List<String> warnings) {
    // Whoever is deleted between the two transactions is refused as if it had come before.
    return roles
        .of(done.user().organizationId(), done.user().id())
        .<SignInOutcome>map(role -> admitted(done, role, warnings))
        .orElseGet(Deactivated::new);
  }

  private static Admitted admitted(
      SyncOutcome.Synchronised done, EffectiveRole role, List<String> warnings) {
    return new Admitted(
        done.user(),
        done.created(),
        role,
        done.added(),
        done.removed(),
        done.kept(),
        done.matched(),
        done.ignored(),
        done.verdict(),
        Stream.concat(warnings.stream(), done.warnings().stream()).toList());
  }
}
