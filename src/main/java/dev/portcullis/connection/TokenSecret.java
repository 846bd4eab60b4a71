package dev.portcullis.connection;

import dev.portcullis.organization.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a SCIM token: {@code pcs_}, a selector of 96 bits that finds its row, and 256 secret
 * bits. A fast hash is enough for what nobody can guess.
 */
record TokenSecret(String selector, String text) {

  private static final Pattern FORM = Pattern.compile("pcs_([A-Za-z0-9_-]{16})[A-Za-z0-9_-]{43}");

  static TokenSecret random() {
    String selector = Secrets.nextOfBytes(12);
    return new TokenSecret(selector, "pcs_" + selector + Secrets.next());
  }

  /** Reads what a client sent; empty if it cannot be one of our tokens. */
  static Optional<TokenSecret> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new TokenSecret(matcher.group(1), text))
        : Optional.empty();
  }

  String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Compares in constant time, so that the time taken tells nothing of a stored hash. */
  boolean hasHash(String storedHash) {
    return MessageDigest.isEqual(
        hash().getBytes(StandardCharsets.US_ASCII), storedHash.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "TokenSecret[" + selector + "]";
  }
}
