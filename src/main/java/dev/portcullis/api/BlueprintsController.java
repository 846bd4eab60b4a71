package dev.portcullis.api;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.BlueprintDefinition;
import dev.portcullis.catalog.BlueprintOutcome;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.organization.Caller;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Blueprints, as Port has them. */
@RestController
@RequestMapping("/v1/blueprints")
class BlueprintsController {

  private final Catalog catalog;

  BlueprintsController(Catalog catalog) {
    this.catalog = catalog;
  }

  record BlueprintReply(boolean ok, BlueprintRepresentation blueprint) {

    static BlueprintReply of(Blueprint blueprint) {
      return new BlueprintReply(true, BlueprintRepresentation.of(blueprint));
    }
  }

  record BlueprintsReply(boolean ok, List<BlueprintRepresentation> blueprints) {}

  @GetMapping
  BlueprintsReply all(@AuthenticationPrincipal Caller caller) {
    return new BlueprintsReply(
        true,
        catalog.blueprints(caller.organizationId()).stream()
            .map(BlueprintRepresentation::of)
            .toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  BlueprintReply create(
      @AuthenticationPrincipal Caller caller,
      @RequestBody BlueprintRequest request,
      @RequestParam(name = "create_catalog_page", defaultValue = "false")
          boolean createCatalogPage) {
    return reply(catalog.createBlueprint(caller, request.definition(), createCatalogPage));
  }

  @PutMapping("/{blueprint}")
  BlueprintReply replace(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @RequestBody BlueprintRequest request) {
    BlueprintDefinition definition = request.definition();
    if (!definition.identifier().equals(blueprint)) {
      throw RequestFault.invalid(
          "identifier", "`identifier` must be `%s`, as in the path".formatted(blueprint));
    }
    return reply(catalog.replaceBlueprint(caller, definition));
  }

  private static BlueprintReply reply(BlueprintOutcome outcome) {
    return switch (outcome) {
      case BlueprintOutcome.Created(Blueprint blueprint) -> BlueprintReply.of(blueprint);
      case BlueprintOutcome.Replaced(Blueprint blueprint) -> BlueprintReply.of(blueprint);
      case BlueprintOutcome.NotFound(String identifier) ->
          throw CatalogFaults.noBlueprint(identifier);
      case BlueprintOutcome.Exists(String identifier) ->
          throw RequestFault.conflict("a blueprint `" + identifier + "` exists already");
      case BlueprintOutcome.Rejected(var problems) -> throw CatalogFaults.rejected(problems);
    };
  }

  @GetMapping("/{blueprint}")
  BlueprintReply one(@AuthenticationPrincipal Caller caller, @PathVariable String blueprint) {
    return catalog
        .blueprint(caller.organizationId(), blueprint)
        .map(BlueprintReply::of)
        .orElseThrow(() -> CatalogFaults.noBlueprint(blueprint));
  }
}
