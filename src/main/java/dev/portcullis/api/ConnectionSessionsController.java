package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.Memberships;
import dev.portcullis.organization.Caller;
import dev.portcullis.signin.SeenSession;
import dev.portcullis.signin.SignInSessions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in through a connection, the newest first. */
@RestController
class ConnectionSessionsController {

  private final Connections connections;
  private final SignInSessions sessions;
  private final Memberships memberships;

  ConnectionSessionsController(
      Connections connections, SignInSessions sessions, Memberships memberships) {
    this.connections = connections;
    this.sessions = sessions;
    this.memberships = memberships;
  }

  /** {@code next} is missing on the last page; as {@code before} it asks for what follows. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reply(boolean ok, List<SessionRepresentation> sessions, @Nullable String next) {}

  @GetMapping("/v1/connections/{name}/sessions")
  Reply list(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String name,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "") String limit) {
    int wanted = PageLimit.of(limit, SignInSessions.MAX_PAGE);
    Optional<SignInSessions.Position> position =
        Optional.of(before)
            .filter(text -> !text.isEmpty())
            .map(SignInCursor::position)
            .map(place -> new SignInSessions.Position(place.at(), place.id()));
    Connection connection =
        connections
            .named(caller.organizationId(), name)
            .orElseThrow(() -> ConnectionsController.notFound(name));
    // One more than is wanted tells whether there is a next page.
    return page(connection, sessions.of(connection, position, wanted + 1), wanted);
  }

  private Reply page(Connection connection, List<SeenSession> found, int wanted) {
    List<SeenSession> shown = found.stream().limit(wanted).toList();
    Map<UUID, String> emails =
        memberships.handles(
            connection.organizationId(),
            shown.stream().map(seen -> seen.session().userId()).distinct().toList());
    return new Reply(
        true,
        shown.stream()
            .map(seen ->
                SessionRepresentation.of(
                    seen, connection.name(), emails.get(seen.session().userId())))
            .toList(),
        found.size() > wanted ? behind(shown.getLast()) : null);
  }

  private static String behind(SeenSession last) {
    return SignInCursor.behind(last.session().startedAt(), last.session().sessionId());
  }
}
