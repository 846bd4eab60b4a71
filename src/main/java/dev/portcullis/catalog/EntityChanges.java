package dev.portcullis.catalog;

import java.util.Map;

/** What the audit trail tells of an entity. */
final class EntityChanges {

  private EntityChanges() {}

  static Map<String, Object> told(Entity entity) {
    return Map.of(
        "blueprint", entity.blueprint(),
        "title", entity.title().orElse(""),
        "team", entity.teams(),
        "properties", entity.properties(),
        "relations", entity.relations());
  }
}
