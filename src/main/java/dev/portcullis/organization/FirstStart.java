package dev.portcullis.organization;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Sees to it at every start that the organization {@code default} and its operator exist: made at
 * the first one, the operator's secret renewed when the settings name another.
 */
@Component
public class FirstStart {

  private final Organizations organizations;
  private final ApiClients clients;
  private final PasswordEncoder secretHashes;

  FirstStart(Organizations organizations, ApiClients clients, PasswordEncoder secretHashes) {
    this.organizations = organizations;
    this.clients = clients;
    this.secretHashes = secretHashes;
  }

  /**
   * Makes what is missing.
   *
   * @param chosen the operator's credentials, where the settings name them
   * @return credentials that were made up just now, which must be shown to the operator, for
   *     nothing keeps them
   * @throws IllegalArgumentException if the chosen client id is another organization's
   */
  @OneTransaction
  public Optional<ClientCredentials> run(Region region, Optional<ClientCredentials> chosen) {
    UUID organizationId =
        organizations
            .named(Organizations.FIRST)
            .orElseGet(() -> organizations.first(Organizations.FIRST, region))
            .id();
    if (chosen.isPresent()) {
      settle(organizationId, chosen.get());
      return Optional.empty();
    }
    if (clients.operatorOf(organizationId).isPresent()) {
      return Optional.empty();
    }
    ClientCredentials made = ClientCredentials.random();
    organizations.addClient(organizationId, made, true);
    return Optional.of(made);
  }

  private void settle(UUID organizationId, ClientCredentials chosen) {
    Optional<ApiClient> known = clients.find(chosen.clientId());
    if (known.isEmpty()) {
      organizations.addClient(organizationId, chosen, true);
    } else if (!known.get().organizationId().equals(organizationId)) {
      throw new IllegalArgumentException(
          "PORTCULLIS_CLIENT_ID names a client of another organization; choose another id");
    } else if (!secretHashes.matches(chosen.clientSecret(), known.get().secretHash())) {
      clients.changeSecret(known.get(), secretHashes.encode(chosen.clientSecret()));
    }
  }
}
