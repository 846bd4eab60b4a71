package dev.portcullis.permission;

import static dev.portcullis.permission.EntityOperation.REGISTER;
import static dev.portcullis.permission.EntityOperation.UPDATE;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A change of several values of one entity at once, which is allowed if each of its parts is.
 *
 * @param request to register or to update; its resource is the entity before an update, and as it
 *     would be where it is registered
 * @param fields what the subject sets, and when registering also what it would have to set
 * @param ownersAfter the teams that would own it
 */
public record EntityChange(AccessRequest request, List<Action> fields, Set<String> ownersAfter) {

  /** The owners of an entity, as a field. */
  private static final Action OWNERS = new UpdateProperty("$team");

  /** What a new entity may be given by whoever may register it (Port rule 18). */
  private static final Set<Action> FREE_AT_FIRST =
      Set.of(
          new UpdateProperty("$identifier"),
          new UpdateProperty("$title"),
          new UpdateProperty("$icon"));

  public EntityChange {
    if (request.action() != REGISTER && request.action() != UPDATE) {
      throw new IllegalArgumentException("a change must register or update an entity");
    }
    fields = List.copyOf(new LinkedHashSet<>(fields));
    ownersAfter = Names.of(ownersAfter);
  }

  /** A new entity with these values; those that it must have and lacks count as set. */
  public static EntityChange registering(AccessRequest request, Collection<Action> fields) {
    return new EntityChange(request, List.copyOf(fields), request.resource().owningTeams());
  }

  /** Other values for these fields; those that stay as they are need no right (Port rule 16). */
  public static EntityChange updating(
      AccessRequest request, Collection<Action> changed, Set<String> ownersAfter) {
    return new EntityChange(request, List.copyOf(changed), ownersAfter);
  }

  /** The questions that must all be answered with yes; at least one. */
  List<AccessRequest> parts() {
    Set<Action> asked = new LinkedHashSet<>();
    if (isRegistering() || fields.isEmpty()) {
      asked.add(request.action());
    }
    fields.stream()
        .filter(field -> !isRegistering() || !FREE_AT_FIRST.contains(field))
        .forEach(asked::add);
    return asked.stream().map(this::about).toList();
  }

  /** Whether none of the subject's teams would own the entity after a change of its owners. */
  boolean givesAway() {
    return !isRegistering()
        && fields.contains(OWNERS)
        && Names.of(ownersAfter).firstShared(request.subject().teamNames()) < 0;
  }

  AccessRequest aboutOwners() {
    return about(OWNERS);
  }

  private boolean isRegistering() {
    return request.action() == REGISTER;
  }

  private AccessRequest about(Action action) {
    return new AccessRequest(
        request.subject(), action, request.resource(), request.circumstances());
  }
}
