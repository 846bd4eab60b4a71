package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.access.ChangeTerms;
import dev.portcullis.access.EntityDeletionOutcome;
import dev.portcullis.access.EntityWrite;
import dev.portcullis.access.EntityWrite.Presence;
import dev.portcullis.access.GuardedEntities;
import dev.portcullis.catalog.EntityEdit;
import dev.portcullis.organization.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Entities of a blueprint, as Port has them. */
@RestController
@RequestMapping("/v1/blueprints/{blueprint}/entities")
class EntitiesController {

  private final GuardedEntities entities;

  EntitiesController(GuardedEntities entities) {
    this.entities = entities;
  }

  /**
   * Teams that mean nothing at present are named in the warnings, and what of a person the provider
   * owns.
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record EntityReply(
      boolean ok,
      Map<String, @Nullable Object> entity,
      @Nullable Object warnings,
      @Nullable AdditionalParts additionalData,
      @Nullable AccessPreviewRepresentation preview) {

    /** Credentials that were taken back with the dry run that made them are not shown. */
    static EntityReply written(
        EntityFaults.Written written, @Nullable AccessPreviewRepresentation preview) {
      List<String> warnings =
          written.entity().teams().stream()
              .filter(team -> team.identifier().isEmpty())
              .map(team ->
                  "team `%s` is not known; it owns nothing until the entity is saved again"
                      .formatted(team.sent()))
              .toList();
      return new EntityReply(
          true,
          EntityRepresentation.of(written.entity()),
          written.ignored().isEmpty() ? warnings : new UsersController.Warnings(written.ignored()),
          preview == null ? AdditionalParts.of(written) : null,
          preview);
    }
  }

  /** What is shown beside an entity this once: the credentials of a new service account. */
  record AdditionalParts(Credentials credentials) {

    record Credentials(String clientId, String clientSecret) {

      @Override
      public String toString() {
        return "Credentials[…]";
      }
    }

    static @Nullable AdditionalParts of(EntityFaults.Written written) {
      return written
          .credentials()
          .map(made -> new AdditionalParts(new Credentials(made.clientId(), made.clientSecret())))
          .orElse(null);
    }
  }

  @PostMapping
  ResponseEntity<EntityReply> create(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @RequestBody EntityRequest request,
      @RequestParam(defaultValue = "") String upsert,
      @RequestParam(defaultValue = "") String merge,
      @RequestParam(name = "validation_only", defaultValue = "") String validationOnly,
      @RequestParam(name = "create_missing_related_entities", defaultValue = "")
          String createMissing,
      ChangeTerms terms) {
    EntityWrite write =
        new EntityWrite(
            blueprint,
            Optional.empty(),
            Flags.isOn(upsert) ? Presence.ANY : Presence.ABSENT,
            request.edit(blueprint, Flags.isOn(merge)),
            Flags.isOn(createMissing),
            Flags.isCertainlyOn("validation_only", validationOnly));
    return GuardedReply.of(
        entities.write(caller, terms, write),
        (outcome, preview) -> created(EntityFaults.written(blueprint, outcome), preview));
  }

  private static ResponseEntity<EntityReply> created(
      EntityFaults.Written written, @Nullable AccessPreviewRepresentation preview) {
    boolean isStored = written.isStored() && preview == null;
    return ResponseEntity.status(isStored ? HttpStatus.CREATED : HttpStatus.OK)
        .body(EntityReply.written(written, preview));
  }

  @PutMapping("/{entity}")
  EntityReply replace(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @PathVariable String entity,
      @RequestBody EntityRequest request,
      @RequestParam(name = "create_missing_related_entities", defaultValue = "")
          String createMissing,
      ChangeTerms terms) {
    return changed(
        caller,
        terms,
        written(blueprint, entity, request.edit(blueprint, false), Flags.isOn(createMissing)));
  }

  @PatchMapping("/{entity}")
  EntityReply edit(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @PathVariable String entity,
      @RequestBody EntityRequest request,
      @RequestParam(name = "create_missing_related_entities", defaultValue = "")
          String createMissing,
      ChangeTerms terms) {
    return changed(
        caller,
        terms,
        written(blueprint, entity, request.edit(blueprint, true), Flags.isOn(createMissing)));
  }

  private static EntityWrite written(
      String blueprint, String entity, EntityEdit edit, boolean createsMissing) {
    return new EntityWrite(
        blueprint, Optional.of(entity), Presence.PRESENT, edit, createsMissing, false);
  }

  private EntityReply changed(Caller caller, ChangeTerms terms, EntityWrite write) {
    return GuardedReply.of(
        entities.write(caller, terms, write),
        (outcome, preview) ->
            EntityReply.written(EntityFaults.written(write.blueprint(), outcome), preview));
  }

  @DeleteMapping("/{entity}")
  Done delete(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @PathVariable String entity,
      @RequestParam(name = "delete_dependents", defaultValue = "") String deleteDependents,
      ChangeTerms terms) {
    return GuardedReply.of(
        entities.delete(caller, terms, blueprint, List.of(entity), Flags.isOn(deleteDependents)),
        (outcome, preview) -> deleted(outcome, blueprint, preview));
  }

  private static Done deleted(
      EntityDeletionOutcome outcome,
      String blueprint,
      @Nullable AccessPreviewRepresentation preview) {
    BulkEntitiesController.deleted(blueprint, outcome);
    return new Done(true, preview);
  }
}
