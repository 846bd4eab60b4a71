package dev.portcullis.api;

import dev.portcullis.access.ChangeGuard;
import dev.portcullis.access.ChangeGuards;
import dev.portcullis.organization.Caller;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far changes over this API may take rights from people without confirmation. */
@RestController
@RequestMapping("/v1/organization/change-guard")
class ChangeGuardController {

  private final ChangeGuards guards;

  ChangeGuardController(ChangeGuards guards) {
    this.guards = guards;
  }

  record Reply(boolean ok, ChangeGuard changeGuard) {}

  /** What is left out is as where nobody said anything. */
  record Fields(
      @Nullable Boolean enabled, @Nullable Integer sharePercent, @Nullable Integer fewestPeople) {

    ChangeGuard guard() {
      return new ChangeGuard(
          Objects.requireNonNullElse(enabled, ChangeGuard.DEFAULT.enabled()),
          Objects.requireNonNullElse(sharePercent, ChangeGuard.DEFAULT.sharePercent()),
          Objects.requireNonNullElse(fewestPeople, ChangeGuard.DEFAULT.fewestPeople()));
    }
  }

  @GetMapping
  Reply get(@AuthenticationPrincipal Caller caller) {
    return new Reply(true, guards.of(caller.organizationId()));
  }

  @PutMapping
  Reply set(@AuthenticationPrincipal Caller caller, @RequestBody Fields fields) {
    ChangeGuard wanted = fields.guard();
    List<String> problems = guards.set(caller, wanted);
    if (!problems.isEmpty()) {
      throw RequestFault.invalid(problems);
    }
    return new Reply(true, wanted);
  }
}
