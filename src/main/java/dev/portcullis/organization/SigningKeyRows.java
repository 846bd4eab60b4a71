package dev.portcullis.organization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of signing keys, which lie sealed under the master key and are the same on all nodes.
 */
@Component
class SigningKeyRows {

  private static final int KEY_BITS = 2048;
  private static final String PURPOSE = "signing key";

  private final JdbcClient jdbc;
  private final MasterKey masterKey;

  SigningKeyRows(JdbcClient jdbc, MasterKey masterKey) {
    this.jdbc = jdbc;
    this.masterKey = masterKey;
  }

  /** All keys, the newest generation first. */
  List<SigningKey> all() {
    return jdbc.sql(
            """
            select generation, sealed_key, created_at, signs_from from signing_keys
            order by generation desc
            """)
        .query((row, _) ->
            new SigningKey(
                row.getInt("generation"),
                parsed(masterKey.open(PURPOSE, row.getString("sealed_key"))),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "signs_from")))
        .list();
  }

  /**
   * Adds a new key.
   *
   * @throws org.springframework.dao.DuplicateKeyException if another node was faster
   */
  void add(int generation, Instant now, Instant signsFrom) {
    RSAKey key = generated();
    jdbc.sql(
            """
            insert into signing_keys (generation, key_id, sealed_key, created_at, signs_from)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            generation,
            key.getKeyID(),
            masterKey.seal(PURPOSE, key.toJSONString()),
            Sql.timestamp(now),
            Sql.timestamp(signsFrom))
        .update();
  }

  /** Lets a key sign from another moment on. */
  void signFrom(SigningKey key, Instant moment) {
    jdbc.sql("update signing_keys set signs_from = ? where generation = ?")
        .params(Sql.timestamp(moment), key.generation())
        .update();
  }

  /** Takes away all keys older than that generation. */
  void deleteBefore(int generation) {
    jdbc.sql("delete from signing_keys where generation < ?").param(generation).update();
  }

  private static RSAKey generated() {
    try {
      return new RSAKeyGenerator(KEY_BITS).keyIDFromThumbprint(true).generate();
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
