package dev.portcullis.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;

/**
 * The doorway for browsers that want to sign in: from an application, by the direct URL, or from a
 * tile in the provider's dashboard (OIDC Core §4).
 */
@Component
public class SignInStarts {

  private final SignInEntries entries;
  private final Destinations destinations;
  private final ProviderRegistrations registrations;
  private final Replacements replacements;
  private final SealedSignIns sealedSignIns;
  private final BrowserEndings endings;
  private final Clock clock;

  SignInStarts(
      SignInEntries entries,
      Destinations destinations,
      ProviderRegistrations registrations,
      Replacements replacements,
      SealedSignIns sealedSignIns,
      BrowserEndings endings,
      Clock clock) {
    this.entries = entries;
    this.destinations = destinations;
    this.registrations = registrations;
    this.replacements = replacements;
    this.sealedSignIns = sealedSignIns;
    this.endings = endings;
    this.clock = clock;
  }

  /** Begins a sign-in, or says why not. Not a transaction: the provider may have to be asked. */
  public StartOutcome start(SignInRequest request) {
    Instant now = clock.instant();
    SignInEntry entry;
    try {
      entry = entries.of(request);
    } catch (Refusal refusal) {
      // Nobody's sign-in, so in nobody's record.
      return BrowserEndings.told(Optional.empty(), refusal.outcome());
    }
    BrowserEndings.Request asked =
        new BrowserEndings.Request(entry.connection(), "/authorize", request.traceId(), now);
    try {
      return started(asked, entry, destinations.of(entry, request), request);
    } catch (Refusal refusal) {
      return endings.told(asked, Optional.empty(), refusal.outcome());
    }
  }

  private StartOutcome started(
      BrowserEndings.Request asked,
      SignInEntry entry,
      Destination destination,
      SignInRequest request) {
    if (!entry.connection().settings().enabled()) {
      return endings.told(asked, Optional.of(destination), new SignInOutcome.ConnectionDisabled());
    }
    try {
      Destination wanted = WantedAnswers.of(entry, destination, request);
      Optional<OpenSession> unasked = unasked(entry, request, asked.at());
      return unasked.isPresent()
          ? question(entry, unasked.get(), asked.at())
          : toProvider(entry, wanted, request, asked.at());
    } catch (Refusal refusal) {
      return endings.told(asked, Optional.of(destination), refusal.outcome());
    }
  }

  /** The session that this sign-in would replace and whose person has not said so. */
  private Optional<OpenSession> unasked(SignInEntry entry, SignInRequest request, Instant now) {
    Optional<String> consent = request.parameter(SignInRequest.CONSENT);
    return Replacements.threatened(request.session(), entry.connection())
        .filter(session -> !replacements.isConsented(session, entry.connection(), consent, now));
  }

  private StartOutcome question(SignInEntry entry, OpenSession session, Instant now) {
    return new StartOutcome.Question(
        entry.connection().name(), replacements.consent(session, entry.connection(), now));
  }

  private StartOutcome toProvider(
      SignInEntry entry, Destination destination, SignInRequest request, Instant now)
      throws Refusal {
    ClientRegistration provider =
        registrations.of(entry.connection(), destinations.callback(entry.organization()));
    PendingSignIn pending =
        PendingSignIn.started(entry.connection(), destination, request.session(), now);
    return new StartOutcome.ToProvider(
        AuthorizationRequests.of(provider, pending, request.parameter("login_hint"))
            .getAuthorizationRequestUri(),
        pending.state(),
        sealedSignIns.seal(pending));
  }
}
