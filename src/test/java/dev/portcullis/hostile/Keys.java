package dev.portcullis.hostile;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.JWKGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** Keys of all cases; made once, because that takes long. */
final class Keys {

  /** What a good provider signs with. */
  static final RSAKey GOOD = rsa("key-1");

  /** Somebody else's key, under the same id. */
  static final RSAKey STRANGER = rsa("key-1");

  /** The good provider's next key. */
  static final RSAKey NEXT = rsa("key-2");

  static final ECKey P256 = ec(Curve.P_256, "p256");
  static final ECKey P384 = ec(Curve.P_384, "p384");
  static final ECKey P521 = ec(Curve.P_521, "p521");

  private Keys() {}

  static RSAKey rsa(String id) {
    return made(new RSAKeyGenerator(2048).keyID(id));
  }

  static RSAKey weak() {
    return made(new RSAKeyGenerator(1024, true).keyID("key-1"));
  }

  /** The good key, published for encryption only. */
  static RSAKey forEncryption() {
    return new RSAKey.Builder(GOOD).keyUse(KeyUse.ENCRYPTION).build();
  }

  private static RSAKey made(JWKGenerator<RSAKey> generator) {
    try {
      return generator.generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey ec(Curve curve, String id) {
    try {
      return new ECKeyGenerator(curve).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
