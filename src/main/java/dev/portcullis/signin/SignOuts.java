package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.organization.MasterKey;
import dev.portcullis.organization.Organizations;
import dev.portcullis.organization.PortalApplications;
import dev.portcullis.organization.PublicAddresses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final PortalApplications applications;
  private final Connections connections;
  private final Organizations organizations;
  private final PublicAddresses addresses;
  private final ProviderRegistrations registrations;
  private final ProviderClient provider;
  private final SignOutHints hints;
  private final MasterKey masterKey;
  private final JsonMapper json;
  private final Clock clock;

  SignOuts(
      PortalApplications applications,
      Connections connections,
      Organizations organizations,
      PublicAddresses addresses,
      ProviderRegistrations registrations,
      ProviderClient provider,
      SignOutHints hints,
      MasterKey masterKey,
      JsonMapper json,
      Clock clock) {
    this.applications = applications;
    this.connections = connections;
    this.organizations = organizations;
    this.addresses = addresses;
    this.registrations = registrations;
    this.provider = provider;
    this.hints = hints;
    this.masterKey = masterKey;
    this.json = json;
    this.clock = clock;
  }

  /** An application's registered address, as it travels through the provider. */
  record Return(String clientId, String uri, Optional<String> state, long until) {

    String location() {
      return state
          .map(text -> Addresses.with(uri, Map.of("state", text)))
          .orElse(uri);
    }
  }

  /**
   * Says where to go; the caller then ends the session. Not a transaction: the provider may have to
   * be asked.
   */
  public SignOutOutcome signOut(SignOutRequest request) {
    Optional<Return> to = Optional.empty();
    if (request.returnTo().isPresent()) {
      to = registered(request);
      if (to.isEmpty()) {
        return new SignOutOutcome.Refused(BrowserRefusal.of(UNREGISTERED));
      }
    }
    Optional<Return> back = to;
    return request
        .session()
        .flatMap(session -> throughProvider(session, back))
        .or(() -> back.map(Return::location))
        .<SignOutOutcome>map(SignOutOutcome.To::new)
        .orElseGet(SignOutOutcome.Page::new);
  }

  private static final SignInOutcome.Refused UNREGISTERED =
      new SignInOutcome.Refused(
          ReasonCode.UNKNOWN_REDIRECT_URI,
          "`post_logout_redirect_uri` must be one of the `postLogoutRedirectUris` of the application"
              + " `client_id`, character for character");

  private Optional<Return> registered(SignOutRequest request) {
    long until = clock.instant().plus(LIFETIME).toEpochMilli();
    return request
        .clientId()
        .map(clientId ->
            new Return(
                clientId, request.returnTo().orElseThrow(), request.state(), until))
        .filter(this::isRegistered);
  }

  private boolean isRegistered(Return to) {
    return applications
        .registered(to.clientId())
        .filter(application -> application.settings().postLogoutRedirectUris().contains(to.uri()))
        .isPresent();
  }

  /** A provider that cannot be asked, or that knows no sign-out, keeps its session. */
  private Optional<String> throughProvider(OpenSession session, Optional<Return> back) {
    Optional<Connection> connection =
        connections.find(session.organizationId(), session.connectionId());
    Optional<String> hint = hints.of(session);
    if (connection.isEmpty() || hint.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<String> endpoint = registrations.endpoints(connection.get()).endSession();
      if (endpoint.isEmpty()) {
        return Optional.empty();
      }
      String checked = provider.allowed(endpoint.get()).toString();
      return Optional.of(
          Addresses.with(checked, parameters(connection.get(), hint.get(), back)));
    } catch (Refusal unavailable) {
      return Optional.empty();
    }
  }

  private Map<String, String> parameters(
      Connection connection, String hint, Optional<Return> back) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("id_token_hint", hint);
    parameters.put("client_id", connection.settings().clientId());
    parameters.put("post_logout_redirect_uri", publicUrl(connection) + "/logout/return");
    back.ifPresent(to ->
        parameters.put("state", masterKey.seal(PURPOSE, json.writeValueAsString(to))));
    return parameters;
  }

  private String publicUrl(Connection connection) {
    return addresses
        .of(organizations.find(connection.organizationId()).orElseThrow().region())
        .toString();
  }

  /** Where a browser goes that the provider sent back after a sign-out; empty for our own page. */
  public Optional<String> returned(Optional<String> state) {
    Instant now = clock.instant();
    return state
        .flatMap(sealed -> masterKey.opened(PURPOSE, sealed))
        .map(text -> json.readValue(text, Return.class))
        .filter(to -> now.isBefore(Instant.ofEpochMilli(to.until())))
        .filter(this::isRegistered)
        .map(Return::location);
  }
}
