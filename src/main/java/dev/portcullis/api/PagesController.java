package dev.portcullis.api;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Pages of the portal in Port's shape: documents that own permissions; nothing is drawn. */
@RestController
@RequestMapping("/v1/pages")
class PagesController {

  private final PortalObjects objects;

  PagesController(PortalObjects objects) {
    this.objects = objects;
  }

  record PageReply(boolean ok, String identifier, Map<String, Object> page) {

    static PageReply of(PortalObject page) {
      return new PageReply(true, page.identifier(), PortalObjectRepresentation.of(page));
    }
  }

  record PagesReply(boolean ok, List<Map<String, Object>> pages) {}

  @GetMapping
  PagesReply all(@AuthenticationPrincipal Caller caller) {
    return new PagesReply(
        true,
        objects.all(caller.organizationId(), Kind.PAGE).stream()
            .map(PortalObjectRepresentation::of)
            .toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  PageReply create(@AuthenticationPrincipal Caller caller, @RequestBody JsonNode body) {
    Map<String, Object> document = PortalObjectRequest.whole(body);
    String identifier = PortalObjectRequest.identifier(document);
    return reply(objects.create(caller, Kind.PAGE, identifier, document), identifier);
  }

  @GetMapping("/{identifier}")
  PageReply one(@AuthenticationPrincipal Caller caller, @PathVariable String identifier) {
    return objects
        .find(caller.organizationId(), Kind.PAGE, identifier)
        .map(PageReply::of)
        .orElseThrow(() -> notFound(identifier));
  }

  @PutMapping("/{identifier}")
  PageReply replace(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String identifier,
      @RequestBody JsonNode body) {
    Map<String, Object> document = PortalObjectRequest.whole(body);
    return reply(objects.change(caller, Kind.PAGE, identifier, _ -> document), identifier);
  }

  @PatchMapping("/{identifier}")
  PageReply edit(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String identifier,
      @RequestBody JsonNode body) {
    return reply(
        objects.change(
            caller, Kind.PAGE, identifier, document -> PortalObjectRequest.over(document, body)),
        identifier);
  }

  @DeleteMapping("/{identifier}")
  Done delete(@AuthenticationPrincipal Caller caller, @PathVariable String identifier) {
    if (!objects.delete(caller, Kind.PAGE, identifier)) {
      throw notFound(identifier);
    }
    return Done.DONE;
  }

  private static PageReply reply(PortalObjectOutcome outcome, String identifier) {
    return switch (outcome) {
      case PortalObjectOutcome.Stored(PortalObject page) -> PageReply.of(page);
      case PortalObjectOutcome.NotFound _ -> throw notFound(identifier);
      case PortalObjectOutcome.Exists(String taken) ->
          throw RequestFault.conflict("a page `" + taken + "` exists already");
      case PortalObjectOutcome.Rejected(var problems) -> throw CatalogFaults.rejected(problems);
    };
  }

  private static RequestFault notFound(String identifier) {
    return RequestFault.notFound("Page", "identifier", identifier);
  }
}
