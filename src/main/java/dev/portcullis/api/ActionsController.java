package dev.portcullis.api;

import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.PortalObject.Kind;
import dev.portcullis.catalog.PortalObjectOutcome;
import dev.portcullis.catalog.PortalObjects;
import dev.portcullis.organization.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Self-service actions in Port's shape: documents that own permissions; nothing is executed. */
@RestController
@RequestMapping("/v1/actions")
class ActionsController {

  private final PortalObjects objects;

  ActionsController(PortalObjects objects) {
    this.objects = objects;
  }

  record ActionReply(boolean ok, Map<String, Object> action) {}

  record ActionsReply(boolean ok, List<Map<String, Object>> actions) {}

  @GetMapping
  ActionsReply all(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(name = "trigger_type", required = false) @Nullable String triggerType) {
    return new ActionsReply(
        true,
        objects.all(caller.organizationId(), Kind.ACTION).stream()
            .filter(action -> triggerType == null || triggerType.equals(triggerType(action)))
            .map(PortalObjectRepresentation::of)
            .toList());
  }

  private static @Nullable Object triggerType(PortalObject action) {
    return action.document().get("trigger") instanceof Map<?, ?> trigger
        ? trigger.get("type")
        : null;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ActionReply create(@AuthenticationPrincipal Caller caller, @RequestBody JsonNode body) {
    Map<String, Object> document = PortalObjectRequest.whole(body);
    String identifier = PortalObjectRequest.identifier(document);
    return reply(objects.create(caller, Kind.ACTION, identifier, document), identifier);
  }

  @GetMapping("/{identifier}")
  ActionReply one(@AuthenticationPrincipal Caller caller, @PathVariable String identifier) {
    return objects
        .find(caller.organizationId(), Kind.ACTION, identifier)
        .map(action -> new ActionReply(true, PortalObjectRepresentation.of(action)))
        .orElseThrow(() -> notFound(identifier));
  }

  @PutMapping("/{identifier}")
  ActionReply replace(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String identifier,
      @RequestBody JsonNode body) {
    Map<String, Object> document = PortalObjectRequest.whole(body);
    return reply(objects.change(caller, Kind.ACTION, identifier, _ -> document), identifier);
  }

  @PatchMapping("/{identifier}")
  ActionReply edit(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String identifier,
      @RequestBody JsonNode body) {
    return reply(
        objects.change(
            caller, Kind.ACTION, identifier, document -> PortalObjectRequest.over(document, body)),
        identifier);
  }

  @DeleteMapping("/{identifier}")
  Done delete(@AuthenticationPrincipal Caller caller, @PathVariable String identifier) {
    if (!objects.delete(caller, Kind.ACTION, identifier)) {
      throw notFound(identifier);
    }
    return Done.DONE;
  }

  private static ActionReply reply(PortalObjectOutcome outcome, String identifier) {
    return switch (outcome) {
      case PortalObjectOutcome.Stored(PortalObject action) ->
          new ActionReply(true, PortalObjectRepresentation.of(action));
      case PortalObjectOutcome.NotFound _ -> throw notFound(identifier);
      case PortalObjectOutcome.Exists(String taken) ->
          throw RequestFault.conflict("an action `" + taken + "` exists already");
      case PortalObjectOutcome.Rejected(var problems) -> throw CatalogFaults.rejected(problems);
    };
  }

  private static RequestFault notFound(String identifier) {
    return RequestFault.notFound("Action", "identifier", identifier);
  }
}
