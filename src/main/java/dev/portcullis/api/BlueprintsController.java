package dev.portcullis.api;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.BlueprintDefinition;
import dev.portcullis.catalog.BlueprintMigration;
import dev.portcullis.catalog.BlueprintOutcome;
import dev.portcullis.catalog.BlueprintRemoval;
import dev.portcullis.catalog.Blueprints;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.organization.Caller;
import java.util.List;
import java.util.Optional;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Blueprints, as Port has them. */
@RestController
@RequestMapping("/v1/blueprints")
class BlueprintsController {

  private final Catalog catalog;
  private final Blueprints blueprints;
  private final RequestBodies bodies;

  BlueprintsController(Catalog catalog, Blueprints blueprints, RequestBodies bodies) {
    this.catalog = catalog;
    this.blueprints = blueprints;
    this.bodies = bodies;
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
        catalog.everyBlueprint(caller.organizationId()).stream()
            .map(BlueprintRepresentation::of)
            .toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  BlueprintReply create(
      @AuthenticationPrincipal Caller caller,
      @RequestBody BlueprintRequest request,
      @RequestParam(name = "create_catalog_page", defaultValue = "") String createCatalogPage) {
    return reply(blueprints.create(caller, request.definition(), Flags.isOn(createCatalogPage)));
  }

  @PutMapping("/{blueprint}")
  BlueprintReply replace(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @RequestBody BlueprintRequest request) {
    return reply(blueprints.replace(caller, blueprint, request.definition()));
  }

  @PatchMapping("/{blueprint}")
  BlueprintReply edit(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @RequestBody JsonNode change) {
    return reply(blueprints.edit(caller, blueprint, definition -> changed(definition, change)));
  }

  private BlueprintDefinition changed(BlueprintDefinition definition, JsonNode change) {
    JsonNode whole = BlueprintPatch.over(BlueprintRepresentation.of(definition), change);
    try {
      return bodies.as(BlueprintRequest.class, whole).definition();
    } catch (JacksonException e) {
      throw new RequestFault(JsonProblems.of(e));
    }
  }

  @DeleteMapping("/{blueprint}")
  Done delete(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @RequestParam(name = "delete_actions", defaultValue = "") String deleteActions) {
    removed(blueprints.delete(caller, blueprint, Flags.isOn(deleteActions)));
    return Done.DONE;
  }

  record MigrationStarted(boolean ok, String migrationId) {}

  @DeleteMapping("/{blueprint}/all-entities")
  MigrationStarted deleteEntities(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @RequestParam(name = "delete_blueprint", defaultValue = "") String deleteBlueprint,
      @RequestParam(name = "delete_actions", defaultValue = "") String deleteActions) {
    return new MigrationStarted(
        true,
        removed(
                blueprints.deleteEntities(
                    caller, blueprint, Flags.isOn(deleteBlueprint), Flags.isOn(deleteActions)))
            .map(migration -> migration.id().toString())
            .orElse(""));
  }

  private static Optional<BlueprintMigration> removed(BlueprintRemoval removal) {
    return switch (removal) {
      case BlueprintRemoval.Removed _ -> Optional.empty();
      case BlueprintRemoval.Migrated(BlueprintMigration migration) -> Optional.of(migration);
      case BlueprintRemoval.NotFound(String identifier) ->
          throw CatalogFaults.noBlueprint(identifier);
      case BlueprintRemoval.Guarded(String identifier) ->
          throw new RequestFault(
              new PortError(
                  403,
                  "protected_resource",
                  "blueprint `%s` is the server's own and cannot be deleted"
                      .formatted(identifier)));
      case BlueprintRemoval.HasDependents(String identifier, List<String> dependents) ->
          throw CatalogFaults.hasDependents(
              "blueprint `%s`".formatted(identifier),
              "delete %s first".formatted(String.join(", ", dependents)));
    };
  }

  private static BlueprintReply reply(BlueprintOutcome outcome) {
    return switch (outcome) {
      case BlueprintOutcome.Created(Blueprint blueprint) -> BlueprintReply.of(blueprint);
      case BlueprintOutcome.Replaced(Blueprint blueprint) -> BlueprintReply.of(blueprint);
      case BlueprintOutcome.NotFound(String identifier) ->
          throw CatalogFaults.noBlueprint(identifier);
      case BlueprintOutcome.Exists(String identifier) ->
          throw RequestFault.conflict("a blueprint `" + identifier + "` exists already");
      case BlueprintOutcome.Alike(String identifier, String present) ->
          throw RequestFault.conflict(
              ("a blueprint `%s` exists already, and `%s` would share its moderators: names of"
                      + " roles are compared without case")
                  .formatted(present, identifier));
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

  /** The fixed part of a system blueprint, with which Terraform compares what was added. */
  @GetMapping("/system/{blueprint}/structure")
  BlueprintReply structure(@PathVariable String blueprint) {
    return blueprints
        .structure(blueprint)
        .map(BlueprintReply::of)
        .orElseThrow(() -> CatalogFaults.noBlueprint(blueprint));
  }
}
