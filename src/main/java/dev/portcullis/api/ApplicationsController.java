package dev.portcullis.api;

import dev.portcullis.organization.ApplicationOutcome;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.PortalApplication;
import dev.portcullis.organization.PortalApplications;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The portals that start an organization's sign-ins. */
@RestController
@RequestMapping("/v1/applications")
class ApplicationsController {

  private final PortalApplications applications;

  ApplicationsController(PortalApplications applications) {
    this.applications = applications;
  }

  record ApplicationReply(boolean ok, ApplicationRepresentation application) {}

  record ApplicationsReply(boolean ok, List<ApplicationRepresentation> applications) {}

  @GetMapping
  ApplicationsReply all(@AuthenticationPrincipal Caller caller) {
    return new ApplicationsReply(
        true,
        applications.all(caller.organizationId()).stream()
            .map(ApplicationRepresentation::of)
            .toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ApplicationReply create(
      @AuthenticationPrincipal Caller caller, @RequestBody ApplicationFields fields) {
    return stored(applications.create(caller, fields.settings()), "");
  }

  @GetMapping("/{clientId}")
  ApplicationReply one(@AuthenticationPrincipal Caller caller, @PathVariable String clientId) {
    return applications
        .find(caller.organizationId(), clientId)
        .map(ApplicationsController::reply)
        .orElseThrow(() -> notFound(clientId));
  }

  @PatchMapping("/{clientId}")
  ApplicationReply edit(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String clientId,
      @RequestBody ApplicationFields fields) {
    return stored(applications.edit(caller, clientId, fields::over), clientId);
  }

  @DeleteMapping("/{clientId}")
  Done delete(@AuthenticationPrincipal Caller caller, @PathVariable String clientId) {
    return switch (applications.delete(caller, clientId)) {
      case ApplicationOutcome.Deleted _ -> Done.DONE;
      case ApplicationOutcome.NotFound _ -> throw notFound(clientId);
      case ApplicationOutcome.InUse(List<String> connections) -> throw inUse(connections);
      case ApplicationOutcome.Stored _, ApplicationOutcome.Rejected _ ->
          throw new IllegalStateException("not an outcome of deletion");
    };
  }

  private static ApplicationReply stored(ApplicationOutcome outcome, String clientId) {
    return switch (outcome) {
      case ApplicationOutcome.Stored(PortalApplication application) -> reply(application);
      case ApplicationOutcome.NotFound _ -> throw notFound(clientId);
      case ApplicationOutcome.Rejected(List<String> problems) ->
          throw RequestFault.invalid(problems);
      case ApplicationOutcome.Deleted _, ApplicationOutcome.InUse _ ->
          throw new IllegalStateException("not an outcome of storing");
    };
  }

  private static ApplicationReply reply(PortalApplication application) {
    return new ApplicationReply(true, ApplicationRepresentation.of(application));
  }

  private static RequestFault notFound(String clientId) {
    return RequestFault.notFound("Application", "clientId", clientId);
  }

  private static RequestFault inUse(List<String> connections) {
    return new RequestFault(
        new PortError(
            409,
            "conflict",
            "these connections name the application, let them name another or none first: `"
                + String.join("`, `", connections)
                + "`",
            Map.of("connections", connections)));
  }
}
