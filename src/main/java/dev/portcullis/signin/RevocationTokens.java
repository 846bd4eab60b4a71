package dev.portcullis.signin;

import com.nimbusds.jwt.SignedJWT;
import dev.portcullis.connection.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Verifies the tokens by which a provider shows that a request for global token revocation is its
 * own. The audience must be the endpoint's address and nothing else: every member holds tokens for
 * the client id, and must not end other people's sessions with them.
 */
@Component
class RevocationTokens {

  /** How far ahead a token may expire, and so how long its {@code jti} is remembered. */
  static final Duration MAX_LIFETIME = Duration.ofHours(1);

  private final ProviderSignatures signatures;
  private final Clock clock;

  RevocationTokens(ProviderSignatures signatures, Clock clock) {
    this.signatures = signatures;
    this.clock = clock;
  }

  /**
   * @param endpoint the address that the token must be for
   */
  RevocationToken verified(Connection connection, String endpoint, String text) throws Refusal {
    SignedJWT jwt = TokenForm.parsed(text, TokenKind.REVOCATION);
    Map<String, Object> claims = TokenForm.claims(jwt, TokenKind.REVOCATION);
    ClaimChecks checks = new ClaimChecks(connection.settings(), claims);
    checks.issuer();
    signatures.check(connection, jwt);
    checks.audience(endpoint);
    Instant now = clock.instant();
    checks.issuedBetween(MAX_LIFETIME, now);
    Instant expiry = checks.notExpired(now).orElseThrow(() -> ClaimChecks.missing("exp"));
    if (expiry.isAfter(now.plus(MAX_LIFETIME).plus(IssuerBounds.CLOCK_SKEW))) {
      throw ClaimChecks.invalid("exp", "must lie at most an hour ahead");
    }
    return new RevocationToken(
        checks.tokenId(), expiry.plus(IssuerBounds.CLOCK_SKEW.multipliedBy(2)));
  }
}
