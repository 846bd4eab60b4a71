package dev.portcullis.permission;

import java.util.Map;
import java.util.Set;

/**
 * The entity that the action is about; for {@code register}, the entity as it would be.
 *
 * @param type identifier of its blueprint, which is {@code $blueprint}
 * @param id identifier of the entity, which is {@code $identifier}
 * @param owningTeams identifiers of the teams that own it, which are {@code $team}; case counts,
 *     and none own many
 * @param properties the values that policies test; {@code $title} and the like among them
 * @param schemas what its blueprint says of its properties' kinds, by their identifiers
 */
public record Resource(
    String type,
    String id,
    Set<String> owningTeams,
    Attributes properties,
    Map<String, PropertySchema> schemas) {

  public Resource {
    Required.text(type, "a resource's type");
    Required.text(id, "a resource's id");
    Required.texts(owningTeams, "an owning team");
    owningTeams = Names.of(owningTeams);
    schemas = Map.copyOf(schemas);
  }

  /** A resource whose properties no policy needs. */
  public Resource(String type, String id, Set<String> owningTeams) {
    this(type, id, owningTeams, Attributes.NONE, Map.of());
  }

  Names ownerNames() {
    return Names.of(owningTeams);
  }

  /** The same resource, owned by others. */
  Resource ownedBy(Set<String> teams) {
    return new Resource(type, id, teams, properties, schemas);
  }
}
