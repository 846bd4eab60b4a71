package dev.portcullis.api;

import dev.portcullis.audit.RecordedSignIn;
import dev.portcullis.audit.RecordedSignIns.Position;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** How a place in the record of sign-ins is written in an address: a time, or what we made up. */
final class SignInCursor {

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private SignInCursor() {}

  /** The place behind a sign-in, in which older ones stand. */
  static String behind(RecordedSignIn signIn) {
    return behind(signIn.at(), signIn.id());
  }

  /** The place behind whatever has that time and id. */
  static String behind(Instant at, UUID id) {
    String place = at + " " + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  /** The place that a request names as {@code before}. */
  static Position position(String text) {
    try {
      return text.contains(":") ? new Position(instant(text), Optional.empty()) : decoded(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw RequestFault.invalid(
          "before",
          "`before` must be a time such as 2030-01-31T12:00:00Z, or the `next` of an earlier reply");
    }
  }

  private static Position decoded(String text) {
    String place = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    String[] parts = place.split(" ", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("not a place");
    }
    return new Position(instant(parts[0]), Optional.of(UUID.fromString(parts[1])));
  }

  /** Databases do not know all the years that Java knows. */
  private static Instant instant(String text) {
    Instant instant = Instant.parse(text);
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new IllegalArgumentException("not a time of ours");
    }
    return instant;
  }
}
