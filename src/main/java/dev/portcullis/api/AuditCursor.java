package dev.portcullis.api;

import dev.portcullis.audit.LogPosition;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** How a place in the audit log is written in an address. */
final class AuditCursor {

  private AuditCursor() {}

  static String of(LogPosition place) {
    String text = place.at() + " " + place.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The place that a request names as {@code after}; the newest events if it is empty. */
  static LogPosition place(String text) {
    if (text.isEmpty()) {
      return LogPosition.NEWEST;
    }
    try {
      String place = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = place.split(" ", 2);
      Instant at = Instant.parse(parts[0]);
      if (parts.length == 2
          && !at.isBefore(Instant.EPOCH)
          && !at.isAfter(LogPosition.NEWEST.at())) {
        return new LogPosition(at, UUID.fromString(parts[1]));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      // Said below.
    }
    throw RequestFault.invalid("after", "`after` must be the `next` of an earlier reply");
  }
}
