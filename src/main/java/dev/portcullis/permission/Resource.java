package dev.portcullis.permission;

import java.util.Set;

/**
 * The entity that the action is about; for {@code register}, the entity as it would be.
 *
 * @param type identifier of its blueprint
 * @param id identifier of the entity
 * @param owningTeams identifiers of the teams that own it; case counts, and none own many
 */
public record Resource(String type, String id, Set<String> owningTeams) {

  public Resource {
    Required.text(type, "a resource's type");
    Required.text(id, "a resource's id");
    Required.texts(owningTeams, "an owning team");
    owningTeams = Set.copyOf(owningTeams);
  }
}
