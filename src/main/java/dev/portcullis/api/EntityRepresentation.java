package dev.portcullis.api;

import dev.portcullis.access.RelatedTitles;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.OwningTeam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entity in Port's shape, field by field, so that some can be left out. */
final class EntityRepresentation {

  private EntityRepresentation() {}

  /** The whole entity; its owners each as they were sent. */
  static Map<String, @Nullable Object> of(Entity entity) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("identifier", entity.identifier());
    shown.put("title", entity.title().orElse(null));
    shown.put("icon", entity.icon().orElse(null));
    shown.put("blueprint", entity.blueprint());
    shown.put("team", entity.teams().stream().map(OwningTeam::sent).toList());
    shown.put("properties", entity.properties());
    shown.put("relations", entity.relations());
    shown.put("createdAt", entity.provenance().createdAt());
    shown.put("createdBy", entity.provenance().createdBy());
    shown.put("updatedAt", entity.provenance().updatedAt());
    shown.put("updatedBy", entity.provenance().updatedBy());
    return shown;
  }

  /** The same with the titles of what it relates to. */
  static Map<String, @Nullable Object> of(Entity entity, RelatedTitles titles) {
    Map<String, @Nullable Object> shown = of(entity);
    shown.put("relations", titled(entity, titles));
    return shown;
  }

  private static Map<String, @Nullable Object> titled(Entity entity, RelatedTitles titles) {
    Map<String, @Nullable Object> relations = new LinkedHashMap<>();
    entity
        .relations()
        .forEach((name, value) ->
            relations.put(
                name,
                value instanceof List<?> several
                    ? several.stream().map(one -> titled(entity, name, one, titles)).toList()
                    : titled(entity, name, value, titles)));
    return relations;
  }

  private static @Nullable Object titled(
      Entity entity, String relation, @Nullable Object identifier, RelatedTitles titles) {
    if (!(identifier instanceof String text)) {
      return identifier;
    }
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("identifier", text);
    shown.put("title", titles.of(entity.blueprint(), relation, text).orElse(null));
    return shown;
  }
}
