package dev.portcullis.signin;

import dev.portcullis.organization.MasterKey;
import dev.portcullis.organization.PortalApplications;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The doorway for people who sign out: of us, then of the provider where it offers that, then back
 * to the application's registered address.
 */
@Component
public class SignOuts {

  private static final String PURPOSE = "sign-out under way";

  /** How long a person may take at the provider. */
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final SignInOutcome.Refused UNREGISTERED =
      new SignInOutcome.Refused(
          ReasonCode.UNKNOWN_REDIRECT_URI,
          "`post_logout_redirect_uri` must be one of the `postLogoutRedirectUris` of the application"
              + " `client_id`, character for character");

  private final PortalApplications applications;
  private final ProviderSignOuts provider;
  private final MasterKey masterKey;
  private final JsonMapper json;
  private final Clock clock;

  SignOuts(
      PortalApplications applications,
      ProviderSignOuts provider,
      MasterKey masterKey,
      JsonMapper json,
      Clock clock) {
    this.applications = applications;
    this.provider = provider;
    this.masterKey = masterKey;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Says where to go; unless that is refused, the caller then ends the session. Not a transaction:
   * the provider may have to be asked.
   */
  public SignOutOutcome signOut(SignOutRequest request) {
    Optional<SignOutReturn> back = registered(request);
    if (request.returnTo().isPresent() && back.isEmpty()) {
      return new SignOutOutcome.Refused(BrowserRefusal.of(UNREGISTERED));
    }
    Optional<String> state = back.map(to -> masterKey.seal(PURPOSE, json.writeValueAsString(to)));
    return request
        .session()
        .flatMap(session -> provider.location(session, state))
        .or(() -> back.map(SignOutReturn::location))
        .<SignOutOutcome>map(SignOutOutcome.To::new)
        .orElseGet(SignOutOutcome.Page::new);
  }

  private Optional<SignOutReturn> registered(SignOutRequest request) {
    long until = clock.instant().plus(LIFETIME).toEpochMilli();
    return request
        .returnTo()
        .flatMap(uri ->
            request
                .clientId()
                .map(clientId -> new SignOutReturn(clientId, uri, request.state(), until)))
        .filter(this::isRegistered);
  }

  private boolean isRegistered(SignOutReturn to) {
    return applications
        .registered(to.clientId())
        .filter(application -> application.settings().postLogoutRedirectUris().contains(to.uri()))
        .isPresent();
  }

  /** Where a browser goes that the provider sent back after a sign-out; empty for our own page. */
  public Optional<String> returned(Optional<String> state) {
    Instant now = clock.instant();
    return state
        .flatMap(sealed -> masterKey.opened(PURPOSE, sealed))
        .map(text -> json.readValue(text, SignOutReturn.class))
        .filter(to -> now.isBefore(Instant.ofEpochMilli(to.until())))
        .filter(this::isRegistered)
        .map(SignOutReturn::location);
  }
}
