package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.organization.Organizations;
import dev.portcullis.organization.PublicAddresses;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds where a provider ends its own session (OIDC RP-Initiated Logout §2). */
@Component
class ProviderSignOuts {

  private final Connections connections;
  private final Organizations organizations;
  private final PublicAddresses addresses;
  private final ProviderRegistrations registrations;
  private final ProviderClient provider;
  private final SignOutHints hints;

  ProviderSignOuts(
      Connections connections,
      Organizations organizations,
      PublicAddresses addresses,
      ProviderRegistrations registrations,
      ProviderClient provider,
      SignOutHints hints) {
    this.connections = connections;
    this.organizations = organizations;
    this.addresses = addresses;
    this.registrations = registrations;
    this.provider = provider;
    this.hints = hints;
  }

  /**
   * The address; empty where the provider cannot be asked, knows no sign-out, or would not know
   * whose: then it keeps its session.
   *
   * @param state what it gives back
   */
  Optional<String> location(OpenSession session, Optional<String> state) {
    Optional<String> hint = hints.of(session);
    return connections
        .find(session.organizationId(), session.connectionId())
        .filter(_ -> hint.isPresent())
        .flatMap(connection ->
            endpoint(connection)
                .map(endpoint ->
                    Addresses.with(endpoint, parameters(connection, hint.get(), state))));
  }

  private Optional<String> endpoint(Connection connection) {
    try {
      Optional<String> endpoint = registrations.endpoints(connection).endSession();
      return endpoint.isEmpty()
          ? endpoint
          : Optional.of(provider.allowed(endpoint.get()).toString());
    } catch (Refusal unavailable) {
      return Optional.empty();
    }
  }

  private Map<String, String> parameters(
      Connection connection, String hint, Optional<String> state) {
    String publicUrl =
        addresses
            .of(organizations.find(connection.organizationId()).orElseThrow().region())
            .toString();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("id_token_hint", hint);
    parameters.put("client_id", connection.settings().clientId());
    parameters.put("post_logout_redirect_uri", publicUrl + "/logout/return");
    state.ifPresent(text -> parameters.put("state", text));
    return parameters;
  }
}
