package dev.portcullis.catalog;

import java.util.List;

/**
 * What would go with entities that are to be deleted; judged first and then done.
 *
 * @param named the entities that are to go, as they are
 * @param dependents the entities that would go with them, because a required relation leads to one
 * @param unlinked the entities that stay and would point to them no more, as they would be
 */
public record RemovalPlan(
    Blueprint blueprint, List<Entity> named, List<Entity> dependents, List<Entity> unlinked) {

  public RemovalPlan {
    named = List.copyOf(named);
    dependents = List.copyOf(dependents);
    unlinked = List.copyOf(unlinked);
  }
}
