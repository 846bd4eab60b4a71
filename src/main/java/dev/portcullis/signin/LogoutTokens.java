package dev.portcullis.signin;

import com.nimbusds.jwt.SignedJWT;
import dev.portcullis.connection.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Verifies logout tokens as OIDC Back-Channel Logout §2.6 asks, and that they are fresh. */
@Component
class LogoutTokens {

  /** How old a logout token may be, and so how long its {@code jti} is remembered. */
  static final Duration MAX_AGE = Duration.ofMinutes(10);

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private final ProviderSignatures signatures;
  private final Clock clock;

  LogoutTokens(ProviderSignatures signatures, Clock clock) {
    this.signatures = signatures;
    this.clock = clock;
  }

  LogoutToken verified(Connection connection, String text) throws Refusal {
    SignedJWT jwt = TokenForm.parsed(text, TokenKind.LOGOUT);
    Map<String, Object> claims = TokenForm.claims(jwt, TokenKind.LOGOUT);
    ClaimChecks checks = new ClaimChecks(connection.settings(), claims);
    checks.issuer();
    signatures.check(connection, jwt);
    checks.audience(connection.settings().clientId());
    event(claims);
    Instant issuedAt = checks.issuedBetween(MAX_AGE, clock.instant());
    checks.notExpired(clock.instant());
    return new LogoutToken(
        subject(checks, claims),
        providerSession(claims),
        checks.tokenId(),
        issuedAt.plus(MAX_AGE).plus(IssuerBounds.CLOCK_SKEW.multipliedBy(2)));
  }

  private static void event(Map<String, Object> claims) throws Refusal {
    boolean logout =
        claims.get("events") instanceof Map<?, ?> events && events.get(EVENT) instanceof Map<?, ?>;
    // A nonce would let a logout token pass for an ID token elsewhere (§2.4).
    if (!logout || claims.containsKey("nonce")) {
      throw TokenKind.LOGOUT.wrongType();
    }
    if (!claims.containsKey("sub") && !claims.containsKey("sid")) {
      throw ClaimChecks.missing("sub` or `sid");
    }
  }

  private static Optional<String> subject(ClaimChecks checks, Map<String, Object> claims)
      throws Refusal {
    return claims.containsKey("sub") ? Optional.of(checks.subject()) : Optional.empty();
  }

  private static Optional<String> providerSession(Map<String, Object> claims) throws Refusal {
    if (!claims.containsKey("sid")) {
      return Optional.empty();
    }
    Optional<String> sid = ClaimText.name(claims, "sid");
    if (sid.isEmpty()) {
      throw ClaimChecks.invalid("sid", "must be a text of 1 to 256 characters");
    }
    return sid;
  }
}
