package dev.portcullis.organization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The RSA key that signs this deployment's access tokens. It is made at the first start, lies in
 * the database sealed under the master key, and is the same on every node.
 */
@Component
public class SigningKeys {

  private static final int GENERATION = 1;
  private static final int KEY_BITS = 2048;
  private static final String PURPOSE = "signing key";

  private final JdbcClient jdbc;
  private final MasterKey masterKey;
  private final RSAKey current;

  SigningKeys(JdbcClient jdbc, MasterKey masterKey, Clock clock) {
    this.jdbc = jdbc;
    this.masterKey = masterKey;
    this.current = stored().orElseGet(() -> made(clock));
  }

  /** The key pair that signs now. */
  RSAKey current() {
    return current;
  }

  /** The public halves of all keys whose tokens are still accepted (RFC 7517). */
  public JWKSet publicKeys() {
    return new JWKSet(current.toPublicJWK());
  }

  private Optional<RSAKey> stored() {
    return jdbc
        .sql("select sealed_key from signing_keys order by generation desc")
        .query((row, _) -> row.getString("sealed_key"))
        .stream()
        .findFirst()
        .map(sealed -> parsed(masterKey.open(PURPOSE, sealed)));
  }

  private RSAKey made(Clock clock) {
    try {
      RSAKey key = new RSAKeyGenerator(KEY_BITS).keyIDFromThumbprint(true).generate();
      jdbc.sql(
              """
              insert into signing_keys (generation, key_id, sealed_key, created_at)
              values (?, ?, ?, ?)
              """)
          .params(
              GENERATION,
              key.getKeyID(),
              masterKey.seal(PURPOSE, key.toJSONString()),
              Sql.timestamp(clock.instant()))
          .update();
      return key;
    } catch (DuplicateKeyException anotherNodeWasFaster) {
      return stored().orElseThrow();
    } catch (JOSEException e) {
      throw new IllegalStateException("an RSA key could not be made", e);
    }
  }

  private static RSAKey parsed(String json) {
    try {
      return RSAKey.parse(json);
    } catch (ParseException e) {
      throw new IllegalStateException("the stored signing key is not a JWK", e);
    }
  }
}
