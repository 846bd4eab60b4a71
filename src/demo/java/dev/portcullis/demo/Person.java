package dev.portcullis.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Somebody of the organisation, known by a login; all else that Okta sends is derived from it. */
record Person(String login) {

  private static final String ID_ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /** Okta's ids of users are {@code 00u} and seventeen letters or digits. */
  private static final int ID_LETTERS_AFTER_PREFIX = 17;

  /** The id that Okta sends as {@code externalId} over SCIM and as {@code sub} in ID tokens. */
  String externalId() {
    StringBuilder id = new StringBuilder("00u");
    byte[] digest = sha256(login);
    for (int i = 0; i < ID_LETTERS_AFTER_PREFIX; i++) {
      id.append(ID_ALPHABET.charAt(Byte.toUnsignedInt(digest[i]) % ID_ALPHABET.length()));
    }
    return id.toString();
  }

  /** An address under a name that never exists (RFC 2606). */
  String email() {
    return login + "@kubernetes.example";
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
