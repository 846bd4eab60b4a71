package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.signin.OpenSession;
import dev.portcullis.signin.SeenSession;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session in a reply.
 *
 * @param connection its name
 * @param lastSeenAt the last request, to the minute
 * @param endsAt the latest end; it ends sooner where nobody asks for the connection's idle time
 */
record SessionRepresentation(
    UUID id,
    UserRepresentation user,
    String connection,
    Instant startedAt,
    Instant lastSeenAt,
    Instant endsAt) {

  /** Whose it is; {@code email} is missing where the user bears none. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UserRepresentation(UUID id, @Nullable String email) {}

  static SessionRepresentation of(SeenSession seen, String connection, @Nullable String email) {
    OpenSession session = seen.session();
    return new SessionRepresentation(
        session.sessionId(),
        new UserRepresentation(session.userId(), email),
        connection,
        session.startedAt(),
        seen.seenAt(),
        session.endsAt());
  }
}
