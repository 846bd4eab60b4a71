package dev.portcullis.access;

import dev.portcullis.permission.Condition;
import dev.portcullis.permission.Decision;
import dev.portcullis.permission.Reason;
import java.util.Optional;

/**
 * Why a route is closed to a caller. It says nothing of whether what was asked for exists.
 *
 * @param operation what calling the route is: {@code read}, {@code register}, {@code update} or
 *     {@code unregister}
 * @param route its method and pattern
 * @param scope the scope that the caller lacks, where it is one
 * @param reason in a sentence without full stop
 */
public record RouteDenial(String operation, String route, Optional<String> scope, String reason) {

  static RouteDenial withoutRow(String method, String pattern) {
    return new RouteDenial(
        "call",
        RouteRow.route(method, pattern),
        Optional.empty(),
        "nobody may call this route, for the table of route rights does not have it");
  }

  static RouteDenial withoutCaller(RouteRow row) {
    return of(row, Optional.empty(), "only a signed-in person or an app may do this");
  }

  /** What the engine found to be in the way of a person. */
  static RouteDenial ofPerson(RouteRow row, Decision.Denied denied) {
    boolean inactive = denied.reasons().stream().anyMatch(Reason.Inactive.class::isInstance);
    return of(
        row,
        Optional.empty(),
        inactive
            ? "you are not active"
            : "your role does not allow this; an Admin or an API client may do it");
  }

  /** What the engine found to be in the way of an app that is limited to scopes. */
  static RouteDenial ofApp(RouteRow row, Decision.Denied denied) {
    Optional<String> missing =
        denied.reasons().stream()
            .filter(Reason.Unmet.class::isInstance)
            .map(reason -> ((Reason.Unmet) reason).rule().condition())
            .filter(Condition.InTeam.class::isInstance)
            .map(condition -> ((Condition.InTeam) condition).team())
            .findFirst();
    return of(
        row,
        missing,
        missing
            .map(scope -> "this takes the scope `" + scope + "`, which the app does not have")
            .orElse("no scope opens this route; an app without scopes or an Admin may do it"));
  }

  private static RouteDenial of(RouteRow row, Optional<String> scope, String reason) {
    return new RouteDenial(row.action().actionName(), row.route(), scope, reason);
  }
}
