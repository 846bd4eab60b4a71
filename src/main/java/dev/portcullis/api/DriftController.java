package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.Drift;
import dev.portcullis.directory.Drifts;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where what SCIM pushes and what sign-ins claim disagree for good. */
@RestController
class DriftController {

  /** The people of a page where the request does not say how many. */
  static final int DEFAULT_LIMIT = 50;

  /** The most people that a page looks at. */
  static final int MAX_LIMIT = 200;

  private final Connections connections;
  private final Drifts drifts;

  DriftController(Connections connections, Drifts drifts) {
    this.connections = connections;
    this.drifts = drifts;
  }

  /** {@code next} is missing on the last page; as {@code after} it asks for what follows. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reply(boolean ok, List<DriftRepresentation> drift, @Nullable UUID next) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UserRepresentation(UUID id, @Nullable String email) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ScimRepresentation(boolean member, Instant at, @Nullable String traceId) {}

  record ClaimRepresentation(boolean names, Instant at) {}

  record DriftRepresentation(
      UserRepresentation user,
      String team,
      String group,
      ScimRepresentation scim,
      ClaimRepresentation claim,
      boolean belongs) {

    static DriftRepresentation of(Drift drift) {
      return new DriftRepresentation(
          new UserRepresentation(drift.userId(), drift.email().orElse(null)),
          drift.team(),
          drift.name(),
          new ScimRepresentation(
              drift.scimSaysMember(), drift.saidAt(), drift.saidBy().orElse(null)),
          new ClaimRepresentation(!drift.scimSaysMember(), drift.claimedAt()),
          drift.belongs());
    }
  }

  @GetMapping("/v1/connections/{name}/drift")
  Reply page(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String name,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "") String limit) {
    Optional<UUID> place = after.isEmpty() ? Optional.empty() : Optional.of(place(after));
    int people = limit.isEmpty() ? DEFAULT_LIMIT : limit(limit);
    Connection connection =
        connections
            .named(caller.organizationId(), name)
            .orElseThrow(() -> ConnectionsController.notFound(name));
    Drifts.Page page = drifts.page(connection, place, people);
    return new Reply(
        true,
        page.drifts().stream().map(DriftRepresentation::of).toList(),
        page.next().orElse(null));
  }

  private static UUID place(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw RequestFault.invalid("after", "`after` must be the `next` of an earlier reply");
    }
  }

  private static int limit(String text) {
    int limit = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MAX_LIMIT) {
      throw RequestFault.invalid("limit", "`limit` must be a number from 1 to " + MAX_LIMIT);
    }
    return limit;
  }
}
