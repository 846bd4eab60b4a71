package dev.portcullis.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The proof that who redeems a code is who asked for it (RFC 7636, method S256). */
record Pkce(String verifier) {

  private static final SecureRandom RANDOM = new SecureRandom();

  static Pkce random() {
    return new Pkce(randomText());
  }

  String challenge() {
    try {
      return base64Url(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** 256 bits nobody can guess, for a state or a nonce. */
  static String randomText() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return base64Url(bytes);
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
