package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.audit.RecordedSignIn;
import dev.portcullis.audit.RecordedSignIns;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.organization.Caller;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the sign-ins of a connection brought, newest first. */
@RestController
class RecordedSignInsController {

  private final Connections connections;
  private final RecordedSignIns signIns;

  RecordedSignInsController(Connections connections, RecordedSignIns signIns) {
    this.connections = connections;
    this.signIns = signIns;
  }

  /** {@code next} is missing on the last page; as {@code before} it asks for what follows. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reply(boolean ok, List<RecordedSignInRepresentation> signIns, @Nullable String next) {}

  @GetMapping("/v1/connections/{name}/sign-ins")
  Reply list(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String name,
      @RequestParam(defaultValue = "") String user,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "") String limit) {
    int wanted = PageLimit.of(limit, RecordedSignIns.MAX_PAGE);
    Optional<RecordedSignIns.Position> position = given(before).map(SignInCursor::position);
    Connection connection =
        connections
            .named(caller.organizationId(), name)
            .orElseThrow(() -> ConnectionsController.notFound(name));
    // One more than is wanted tells whether there is a next page.
    RecordedSignIns.Query query =
        new RecordedSignIns.Query(connection.id(), given(user), position, wanted + 1);
    return page(signIns.find(caller.organizationId(), query), wanted);
  }

  private static Reply page(List<RecordedSignIn> found, int wanted) {
    List<RecordedSignIn> shown = found.stream().limit(wanted).toList();
    String next = found.size() > wanted ? SignInCursor.behind(shown.getLast()) : null;
    return new Reply(true, shown.stream().map(RecordedSignInRepresentation::of).toList(), next);
  }

  private static Optional<String> given(String parameter) {
    return Optional.of(parameter).filter(text -> !text.isEmpty());
  }
}
