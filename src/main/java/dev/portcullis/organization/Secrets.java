package dev.portcullis.organization;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets of 256 random bits, written in 43 URL-safe characters. */
public final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Secrets() {}

  /** A new secret. */
  public static String next() {
    return nextOfBytes(32);
  }

  /** A new secret of that many random bytes. */
  public static String nextOfBytes(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return ENCODER.encodeToString(random);
  }
}
