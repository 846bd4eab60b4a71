package dev.portcullis.api;

import dev.portcullis.access.CatalogReading;
import dev.portcullis.access.EntityDetail;
import dev.portcullis.access.EntityFinding;
import dev.portcullis.access.EntityFinding.Found;
import dev.portcullis.access.EntityQuery;
import dev.portcullis.catalog.Entity;
import dev.portcullis.organization.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Entities as their readers may see them, one, all, counted or searched for, as Port has it. */
@RestController
class EntityReadsController {

  private final CatalogReading reading;

  EntityReadsController(CatalogReading reading) {
    this.reading = reading;
  }

  record EntityReply(boolean ok, Map<String, @Nullable Object> entity) {}

  record EntitiesReply(boolean ok, List<Map<String, @Nullable Object>> entities) {}

  record CountReply(boolean ok, long count) {}

  record SearchReply(
      boolean ok, List<String> matchingBlueprints, List<Map<String, @Nullable Object>> entities) {}

  @GetMapping("/v1/blueprints/{blueprint}/entities")
  EntitiesReply all(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @RequestParam(required = false) @Nullable List<String> include,
      @RequestParam(required = false) @Nullable List<String> exclude,
      @RequestParam(name = "attach_title_to_relation", defaultValue = "") String titles,
      @RequestParam(name = "exclude_calculated_properties", defaultValue = "")
          String withoutCalculated) {
    Found found =
        found(blueprint, reading.all(caller, blueprint, detail(titles, withoutCalculated)));
    return new EntitiesReply(
        true, shown(found, ShownFields.ofParameters(include, exclude), Flags.isOn(titles)));
  }

  @GetMapping("/v1/blueprints/{blueprint}/entities/{entity}")
  EntityReply one(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @PathVariable String entity,
      @RequestParam(required = false) @Nullable List<String> include,
      @RequestParam(required = false) @Nullable List<String> exclude,
      @RequestParam(name = "attach_title_to_relation", defaultValue = "") String titles,
      @RequestParam(name = "exclude_calculated_properties", defaultValue = "")
          String withoutCalculated) {
    Found found =
        found(blueprint, reading.one(caller, blueprint, entity, detail(titles, withoutCalculated)));
    return shown(found, ShownFields.ofParameters(include, exclude), Flags.isOn(titles)).stream()
        .findFirst()
        .map(shown -> new EntityReply(true, shown))
        .orElseThrow(() -> CatalogFaults.noEntity(entity));
  }

  @GetMapping("/v1/blueprints/{blueprint}/entities-count")
  CountReply count(@AuthenticationPrincipal Caller caller, @PathVariable String blueprint) {
    return reading
        .count(caller, blueprint)
        .map(count -> new CountReply(true, count))
        .orElseThrow(() -> CatalogFaults.noBlueprint(blueprint));
  }

  @PostMapping("/v1/entities/search")
  SearchReply search(
      @AuthenticationPrincipal Caller caller,
      @RequestBody JsonNode body,
      @RequestParam(required = false) @Nullable List<String> include,
      @RequestParam(required = false) @Nullable List<String> exclude,
      @RequestParam(name = "attach_title_to_relation", defaultValue = "") String titles,
      @RequestParam(name = "exclude_calculated_properties", defaultValue = "")
          String withoutCalculated) {
    EntityQuery.Rules rules = new EntityQuery.Rules("", JsonTrees.of(body), false);
    Found found =
        found(
            "",
            reading.search(
                caller, new EntityQuery(Optional.of(rules), detail(titles, withoutCalculated))));
    return new SearchReply(
        true,
        found.entities().stream().map(Entity::blueprint).distinct().toList(),
        shown(found, ShownFields.ofParameters(include, exclude), Flags.isOn(titles)));
  }

  @PostMapping("/v1/blueprints/{blueprint}/entities/search")
  Map<String, Object> searchOne(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @RequestBody JsonNode body,
      @RequestParam(name = "attach_title_to_relation", defaultValue = "") String titles,
      @RequestParam(name = "exclude_calculated_properties", defaultValue = "")
          String withoutCalculated) {
    EntitySearchRequest request = EntitySearchRequest.of(caller, blueprint, body);
    Found found =
        found(
            blueprint,
            reading.part(
                caller,
                blueprint,
                new EntityQuery(request.rules(), detail(titles, withoutCalculated)),
                request.after(),
                request.limit()));
    List<Map<String, @Nullable Object>> entities =
        shown(found, request.fields(), Flags.isOn(titles));
    return found
        .next()
        .<Map<String, Object>>map(
            next -> Map.of("ok", true, "entities", entities, "next", request.written(next)))
        .orElseGet(() -> Map.of("ok", true, "entities", entities));
  }

  private static EntityDetail detail(String titles, String withoutCalculated) {
    return new EntityDetail(Flags.isOn(titles), !Flags.isOn(withoutCalculated));
  }

  private static Found found(String blueprint, EntityFinding finding) {
    return switch (finding) {
      case Found found -> found;
      case EntityFinding.BlueprintNotFound _ -> throw CatalogFaults.noBlueprint(blueprint);
      case EntityFinding.Rejected(List<String> problems) ->
          throw new RequestFault(
              new PortError(
                  422,
                  "invalid_request",
                  String.join("; ", problems),
                  Map.of("problems", problems)));
      case EntityFinding.TooMuch(String problem) ->
          throw RequestFault.invalid("the search is too wide: " + problem);
    };
  }

  private static List<Map<String, @Nullable Object>> shown(
      Found found, ShownFields fields, boolean titles) {
    return found.entities().stream()
        .map(entity ->
            fields.of(
                titles
                    ? EntityRepresentation.of(entity, found.titles())
                    : EntityRepresentation.of(entity)))
        .toList();
  }
}
