package dev.portcullis.signin;

import dev.portcullis.connection.ConnectionSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Examines the claims of one token, as a pure function of them and the time. */
final class ClaimChecks {

  /** OIDC Core §2 gives {@code sub} 255 ASCII characters. */
  private static final int MAX_SUBJECT = 255;

  /** The end of the year 9999, beyond which no token can mean what it says. */
  private static final double LATEST = 253_402_300_799d;

  private final ConnectionSettings settings;
  private final Map<String, Object> claims;

  ClaimChecks(ConnectionSettings settings, Map<String, Object> claims) {
    this.settings = settings;
    this.claims = claims;
  }

  void issuer() throws Refusal {
    if (!settings.issuer().equals(claims.get("iss"))) {
      throw new Refusal(
          ReasonCode.WRONG_ISSUER,
          "the token's `iss` is not the connection's issuer, character for character");
    }
  }

  /** The token must answer this very request (OIDC Core §3.1.3.7, step 11). */
  void nonce(String expected) throws Refusal {
    if (!expected.equals(claims.get("nonce"))) {
      throw new Refusal(
          ReasonCode.WRONG_NONCE, "the token's `nonce` is not the one that was sent; sign in again");
    }
  }

  IdToken verified(Instant now) throws Refusal {
    issuer();
    audience();
    authorizedParty();
    Instant expiry = time("exp").orElseThrow(() -> missing("exp"));
    Instant issuedAt = time("iat").orElseThrow(() -> missing("iat"));
    Optional<Instant> notBefore = time("nbf");
    Instant soon = now.plus(IssuerBounds.CLOCK_SKEW);
    if (!now.minus(IssuerBounds.CLOCK_SKEW).isBefore(expiry)) {
      throw new Refusal(ReasonCode.EXPIRED, "the token has expired; sign in again");
    }
    if (issuedAt.isAfter(soon) || notBefore.filter(soon::isBefore).isPresent()) {
      throw new Refusal(
          ReasonCode.ISSUED_IN_FUTURE,
          "the token is issued more than %d seconds ahead of this server's clock; set the clocks"
              .formatted(IssuerBounds.CLOCK_SKEW.toSeconds()));
    }
    return new IdToken(subject(), issuedAt, claims);
  }

  private void audience() throws Refusal {
    Object audience = claims.get("aud");
    boolean ours =
        settings.clientId().equals(audience) || List.of(settings.clientId()).equals(audience);
    if (!ours) {
      throw new Refusal(
          ReasonCode.WRONG_AUDIENCE,
          "the token's `aud` must be the connection's client id and nothing else");
    }
  }

  private void authorizedParty() throws Refusal {
    if (claims.containsKey("azp") && !settings.clientId().equals(claims.get("azp"))) {
      throw new Refusal(
          ReasonCode.WRONG_AUTHORIZED_PARTY, "the token's `azp` is not the connection's client id");
    }
  }

  private String subject() throws Refusal {
    if (!claims.containsKey("sub")) {
      throw missing("sub");
    }
    if (claims.get("sub") instanceof String subject
        && !subject.isBlank()
        && subject.length() <= MAX_SUBJECT
        && ClaimText.isPlain(subject)) {
      return subject;
    }
    throw invalid("sub", "must be a text of 1 to " + MAX_SUBJECT + " characters");
  }

  /** A time (RFC 7519 §2, NumericDate), cut to the second. */
  private Optional<Instant> time(String name) throws Refusal {
    if (!claims.containsKey(name)) {
      return Optional.empty();
    }
    if (claims.get(name) instanceof Number number
        && number.doubleValue() >= 0
        && number.doubleValue() <= LATEST) {
      return Optional.of(Instant.ofEpochSecond(number.longValue()));
    }
    throw invalid(name, "must be a number of seconds since 1970");
  }

  private static Refusal missing(String claim) {
    return new Refusal(ReasonCode.MISSING_CLAIM, "the token has no `" + claim + "`");
  }

  private static Refusal invalid(String claim, String problem) {
    return new Refusal(ReasonCode.INVALID_CLAIM, "the token's `" + claim + "` " + problem);
  }
}
