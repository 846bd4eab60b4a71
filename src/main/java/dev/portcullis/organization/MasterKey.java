package dev.portcullis.organization;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals the keys and secrets that lie in the database, so that a copy of the database alone opens
 * nothing. AES-256-GCM under a key derived (HKDF-SHA256, RFC 5869) from the operator's passphrase.
 */
public final class MasterKey {

  /** The fewest characters of a passphrase. */
  public static final int MIN_LENGTH = 32;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param passphrase {@value #MIN_LENGTH} characters or more, as {@code openssl rand -base64 32}
   *     prints them
   * @throws IllegalArgumentException if it is shorter
   */
  public MasterKey(String passphrase) {
    if (passphrase.length() < MIN_LENGTH) {
      throw new IllegalArgumentException(
          "PORTCULLIS_MASTER_KEY has fewer than "
              + MIN_LENGTH
              + " characters; make one with `openssl rand -base64 32`");
    }
    this.key = derive(passphrase);
  }

  private static SecretKey derive(String passphrase) {
    try {
      HKDFParameterSpec spec =
          HKDFParameterSpec.ofExtract()
              .addIKM(passphrase.getBytes(StandardCharsets.UTF_8))
              .thenExpand("portcullis master key".getBytes(StandardCharsets.US_ASCII), 32);
      return KDF.getInstance("HKDF-SHA256").deriveKey("AES", spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks HKDF-SHA256", e);
    }
  }

  /**
   * Seals a secret.
   *
   * @param purpose what the secret is for; only the same purpose opens it again, so that a sealed
   *     value cannot be moved to another row or column
   */
  public String seal(String purpose, String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        apply(Cipher.ENCRYPT_MODE, purpose, nonce, secret.getBytes(StandardCharsets.UTF_8));
    byte[] whole = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    return Base64.getEncoder().encodeToString(whole);
  }

  /**
   * Opens what {@link #seal} made for the same purpose.
   *
   * @throws IllegalStateException if this is not the master key that sealed it
   */
  public String open(String purpose, String sealed) {
    ByteBuffer whole = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
    byte[] nonce = new byte[NONCE_BYTES];
    whole.get(nonce);
    byte[] rest = new byte[whole.remaining()];
    whole.get(rest);
    return new String(apply(Cipher.DECRYPT_MODE, purpose, nonce, rest), StandardCharsets.UTF_8);
  }

  /**
   * Opens what comes from outside.
   *
   * @return empty for whatever {@link #seal} did not make for that purpose
   */
  public Optional<String> opened(String purpose, String sealed) {
    try {
      return Optional.of(open(purpose, sealed));
    } catch (IllegalStateException | IllegalArgumentException | BufferUnderflowException foreign) {
      return Optional.empty();
    }
  }

  private byte[] apply(int mode, String purpose, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "a stored secret does not open with this master key: is PORTCULLIS_MASTER_KEY (or the"
              + " file master.key) the one that this database was made with?",
          e);
    }
  }
}
