package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.Organizations;
import dev.portcullis.organization.PublicAddresses;
import dev.portcullis.organization.Region;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks whether a connection can work, before somebody finds out at the door. */
@Component
public class IssuerCheck {

  private final Connections connections;
  private final Organizations organizations;
  private final PublicAddresses addresses;
  private final Discovery discovery;

  IssuerCheck(
      Connections connections,
      Organizations organizations,
      PublicAddresses addresses,
      Discovery discovery) {
    this.connections = connections;
    this.organizations = organizations;
    this.addresses = addresses;
    this.discovery = discovery;
  }

  /**
   * Asks the connection's provider now, and judges its answers; empty if there is no such
   * connection. A provider that does not answer is a finding, not an error.
   */
  public Optional<List<Finding>> run(Caller caller, String connectionName) {
    return connections.named(caller.organizationId(), connectionName).map(this::findings);
  }

  private List<Finding> findings(Connection connection) {
    List<Finding> findings = new ArrayList<>(providerFindings(connection.settings().issuer()));
    Region region = organizations.find(connection.organizationId()).orElseThrow().region();
    findings.add(redirectUri(region));
    findings.add(region(region));
    return List.copyOf(findings);
  }

  private List<Finding> providerFindings(String issuer) {
    try {
      ProviderMetadata metadata = discovery.metadata(issuer);
      return List.of(
          new Finding("discovery", true, ProviderMetadata.address(issuer) + " answers", ""),
          ProviderFindings.issuer(metadata, issuer),
          keys(metadata),
          ProviderFindings.codeFlow(metadata),
          ProviderFindings.pkce(metadata));
    } catch (Refusal refusal) {
      return List.of(
          new Finding(
              "discovery",
              false,
              refusal.reason().wireName() + ": " + refusal.explanation(),
              "see to it that %s answers, or correct `issuer`"
                  .formatted(ProviderMetadata.address(issuer))));
    }
  }

  private Finding keys(ProviderMetadata metadata) {
    try {
      int usable = discovery.keys(metadata).keys().size();
      return new Finding("keys", true, usable + " keys can sign ID tokens", "");
    } catch (Refusal refusal) {
      return new Finding(
          "keys",
          false,
          refusal.reason().wireName() + ": " + refusal.explanation(),
          "let the provider publish its signing keys at its `jwks_uri`");
    }
  }

  private Finding redirectUri(Region region) {
    String redirectUri = addresses.of(region) + "/login/callback";
    return isSafe(addresses.of(region))
        ? new Finding(
            "redirect-uri", true, redirectUri, "register exactly this as the sign-in redirect URI")
        : new Finding(
            "redirect-uri",
            false,
            redirectUri + " is neither https nor on loopback",
            "set PORTCULLIS_PUBLIC_URL to the https address that browsers use");
  }

  private static boolean isSafe(URI address) {
    return "https".equals(address.getScheme())
        || List.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
  }

  private Finding region(Region region) {
    Region other = region == Region.EU ? Region.US : Region.EU;
    boolean shared = addresses.of(region).equals(addresses.of(other));
    String detail =
        "the organization's region is `%s`, at %s"
            .formatted(region.wireName(), addresses.of(region));
    String fix =
        shared
            ? ""
            : "use this address everywhere; %s belongs to the other region"
                .formatted(addresses.of(other));
    return new Finding("region", true, detail, fix);
  }
}
