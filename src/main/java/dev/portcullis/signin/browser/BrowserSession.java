package dev.portcullis.signin.browser;

import dev.portcullis.signin.OpenSession;
import dev.portcullis.signin.SignInSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The browser's side of who is signed in: identifiers and nothing else. Whether they still stand is
 * asked at every request.
 */
@Component
class BrowserSession {

  private static final String ORGANIZATION = "organization";
  private static final String SESSION = "session";

  /** The same person's earlier sign-ins here, whose applications live on. */
  private static final String EARLIER = "earlier";

  private static final int MAX_EARLIER = 10;

  private final SignInSessions sessions;
  private final Clock clock;

  BrowserSession(SignInSessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Who is signed in here now. */
  Optional<OpenSession> current(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false)).flatMap(this::live);
  }

  private Optional<OpenSession> live(HttpSession session) {
    return id(session, ORGANIZATION)
        .flatMap(organization ->
            id(session, SESSION).flatMap(opened -> sessions.live(organization, opened)));
  }

  /**
   * Signs somebody in here, under a new id: whoever knew the old one knows nothing now. What
   * another person had open here ends.
   */
  void begin(HttpServletRequest request, OpenSession opened) {
    Optional<OpenSession> before = current(request);
    boolean samePerson =
        before
            .filter(old -> old.organizationId().equals(opened.organizationId()))
            .filter(old -> old.userId().equals(opened.userId()))
            .isPresent();
    List<UUID> earlier = new ArrayList<>();
    if (samePerson) {
      earlier.add(before.orElseThrow().sessionId());
      earlier.addAll(earlier(request.getSession()));
    } else {
      end(request);
    }
    HttpSession session = request.getSession();
    if (!session.isNew()) {
      request.changeSessionId();
    }
    session.setAttribute(ORGANIZATION, opened.organizationId().toString());
    session.setAttribute(SESSION, opened.sessionId().toString());
    session.setAttribute(
        EARLIER,
        String.join(" ", earlier.stream().limit(MAX_EARLIER).map(UUID::toString).toList()));
    Duration left = Duration.between(clock.instant(), opened.endsAt());
    session.setMaxInactiveInterval(Math.toIntExact(Math.max(1, left.toSeconds())));
  }

  /** Signs out whoever is signed in here, of every sign-in that this browser knows of. */
  void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return;
    }
    id(session, ORGANIZATION)
        .ifPresent(organization -> {
          id(session, SESSION).ifPresent(open -> sessions.end(organization, open));
          earlier(session).forEach(open -> sessions.end(organization, open));
        });
    session.invalidate();
  }

  private static Optional<UUID> id(HttpSession session, String attribute) {
    return session.getAttribute(attribute) instanceof String text
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private static List<UUID> earlier(HttpSession session) {
    return session.getAttribute(EARLIER) instanceof String text && !text.isEmpty()
        ? List.of(text.split(" ")).stream().map(UUID::fromString).toList()
        : List.of();
  }
}
