package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.EntityOutcome;
import dev.portcullis.organization.Caller;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Entities of a blueprint, as Port has them. */
@RestController
@RequestMapping("/v1/blueprints/{blueprint}/entities")
class EntitiesController {

  private final Catalog catalog;

  EntitiesController(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Teams that mean nothing at present are named in the warnings. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record EntityReply(boolean ok, EntityRepresentation entity, List<String> warnings) {

    static EntityReply of(Entity entity) {
      return new EntityReply(true, EntityRepresentation.of(entity), List.of());
    }

    static EntityReply written(Entity entity) {
      List<String> warnings =
          entity.teams().stream()
              .filter(team -> team.identifier().isEmpty())
              .map(team ->
                  "team `%s` is not known; it owns nothing until the entity is saved again"
                      .formatted(team.sent()))
              .toList();
      return new EntityReply(true, EntityRepresentation.of(entity), warnings);
    }
  }

  record EntitiesReply(boolean ok, List<EntityRepresentation> entities) {}

  @GetMapping
  EntitiesReply all(@AuthenticationPrincipal Caller caller, @PathVariable String blueprint) {
    return catalog
        .entities(caller.organizationId(), blueprint)
        .map(entities -> entities.stream().map(EntityRepresentation::of).toList())
        .map(entities -> new EntitiesReply(true, entities))
        .orElseThrow(() -> CatalogFaults.noBlueprint(blueprint));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  EntityReply put(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @RequestBody EntityRequest request,
      @RequestParam(defaultValue = "false") boolean upsert,
      @RequestParam(defaultValue = "false") boolean merge,
      @RequestParam(name = "validation_only", defaultValue = "false") boolean validationOnly) {
    unsupported("merge", merge);
    unsupported("validation_only", validationOnly);
    return switch (catalog.putEntity(caller, blueprint, request.draft(blueprint), upsert)) {
      case EntityOutcome.Created(Entity entity) -> EntityReply.written(entity);
      case EntityOutcome.Replaced(Entity entity) -> EntityReply.written(entity);
      case EntityOutcome.BlueprintNotFound _ -> throw CatalogFaults.noBlueprint(blueprint);
      case EntityOutcome.Exists(String identifier) ->
          throw RequestFault.conflict(
              "an entity `%s` exists already; send `?upsert=true` to replace it"
                  .formatted(identifier));
      case EntityOutcome.Rejected(var problems) -> throw CatalogFaults.rejected(problems);
    };
  }

  @GetMapping("/{entity}")
  EntityReply one(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @PathVariable String entity) {
    return catalog
        .entity(caller.organizationId(), blueprint, entity)
        .map(EntityReply::of)
        .orElseThrow(() -> CatalogFaults.noEntity(entity));
  }

  @DeleteMapping("/{entity}")
  Done delete(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @PathVariable String entity) {
    if (!catalog.deleteEntity(caller, blueprint, entity)) {
      throw CatalogFaults.noEntity(entity);
    }
    return Done.DONE;
  }

  /** What would change the meaning of a request must not be passed over. */
  private static void unsupported(String parameter, boolean wanted) {
    if (wanted) {
      throw RequestFault.invalid(
          parameter, "`" + parameter + "` is not supported yet; leave it out");
    }
  }
}
