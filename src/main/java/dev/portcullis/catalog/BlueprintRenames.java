package dev.portcullis.catalog;

import dev.portcullis.organization.Caller;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets everything that names a blueprint follow it to another identifier: relations, actions and
 * pages here, and by the event what other rooms hold. Pages keep their own identifiers.
 */
@Component
class BlueprintRenames {

  private final BlueprintRows rows;
  private final EntityLinks links;
  private final PortalObjects objects;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  BlueprintRenames(
      BlueprintRows rows,
      EntityLinks links,
      PortalObjects objects,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.links = links;
    this.objects = objects;
    this.events = events;
    this.clock = clock;
  }

  /** To be called when the blueprint bears its new identifier. */
  void follow(Caller caller, String formerly, String now) {
    UUID organizationId = caller.organizationId();
    links.followBlueprint(organizationId, formerly, now);
    rows.all(organizationId).stream()
        .filter(other -> other.definition().leadsTo(formerly))
        .forEach(other ->
            rows.update(
                organizationId,
                new Blueprint(
                    other.definition().withTarget(formerly, now),
                    other.provenance().changed(clock.instant(), caller.actor().identifier()))));
    for (PortalObject.Kind kind : PortalObject.Kind.values()) {
      objects.all(organizationId, kind).stream()
          .filter(object -> object.blueprint().filter(formerly::equals).isPresent())
          .forEach(object ->
              objects.change(
                  caller, kind, object.identifier(), document -> named(kind, document, now)));
    }
    events.publishEvent(new BlueprintRenamed(caller, formerly, now));
  }

  private static Map<String, Object> named(
      PortalObject.Kind kind, Map<String, Object> document, String blueprint) {
    Map<String, Object> renamed = new LinkedHashMap<>(document);
    switch (kind) {
      case PAGE -> renamed.put("blueprint", blueprint);
      case ACTION -> {
        Map<Object, Object> trigger = new LinkedHashMap<>();
        if (document.get("trigger") instanceof Map<?, ?> was) {
          trigger.putAll(was);
        }
        trigger.put("blueprintIdentifier", blueprint);
        renamed.put("trigger", trigger);
      }
    }
    return renamed;
  }
}
