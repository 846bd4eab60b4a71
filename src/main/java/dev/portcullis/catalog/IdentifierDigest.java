package dev.portcullis.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Stands for an identifier where that would be too long, or must not be told.
 *
 * <p>A thousand letters of any script are longer than an entry of PostgreSQL's index may be. In the
 * order of digests all databases agree.
 */
public final class IdentifierDigest {

  private IdentifierDigest() {}

  /** 64 hexadecimal digits. */
  public static String of(String identifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identifier.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
