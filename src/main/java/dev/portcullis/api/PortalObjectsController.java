package dev.portcullis.api;

import dev.portcullis.access.ObjectEditOutcome;
import dev.portcullis.access.PortalObjectAccess;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.PortalObject.Kind;
import dev.portcullis.catalog.PortalObjectOutcome;
import dev.portcullis.catalog.PortalObjects;
import dev.portcullis.organization.Caller;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.databind.JsonNode;

/**
 * What is alike for actions and pages in Port's shape: documents that own permissions.
 *
 * @param <R> the reply about one
 * @param <L> the reply about several
 */
abstract class PortalObjectsController<R, L> {

  private final Kind kind;
  private final PortalObjects objects;
  private final PortalObjectAccess access;

  PortalObjectsController(Kind kind, PortalObjects objects, PortalObjectAccess access) {
    this.kind = kind;
    this.objects = objects;
    this.access = access;
  }

  /** The reply about one. */
  abstract R one(PortalObject object);

  /** The reply about several. */
  abstract L several(List<Map<String, Object>> objects);

  /** Whether a list is to have it, as its parameters say. */
  boolean isWanted(PortalObject object, String triggerType) {
    return true;
  }

  @GetMapping
  L all(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(name = "trigger_type", defaultValue = "") String triggerType) {
    return several(
        access.all(caller, kind).stream()
            .filter(object -> isWanted(object, triggerType))
            .map(PortalObjectRepresentation::of)
            .toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  R create(@AuthenticationPrincipal Caller caller, @RequestBody JsonNode body) {
    Map<String, Object> document = PortalObjectRequest.whole(body);
    String identifier = PortalObjectRequest.identifier(document);
    return reply(objects.create(caller, kind, identifier, document), identifier);
  }

  @GetMapping("/{identifier}")
  R find(@AuthenticationPrincipal Caller caller, @PathVariable String identifier) {
    return access
        .find(caller, kind, identifier)
        .map(this::one)
        .orElseThrow(() -> notFound(identifier));
  }

  @PutMapping("/{identifier}")
  R replace(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String identifier,
      @RequestBody JsonNode body) {
    Map<String, Object> document = PortalObjectRequest.whole(body);
    return reply(objects.change(caller, kind, identifier, _ -> document), identifier);
  }

  @PatchMapping("/{identifier}")
  R edit(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String identifier,
      @RequestBody JsonNode body) {
    return switch (access.change(
        caller, kind, identifier, document -> PortalObjectRequest.over(document, body))) {
      case ObjectEditOutcome.Permitted(PortalObjectOutcome outcome) -> reply(outcome, identifier);
      case ObjectEditOutcome.Denied(var denial) -> throw EntityFaults.denied(denial);
    };
  }

  @DeleteMapping("/{identifier}")
  Done delete(@AuthenticationPrincipal Caller caller, @PathVariable String identifier) {
    if (!objects.delete(caller, kind, identifier)) {
      throw notFound(identifier);
    }
    return Done.DONE;
  }

  private R reply(PortalObjectOutcome outcome, String identifier) {
    return switch (outcome) {
      case PortalObjectOutcome.Stored(PortalObject object) -> one(object);
      case PortalObjectOutcome.NotFound _ -> throw notFound(identifier);
      case PortalObjectOutcome.Exists(String taken) ->
          throw RequestFault.conflict(
              "there is `%s` already; %ss have identifiers of their own"
                  .formatted(taken, kind.wireName()));
      case PortalObjectOutcome.Rejected(var problems) -> throw CatalogFaults.rejected(problems);
    };
  }

  private RequestFault notFound(String identifier) {
    return RequestFault.notFound(
        switch (kind) {
          case ACTION -> "Action";
          case PAGE -> "Page";
        },
        "identifier",
        identifier);
  }
}
