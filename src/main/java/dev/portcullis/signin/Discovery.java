package dev.portcullis.signin;

import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds a provider's metadata and keys from nothing but its issuer (OIDC Discovery §4). */
@Component
class Discovery {

  private final ProviderClient provider;
  private final Clock clock;

  Discovery(ProviderClient provider, Clock clock) {
    this.provider = provider;
    this.clock = clock;
  }

  /** The discovery document as it stands there, whichever issuer it names. */
  ProviderMetadata metadata(String issuer) throws Refusal {
    return ProviderMetadata.of(provider.get(ProviderMetadata.address(issuer)).json());
  }

  /** The keys of an issuer, whose discovery document must name that very issuer. */
  ProviderKeys keys(String issuer) throws Refusal {
    return keys(metadata(issuer).of(issuer));
  }

  ProviderKeys keys(ProviderMetadata metadata) throws Refusal {
    ProviderReply reply = provider.get(metadata.jwksUri());
    List<JWK> usable = ProviderKeys.usable(reply.json());
    Duration lifetime = reply.maxAge().map(Discovery::bounded).orElse(IssuerBounds.KEYS_LIFETIME);
    return new ProviderKeys(metadata, usable, clock.instant().plus(lifetime));
  }

  private static Duration bounded(Duration maxAge) {
    if (maxAge.compareTo(IssuerBounds.MIN_KEYS_LIFETIME) < 0) {
      return IssuerBounds.MIN_KEYS_LIFETIME;
    }
    return maxAge.compareTo(IssuerBounds.KEYS_LIFETIME) > 0 ? IssuerBounds.KEYS_LIFETIME : maxAge;
  }
}
