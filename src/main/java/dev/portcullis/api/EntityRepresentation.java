package dev.portcullis.api;

import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.OwningTeam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entity in Port's shape.
 *
 * @param team each as it was sent
 */
record EntityRepresentation(
    String identifier,
    Optional<String> title,
    Optional<String> icon,
    String blueprint,
    List<String> team,
    Map<String, Object> properties,
    Map<String, Object> relations,
    Instant createdAt,
    String createdBy,
    Instant updatedAt,
    String updatedBy) {

  static EntityRepresentation of(Entity entity) {
    return new EntityRepresentation(
        entity.identifier(),
        entity.title(),
        entity.icon(),
        entity.blueprint(),
        entity.teams().stream().map(OwningTeam::sent).toList(),
        entity.properties(),
        entity.relations(),
        entity.provenance().createdAt(),
        entity.provenance().createdBy(),
        entity.provenance().updatedAt(),
        entity.provenance().updatedBy());
  }
}
