package dev.portcullis.scim;

import dev.portcullis.directory.Cursor;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Cursors as clients carry them (RFC 9865 §2): a place in a walk, and a digest of the query and of
 * whose it is, so that a cursor does not go on with other results. It grants nothing that the token
 * does not.
 */
final class CursorText {

  private static final int DIGEST_BYTES = 12;
  private static final int MAX_LENGTH = 100;
  private static final byte AFTER_ID = 1;
  private static final byte AT_STEP = 2;

  private final Optional<String> sent;
  private final byte[] query;

  CursorText(QueryParameters parameters, SearchedTypes types, UUID connectionId) {
    this.sent = parameters.cursor().filter(text -> !text.isEmpty());
    this.query =
        digest(
            List.of(
                connectionId.toString(),
                types.name(),
                parameters.filter().orElse(""),
                parameters.sortBy().orElse(""),
                Boolean.toString(parameters.isDescending())));
  }

  /**
   * Where the client wants to go on; empty at the beginning.
   *
   * @throws dev.portcullis.scim.message.ScimFault {@code invalidCursor} if it is none, or another
   *     query's
   */
  Optional<Cursor> cursor() {
    return sent.map(text -> read(text).orElseThrow(Refusals::invalidCursor));
  }

  /** A cursor for the client. */
  String write(Cursor cursor) {
    ByteBuffer bytes = ByteBuffer.allocate(MAX_LENGTH).put(query);
    switch (cursor) {
      case Cursor.AfterId(UUID id) -> put(bytes.put(AFTER_ID), id);
      case Cursor.AtStep(UUID walkId, int step) -> put(bytes.put(AT_STEP), walkId).putInt(step);
    }
    byte[] written = Arrays.copyOf(bytes.array(), bytes.position());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(written);
  }

  private Optional<Cursor> read(String text) {
    try {
      byte[] bytes = text.length() > MAX_LENGTH ? new byte[0] : Base64.getUrlDecoder().decode(text);
      Optional<Cursor> read = read(ByteBuffer.wrap(bytes));
      return read.filter(cursor -> write(cursor).equals(text));
    } catch (IllegalArgumentException | BufferUnderflowException _) {
      return Optional.empty();
    }
  }

  private Optional<Cursor> read(ByteBuffer bytes) {
    bytes.position(Math.min(DIGEST_BYTES, bytes.limit()));
    return switch (bytes.get()) {
      case AFTER_ID -> Optional.of(new Cursor.AfterId(id(bytes)));
      case AT_STEP ->
          Optional.<Cursor>of(new Cursor.AtStep(id(bytes), bytes.getInt()))
              .filter(cursor -> ((Cursor.AtStep) cursor).step() >= 0);
      default -> Optional.empty();
    };
  }

  private static ByteBuffer put(ByteBuffer bytes, UUID id) {
    return bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private static UUID id(ByteBuffer bytes) {
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static byte[] digest(List<String> query) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : query) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
      }
      return Arrays.copyOf(digest.digest(), DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
