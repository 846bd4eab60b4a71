package dev.portcullis.access;

import java.util.Optional;

/**
 * A row of the table of {@link RouteRights}, for whoever describes the routes.
 *
 * @param pattern such as {@code /v1/users/{user}}
 * @param scope that a limited app must have; empty where none opens the route
 */
public record GuardedRoute(
    String method, String pattern, RouteRight right, Optional<String> scope) {

  /** As the table and our documents name it, such as {@code GET /v1/users}. */
  public String name() {
    return RouteRow.route(method, pattern);
  }
}
