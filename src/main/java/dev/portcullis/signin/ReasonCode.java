package dev.portcullis.signin;

import java.util.Locale;

/**
 * Why an ID token or a sign-in is refused. On the wire in lower case, such as {@code
 * wrong_audience}.
 */
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
  /** What userinfo says is of another person than the token. */
  WRONG_USERINFO_SUBJECT,
  /** Its {@code nonce} is not the one that this sign-in sent. */
  WRONG_NONCE,
  /** Its {@code at_hash} is not that of the access token beside it. */
  WRONG_ACCESS_TOKEN_HASH,
  /** The provider's answer to the browser is not the connection's issuer's (RFC 9207). */
  WRONG_RESPONSE_ISSUER,
  /** The provider let the person not through. */
  PROVIDER_REFUSED,
  /** The provider could not sign the person in, or answered without a code. */
  PROVIDER_FAILED,
  /** The provider does not redeem the code that it gave. */
  CODE_REFUSED,
  /** The connection's issuer or client was changed while the person was at the provider. */
  CONNECTION_CHANGED,
  /** The provider does not offer PKCE with S256. */
  PKCE_NOT_OFFERED,
  /** No application of that client id is registered. */
  UNKNOWN_APPLICATION,
  /** There is no such connection. */
  UNKNOWN_CONNECTION,
  /** The application has not registered that address. */
  UNKNOWN_REDIRECT_URI,
  /** The application, or the address that was asked, belongs to the other region. */
  WRONG_REGION,
  /** This browser did not start that sign-in, or has finished it, or it is too old. */
  UNKNOWN_SIGN_IN,
  /** Somebody else has signed in in this browser since. */
  ANOTHER_SESSION,
  /** The person's sessions were ended while they signed in. */
  ENDED_MEANWHILE,
  /** Whoever starts the sign-in takes another issuer for the connection's. */
  WRONG_INITIATING_ISSUER,
  /** {@code target_link_uri} is not registered. */
  UNKNOWN_TARGET,
  /** A parameter cannot be what it is. */
  INVALID_REQUEST,
  /** {@code response_type} is neither {@code code} nor {@code token}. */
  UNSUPPORTED_RESPONSE_TYPE,
  /** A code is asked for without a challenge of method S256. */
  PKCE_REQUIRED,
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
