package dev.portcullis.signin;

import dev.portcullis.connection.ConnectionSettings;
import java.time.Duration;
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
          ReasonCode.WRONG_NONCE,
          "the token's `nonce` is not the one that was sent; sign in again");
    }
  }

  IdToken verified(Instant now) throws Refusal {
    issuer();
    audience(settings.clientId());
    authorizedParty();
    Instant expiry = time("exp").orElseThrow(() -> missing("exp"));
    Instant issuedAt = time("iat").orElseThrow(() -> missing("iat"));
    if (!now.minus(IssuerBounds.CLOCK_SKEW).isBefore(expiry)) {
      throw new Refusal(ReasonCode.EXPIRED, "the token has expired; sign in again");
    }
    notInFuture(issuedAt, now);
    return new IdToken(subject(), issuedAt, claims);
  }

  /** The one audience must be us, by the name that this kind of token has for us. */
  void audience(String expected) throws Refusal {
    Object audience = claims.get("aud");
    if (!expected.equals(audience) && !List.of(expected).equals(audience)) {
      throw new Refusal(
          ReasonCode.WRONG_AUDIENCE,
          expected.equals(settings.clientId())
              ? "the token's `aud` must be the connection's client id and nothing else"
              : "the token's `aud` must be the address of this endpoint and nothing else");
    }
  }

  /** When the token was issued, which must be neither long ago nor in the future. */
  Instant issuedBetween(Duration maxAge, Instant now) throws Refusal {
    Instant issuedAt = time("iat").orElseThrow(() -> missing("iat"));
    if (issuedAt.isBefore(now.minus(maxAge).minus(IssuerBounds.CLOCK_SKEW))) {
      throw new Refusal(ReasonCode.EXPIRED, "the token was issued too long ago; send a new one");
    }
    notInFuture(issuedAt, now);
    return issuedAt;
  }

  /** When the token expires, if it says, which must not have been. */
  Optional<Instant> notExpired(Instant now) throws Refusal {
    Optional<Instant> expiry = time("exp");
    if (expiry.filter(at -> !now.minus(IssuerBounds.CLOCK_SKEW).isBefore(at)).isPresent()) {
      throw new Refusal(ReasonCode.EXPIRED, "the token has expired; send a new one");
    }
    return expiry;
  }

  private void notInFuture(Instant issuedAt, Instant now) throws Refusal {
    Instant soon = now.plus(IssuerBounds.CLOCK_SKEW);
    if (issuedAt.isAfter(soon) || time("nbf").filter(soon::isBefore).isPresent()) {
      throw new Refusal(
          ReasonCode.ISSUED_IN_FUTURE,
          "the token is issued more than %d seconds ahead of this server's clock; set the clocks"
              .formatted(IssuerBounds.CLOCK_SKEW.toSeconds()));
    }
  }

  /** The token's own id, by which it counts only once. */
  String tokenId() throws Refusal {
    if (!claims.containsKey("jti")) {
      throw missing("jti");
    }
    return ClaimText.name(claims, "jti")
        .orElseThrow(() -> invalid("jti", "must be a text of 1 to 256 characters"));
  }

  private void authorizedParty() throws Refusal {
    if (claims.containsKey("azp") && !settings.clientId().equals(claims.get("azp"))) {
      throw new Refusal(
          ReasonCode.WRONG_AUTHORIZED_PARTY, "the token's `azp` is not the connection's client id");
    }
  }

  /** The provider's id of the person. */
  String subject() throws Refusal {
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

  static Refusal missing(String claim) {
    return new Refusal(ReasonCode.MISSING_CLAIM, "the token has no `" + claim + "`");
  }

  static Refusal invalid(String claim, String problem) {
    return new Refusal(ReasonCode.INVALID_CLAIM, "the token's `" + claim + "` " + problem);
  }
}
