package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.Directory;
import dev.portcullis.directory.User;
import dev.portcullis.organization.Organization;
import dev.portcullis.organization.Organizations;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The doorway for browsers that come back from the provider. */
@Component
public class SignInReturns {

  private static final String PATH = "/login/callback";

  private static final SignInOutcome.Refused NOBODYS =
      new SignInOutcome.Refused(
          ReasonCode.UNKNOWN_SIGN_IN,
          "this browser has no such sign-in under way: it was started elsewhere, is finished, or took"
              + " longer than ten minutes; start again");

  private static final SignInOutcome.Refused ENDED_MEANWHILE =
      new SignInOutcome.Refused(
          ReasonCode.ENDED_MEANWHILE, "your sessions were ended while you signed in; start again");

  private static final SignInOutcome.Refused SOMEBODY_ELSE =
      new SignInOutcome.Refused(
          ReasonCode.ANOTHER_SESSION,
          "somebody signed in here through another connection meanwhile; sign out first, or start"
              + " again");

  private final SealedSignIns sealedSignIns;
  private final SpentStateRows spentStates;
  private final Organizations organizations;
  private final Connections connections;
  private final Destinations destinations;
  private final ProviderIdentities identities;
  private final SignIns signIns;
  private final Directory directory;
  private final SignInSessions sessions;
  private final SignOutHints signOutHints;
  private final ApplicationAnswers answers;
  private final BrowserEndings endings;
  private final Clock clock;

  SignInReturns(
      SealedSignIns sealedSignIns,
      SpentStateRows spentStates,
      Organizations organizations,
      Connections connections,
      Destinations destinations,
      ProviderIdentities identities,
      SignIns signIns,
      Directory directory,
      SignInSessions sessions,
      SignOutHints signOutHints,
      ApplicationAnswers answers,
      BrowserEndings endings,
      Clock clock) {
    this.sealedSignIns = sealedSignIns;
    this.spentStates = spentStates;
    this.organizations = organizations;
    this.connections = connections;
    this.destinations = destinations;
    this.identities = identities;
    this.signIns = signIns;
    this.directory = directory;
    this.sessions = sessions;
    this.signOutHints = signOutHints;
    this.answers = answers;
    this.endings = endings;
    this.clock = clock;
  }

  /** One sign-in that came back, with all that it is about. */
  private record Returned(
      PendingSignIn pending,
      Organization organization,
      Connection connection,
      Destination destination,
      BrowserEndings.Request request) {}

  /** Ends a sign-in that this browser began. Not a transaction: the provider is asked. */
  public FinishOutcome finish(ProviderResponse response) {
    Instant now = clock.instant();
    Optional<PendingSignIn> found =
        response
            .sealed()
            .flatMap(sealedSignIns::open)
            .filter(pending -> response.state().filter(pending.state()::equals).isPresent())
            .filter(pending -> pending.isCurrent(now));
    if (found.isEmpty()) {
      return nobodys();
    }
    PendingSignIn pending = found.get();
    Optional<Organization> organization = organizations.find(pending.organizationId());
    Optional<Connection> connection =
        connections.find(pending.organizationId(), pending.connectionId());
    if (organization.isEmpty() || !spentStates.spend(pending)) {
      return nobodys();
    }
    Optional<Destination> destination = destinations.of(pending, organization.get());
    if (connection.isEmpty()) {
      return BrowserEndings.told(destination, new SignInOutcome.ConnectionNotFound());
    }
    BrowserEndings.Request request =
        new BrowserEndings.Request(connection.get(), PATH, response.traceId(), now);
    if (destination.isEmpty()) {
      return endings.told(request, Optional.empty(), Destinations.TAKEN_BACK);
    }
    Returned returned =
        new Returned(pending, organization.get(), connection.get(), destination.get(), request);
    return finished(returned, response);
  }

  private static BrowserRefused nobodys() {
    return BrowserEndings.told(Optional.empty(), NOBODYS);
  }

  private FinishOutcome finished(Returned returned, ProviderResponse response) {
    Connection connection = returned.connection();
    if (!connection.settings().enabled()) {
      return refused(returned, new SignInOutcome.ConnectionDisabled());
    }
    if (returned.pending().wouldReplace(response.session(), connection)) {
      return refused(returned, SOMEBODY_ELSE);
    }
    ProviderIdentity identity;
    try {
      identity =
          identities.of(
              connection,
              returned.pending(),
              destinations.callback(returned.organization()),
              response);
    } catch (Refusal refusal) {
      return refused(returned, refusal.outcome());
    }
    Conclusion conclusion = signIns.concluded(returned.request().caller(), connection, identity);
    return conclusion.outcome() instanceof SignInOutcome.Admitted admitted
        ? admitted(returned, identity, conclusion, admitted)
        : endings.told(returned.request(), returned.destination(), conclusion);
  }

  private BrowserRefused refused(Returned returned, SignInOutcome outcome) {
    return endings.told(returned.request(), Optional.of(returned.destination()), outcome);
  }

  private FinishOutcome admitted(
      Returned returned,
      ProviderIdentity identity,
      Conclusion conclusion,
      SignInOutcome.Admitted admitted) {
    Optional<OpenSession> session =
        sessions.open(
            new NewSession(
                admitted.user(),
                returned.connection(),
                ClaimText.name(identity.token().claims(), "sid"),
                returned.request().at()));
    if (session.isEmpty()) {
      return endings.told(
          returned.request(),
          returned.destination(),
          conclusion.endingWith(overtaken(returned.connection(), admitted.user())));
    }
    endings.admitted(returned.request(), conclusion);
    return signedIn(returned, identity, session.get());
  }

  /** Why there is no session although the person was let in a moment ago. */
  private SignInOutcome overtaken(Connection connection, User user) {
    Optional<Connection> current = connections.find(connection.organizationId(), connection.id());
    if (current.filter(now -> now.settings().enabled()).isEmpty()) {
      return new SignInOutcome.ConnectionDisabled();
    }
    return directory.user(connection, user.id()).filter(User::active).isPresent()
        ? ENDED_MEANWHILE
        : new SignInOutcome.Deactivated();
  }

  private FinishOutcome signedIn(
      Returned returned, ProviderIdentity identity, OpenSession session) {
    signOutHints.keep(session, identity.idToken());
    return new FinishOutcome.SignedIn(session, answers.location(returned.destination(), session));
  }
}
