package dev.portcullis.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import dev.portcullis.connection.Connection;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Verifies ID tokens as OIDC Core §3.1.3.7 asks, and is stricter where it leaves a choice: one
 * audience, asymmetric algorithms, and no key but those that the issuer publishes.
 */
@Component
class IdTokens {

  private final IssuerKeys issuerKeys;
  private final Clock clock;

  IdTokens(IssuerKeys issuerKeys, Clock clock) {
    this.issuerKeys = issuerKeys;
    this.clock = clock;
  }

  /** Examines a token that somebody claims to have got from the connection's provider. */
  IdTokenOutcome verify(Connection connection, String text) {
    try {
      return new IdTokenOutcome.Verified(verified(connection, text));
    } catch (Refusal refusal) {
      return new IdTokenOutcome.Refused(refusal.reason(), refusal.explanation());
    }
  }

  /**
   * Examines the token that the provider gave us for a code.
   *
   * @param nonce what the token must repeat
   * @param accessToken what came beside it, and what its {@code at_hash} must fit if it has one
   */
  IdToken verified(Connection connection, String text, String nonce, String accessToken)
      throws Refusal {
    IdToken token = verified(connection, text);
    new ClaimChecks(connection.settings(), token.claims()).nonce(nonce);
    AccessTokenHash.check(TokenForm.parsed(text).getHeader().getAlgorithm(), token, accessToken);
    return token;
  }

  private IdToken verified(Connection connection, String text) throws Refusal {
    SignedJWT jwt = TokenForm.parsed(text);
    Map<String, Object> claims = TokenForm.claims(jwt);
    ClaimChecks checks = new ClaimChecks(connection.settings(), claims);
    // A token of another issuer must not make us ask ours for a key that it cannot have.
    checks.issuer();
    checkSignature(connection, jwt);
    return checks.verified(clock.instant());
  }

  private void checkSignature(Connection connection, SignedJWT jwt) throws Refusal {
    KeyRing ring = issuerKeys.of(connection);
    ProviderKeys keys = ring.current();
    if (isSignedByOneOf(keys, jwt)) {
      return;
    }
    boolean known = !keys.candidates(jwt.getHeader()).isEmpty();
    boolean named = jwt.getHeader().getKeyID() != null;
    if (known && named) {
      throw invalidSignature();
    }
    // The provider may have rotated its keys since.
    ProviderKeys fresh = ring.otherThan(keys);
    if (isSignedByOneOf(fresh, jwt)) {
      return;
    }
    if (fresh.candidates(jwt.getHeader()).isEmpty()) {
      throw new Refusal(
          ReasonCode.UNKNOWN_KEY,
          "the provider publishes no key that fits the token's `kid` and `alg`");
    }
    throw invalidSignature();
  }

  private static Refusal invalidSignature() {
    return new Refusal(
        ReasonCode.INVALID_SIGNATURE,
        "the token is not signed by the connection's provider, or was changed since");
  }

  private static boolean isSignedByOneOf(ProviderKeys keys, SignedJWT jwt) {
    return keys.candidates(jwt.getHeader()).stream().anyMatch(key -> isSignedBy(key, jwt));
  }

  private static boolean isSignedBy(JWK key, SignedJWT jwt) {
    JWSHeader header = jwt.getHeader();
    try {
      return jwt.verify(
          new DefaultJWSVerifierFactory()
              .createJWSVerifier(header, ((AsymmetricJWK) key).toPublicKey()));
    } catch (JOSEException unfit) {
      // Such as an elliptic curve that does not belong to the algorithm.
      return false;
    }
  }
}
