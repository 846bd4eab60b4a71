package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.access.AccountOutcome;
import dev.portcullis.access.ChangeTerms;
import dev.portcullis.access.Denial;
import dev.portcullis.access.EntityDeletionOutcome;
import dev.portcullis.access.EntityWrite;
import dev.portcullis.access.EntityWrite.Presence;
import dev.portcullis.access.EntityWriteOutcome;
import dev.portcullis.access.GuardedEntities;
import dev.portcullis.catalog.EntityEdit;
import dev.portcullis.organization.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Several entities at once, as Port has them. */
@RestController
@RequestMapping("/v1/blueprints/{blueprint}")
class BulkEntitiesController {

  /** The most entities that one request stores. */
  static final int MAX_STORED = 20;

  /** The most entities that one request names to be deleted. */
  static final int MAX_DELETED = 100;

  private final GuardedEntities entities;
  private final RequestBodies bodies;

  BulkEntitiesController(GuardedEntities entities, RequestBodies bodies) {
    this.entities = entities;
    this.bodies = bodies;
  }

  record BulkRequest(@Nullable List<@Nullable JsonNode> entities) {}

  record BulkDeletionRequest(@Nullable List<@Nullable String> entities) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BulkDeletionReply(
      boolean ok, List<String> deletedEntities, @Nullable AccessPreviewRepresentation preview) {}

  /** An entity of the request that could be read. */
  private record Item(int index, EntityWrite write) {}

  @PostMapping("/entities/bulk")
  ResponseEntity<BulkEntities.BulkReply> store(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @RequestBody BulkRequest request,
      @RequestParam(defaultValue = "") String upsert,
      @RequestParam(defaultValue = "") String merge,
      @RequestParam(name = "validation_only", defaultValue = "") String validationOnly,
      @RequestParam(name = "create_missing_related_entities", defaultValue = "")
          String createMissing,
      ChangeTerms terms) {
    List<@Nullable JsonNode> nodes =
        bounded("entities", RequestFault.required("entities", request.entities()), MAX_STORED);
    boolean validates = Flags.isCertainlyOn("validation_only", validationOnly);
    BulkEntities bulk = new BulkEntities();
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      try {
        EntityEdit edit =
            bodies
                .as(EntityRequest.class, RequestFault.required("entities[" + i + "]", nodes.get(i)))
                .edit(blueprint, Flags.isOn(merge));
        items.add(
            new Item(
                i,
                new EntityWrite(
                    blueprint,
                    edit.given().identifier(),
                    Flags.isOn(upsert) ? Presence.ANY : Presence.ABSENT,
                    edit,
                    Flags.isOn(createMissing),
                    validates)));
      } catch (RequestFault fault) {
        bulk.fail(i, identifier(nodes.get(i)), fault.error());
      } catch (JacksonException e) {
        bulk.fail(i, identifier(nodes.get(i)), JsonProblems.of(e));
      }
    }
    List<EntityWrite> writes = items.stream().map(Item::write).toList();
    return GuardedReply.of(
        entities.writeAll(caller, terms, blueprint, writes),
        (outcomes, preview) -> {
          List<EntityWriteOutcome> all =
              outcomes.orElseThrow(() -> CatalogFaults.noBlueprint(blueprint));
          for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            bulk.add(item.index(), item.write().identifier(), blueprint, all.get(i));
          }
          return bulk.response(preview);
        });
  }

  private static Optional<String> identifier(@Nullable JsonNode node) {
    return node == null ? Optional.empty() : node.at("/identifier").stringValueOpt();
  }

  private static <T extends @Nullable Object> List<T> bounded(
      String field, List<T> list, int most) {
    if (list.isEmpty() || list.size() > most) {
      throw RequestFault.invalid(field, "`%s` must name 1 to %d entities".formatted(field, most));
    }
    return list;
  }

  @PostMapping("/bulk/entities/delete")
  BulkDeletionReply delete(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @RequestBody BulkDeletionRequest request,
      @RequestParam(name = "delete_dependents", defaultValue = "") String deleteDependents,
      ChangeTerms terms) {
    List<@Nullable String> named =
        bounded("entities", RequestFault.required("entities", request.entities()), MAX_DELETED);
    List<String> identifiers =
        named.stream()
            .map(identifier -> RequestFault.required("entities", identifier))
            .distinct()
            .toList();
    return GuardedReply.of(
        entities.delete(caller, terms, blueprint, identifiers, Flags.isOn(deleteDependents)),
        (outcome, preview) -> new BulkDeletionReply(true, deleted(blueprint, outcome), preview));
  }

  /** The identifiers of what is gone; throws what stood in the way. */
  static List<String> deleted(String blueprint, EntityDeletionOutcome outcome) {
    return switch (outcome) {
      case EntityDeletionOutcome.Deleted(List<String> identifiers) -> identifiers;
      case EntityDeletionOutcome.BlueprintNotFound _ -> throw CatalogFaults.noBlueprint(blueprint);
      case EntityDeletionOutcome.Refused(var why) -> throw EntityFaults.refused(why);
      case EntityDeletionOutcome.AccountRefused(String identifier, AccountOutcome.NotFound _) ->
          throw CatalogFaults.noEntity(identifier);
      case EntityDeletionOutcome.AccountRefused(String identifier, var why) ->
          throw AccountFaults.of(why, identifier);
      case EntityDeletionOutcome.LastAdmin _ -> throw GroupRulesController.lastAdmin();
      case EntityDeletionOutcome.Denied(Denial denial) -> throw EntityFaults.denied(denial);
    };
  }
}
