package dev.portcullis.organization;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sees to it at every start that the organization {@code default} and its operator exist: made at
 * the first one, the operator's secret renewed when the settings name another.
 */
@Component
public class FirstStart {

  private final Organizations organizations;
  private final ApiClients clients;
  private final SecretHashes secretHashes;
  private final Clock clock;

  FirstStart(
      Organizations organizations, ApiClients clients, SecretHashes secretHashes, Clock clock) {
    this.organizations = organizations;
    this.clients = clients;
    this.secretHashes = secretHashes;
    this.clock = clock;
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
    organizations.addClient(
        organizationId, made.clientId(), SecretHashes.ofRandom(made.clientSecret()), true);
    return Optional.of(made);
  }

  private void settle(UUID organizationId, ClientCredentials chosen) {
    Optional<ApiClient> known = clients.find(chosen.clientId());
    if (known.isEmpty()) {
      organizations.addClient(
          organizationId, chosen.clientId(), secretHashes.ofChosen(chosen.clientSecret()), true);
      note(clients.find(chosen.clientId()).orElseThrow());
    } else if (!known.get().organizationId().equals(organizationId)) {
      throw new IllegalArgumentException(
          "PORTCULLIS_CLIENT_ID names a client of another organization; choose another id");
    } else {
      takeOver(known.get(), chosen.clientSecret());
    }
  }

  /**
   * A secret that was taken over before is not taken over again: it may have been rotated since,
   * because somebody else knew it.
   */
  private void takeOver(ApiClient known, String secret) {
    Optional<String> before = clients.configuredHash(known);
    if (secretHashes.matches(secret, before.orElse(known.secretHash()))) {
      if (before.isEmpty()) {
        note(known);
      }
    } else {
      ApiClient changed =
          known.withSecret(secretHashes.ofChosen(secret), Duration.ZERO, clock.instant());
      clients.update(changed);
      note(changed);
    }
  }

  private void note(ApiClient client) {
    clients.noteConfigured(client, client.secretHash());
  }
}
