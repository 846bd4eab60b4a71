package dev.portcullis.api;

import dev.portcullis.access.PortalObjectAccess;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.PortalObject.Kind;
import dev.portcullis.organization.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What export tools of the portal read besides: collections in its shapes, empty where nothing of
 * the kind is held here.
 */
@RestController
class PortalCollectionsController {

  private final Catalog catalog;
  private final PortalObjectAccess objects;

  PortalCollectionsController(Catalog catalog, PortalObjectAccess objects) {
    this.catalog = catalog;
    this.objects = objects;
  }

  record Health(boolean ok, String status) {}

  record ActionsReply(boolean ok, List<Map<String, Object>> actions) {}

  record ScorecardsReply(boolean ok, List<Object> scorecards) {}

  record IntegrationsReply(boolean ok, List<Object> integrations) {}

  record SecretsReply(boolean ok, List<Object> secrets) {}

  record WebhooksReply(boolean ok, List<Object> webhooks) {}

  record SidebarReply(boolean ok, Sidebar sidebar) {}

  record Sidebar(String identifier, List<Map<String, Object>> items) {}

  @GetMapping("/v1/health")
  Health health() {
    return new Health(true, "healthy");
  }

  @GetMapping("/v1/blueprints/{blueprint}/actions")
  ActionsReply actions(@AuthenticationPrincipal Caller caller, @PathVariable String blueprint) {
    requireBlueprint(caller, blueprint);
    return new ActionsReply(
        true,
        objects.all(caller, Kind.ACTION).stream()
            .filter(action -> action.blueprint().filter(blueprint::equals).isPresent())
            .map(PortalObjectRepresentation::of)
            .toList());
  }

  @GetMapping("/v1/blueprints/{blueprint}/scorecards")
  ScorecardsReply scorecards(
      @AuthenticationPrincipal Caller caller, @PathVariable String blueprint) {
    requireBlueprint(caller, blueprint);
    return new ScorecardsReply(true, List.of());
  }

  private void requireBlueprint(Caller caller, String blueprint) {
    if (catalog.blueprint(caller.organizationId(), blueprint).isEmpty()) {
      throw CatalogFaults.noBlueprint(blueprint);
    }
  }

  @GetMapping("/v1/scorecards")
  ScorecardsReply scorecards() {
    return new ScorecardsReply(true, List.of());
  }

  @GetMapping("/v1/integration")
  IntegrationsReply integrations() {
    return new IntegrationsReply(true, List.of());
  }

  @GetMapping("/v1/organization/secrets")
  SecretsReply secrets() {
    return new SecretsReply(true, List.of());
  }

  @GetMapping("/v1/webhooks")
  WebhooksReply webhooks() {
    return new WebhooksReply(true, List.of());
  }

  /** The pages, without folders, for none are kept. */
  @GetMapping("/v1/sidebars/catalog")
  SidebarReply sidebar(@AuthenticationPrincipal Caller caller) {
    return new SidebarReply(
        true,
        new Sidebar(
            "catalog",
            objects.all(caller, Kind.PAGE).stream()
                .map(PortalCollectionsController::item)
                .toList()));
  }

  private static Map<String, Object> item(PortalObject page) {
    Map<String, Object> item = new LinkedHashMap<>(PortalObjectRepresentation.of(page));
    item.keySet().remove("widgets");
    item.put("sidebarType", "page");
    return item;
  }
}
