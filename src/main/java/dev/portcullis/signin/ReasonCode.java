package dev.portcullis.signin;

import java.util.Locale;

/** Why an ID token is refused. On the wire in lower case, such as {@code wrong_audience}. */
public enum ReasonCode {
  /** It is not a signed JWT in compact form, or is too long. */
  MALFORMED_TOKEN,
  /** It is another kind of token, such as an access or logout token. */
  WRONG_TOKEN_TYPE,
  /** Its algorithm is none, an HMAC, or otherwise not on the list. */
  ALGORITHM_NOT_ALLOWED,
  /** The provider has no key of its key id. */
  UNKNOWN_KEY,
  /** No key of the provider has signed it. */
  INVALID_SIGNATURE,
  /** Its {@code iss} is not the connection's issuer, character for character. */
  WRONG_ISSUER,
  /** Its {@code aud} is not the connection's client id and nothing else. */
  WRONG_AUDIENCE,
  /** Its {@code azp} is another client. */
  WRONG_AUTHORIZED_PARTY,
  /** It has expired. */
  EXPIRED,
  /** It is issued or valid only in the future. */
  ISSUED_IN_FUTURE,
  /** A claim that must be there is not. */
  MISSING_CLAIM,
  /** A claim is there and cannot be what it should be. */
  INVALID_CLAIM,
  /** The same token was accepted before, and it counts once. */
  REPLAYED,
  /** The provider cannot be reached or answers with an error. */
  ISSUER_UNREACHABLE(true),
  /** The provider does not answer in time. */
  ISSUER_TIMEOUT(true),
  /** The provider's name leads to an address that is not on the public internet. */
  ISSUER_ADDRESS_REFUSED,
  /** The provider answers with a redirect, which is not followed. */
  ISSUER_REDIRECTS,
  /** The provider's answer is too large. */
  ISSUER_RESPONSE_TOO_LARGE,
  /** The provider's answer is not what it should be. */
  ISSUER_RESPONSE_MALFORMED,
  /** The discovery document names another issuer than the connection. */
  ISSUER_MISMATCH,
  /** The provider publishes no key that could have signed an ID token. */
  ISSUER_KEYS_UNUSABLE;

  private final boolean outage;

  ReasonCode() {
    this(false);
  }

  ReasonCode(boolean outage) {
    this.outage = outage;
  }

  /** Whether the same token may be accepted later, when the provider answers again. */
  public boolean isOutage() {
    return outage;
  }

  /** The name in replies and in the activity log. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
