package dev.portcullis.organization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes the secrets of API clients. A secret of {@link Secrets} has 256 random bits, which nobody
 * finds by trying, so that one SHA-256 keeps it: asking for a token costs no time that whoever asks
 * with wrong secrets could take from all others. What somebody chose is hashed slowly.
 */
public final class SecretHashes {

  /** Begins the hash of a random secret; no slow hash begins so. */
  private static final String FAST = "{sha256}";

  private final PasswordEncoder slow;

  /**
   * Makes them.
   *
   * @param slow for secrets that people chose
   */
  public SecretHashes(PasswordEncoder slow) {
    this.slow = slow;
  }

  /** The hash of a secret that {@link Secrets} made. */
  static String ofRandom(String secret) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return FAST + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The hash of a secret that somebody chose. */
  String ofChosen(String secret) {
    return slow.encode(secret);
  }

  /**
   * Whether a secret has this hash, of either kind. Nothing can be learned from the time that a
   * comparison takes.
   */
  boolean matches(String secret, String hash) {
    return hash.startsWith(FAST)
        ? MessageDigest.isEqual(bytes(ofRandom(secret)), bytes(hash))
        : slow.matches(secret, hash);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
