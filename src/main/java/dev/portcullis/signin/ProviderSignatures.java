package dev.portcullis.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import dev.portcullis.connection.Connection;
import org.springframework.stereotype.Component;

/** Checks that a token is signed by a key that the connection's issuer publishes. */
@Component
class ProviderSignatures {

  private final IssuerKeys issuerKeys;

  ProviderSignatures(IssuerKeys issuerKeys) {
    this.issuerKeys = issuerKeys;
  }

  void check(Connection connection, SignedJWT jwt) throws Refusal {
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
