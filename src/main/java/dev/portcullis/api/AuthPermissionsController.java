package dev.portcullis.api;

import dev.portcullis.access.RunnableActions;
import dev.portcullis.organization.Caller;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller may run, by which Port's clients decide what they offer. */
@RestController
class AuthPermissionsController {

  private final RunnableActions actions;

  AuthPermissionsController(RunnableActions actions) {
    this.actions = actions;
  }

  record Reply(boolean ok, List<String> permissions) {}

  /** Port's parameter {@code action_version} chooses a form; there is one here, its second. */
  @GetMapping("/v1/auth/permissions")
  Reply all(@AuthenticationPrincipal Caller caller) {
    return new Reply(
        true, actions.of(caller).stream().map(AuthPermissionsController::permission).toList());
  }

  private static String permission(RunnableActions.Runnable action) {
    return (action.onTeamEntities() ? "execute:team_entities:actions:" : "execute:actions:")
        + action.identifier();
  }
}
