package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.EntityRemovals;
import dev.portcullis.catalog.RemovalOutcome;
import dev.portcullis.catalog.RemovalPlan;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.User;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The doorway to deletions of people, whether as users or as entities: in one transaction the
 * person goes, what the organization added to the entity, and whatever related to that.
 */
@Component
public class UserDeletion {

  private final PersonAccounts accounts;
  private final AccountEdits edits;
  private final Memberships memberships;
  private final Catalog catalog;
  private final EntityRemovals removals;

  UserDeletion(
      PersonAccounts accounts,
      AccountEdits edits,
      Memberships memberships,
      Catalog catalog,
      EntityRemovals removals) {
    this.accounts = accounts;
    this.edits = edits;
    this.memberships = memberships;
    this.catalog = catalog;
    this.removals = removals;
  }

  /**
   * Deletes people: all of those who are named, or none.
   *
   * @param identifiers at least one
   * @param withDependents whether entities that must relate to one of them go, too
   */
  @OneTransaction
  public EntityDeletionOutcome delete(
      Caller caller, List<String> identifiers, boolean withDependents) {
    UUID organizationId = caller.organizationId();
    Map<String, User> found = new LinkedHashMap<>();
    for (String identifier : identifiers) {
      Optional<User> user = accounts.user(organizationId, identifier);
      if (user.isEmpty()) {
        return new EntityDeletionOutcome.Refused(new RemovalOutcome.NotFound(identifier));
      }
      found.put(entity(user.get()), user.get());
    }
    Blueprint kind = catalog.blueprint(organizationId, SystemBlueprints.USER).orElseThrow();
    List<String> named = List.copyOf(found.keySet());
    Undo undo = new Undo();
    return switch (removals.plan(organizationId, kind, named, withDependents)) {
      case RemovalOutcome.Planned(RemovalPlan plan) -> {
        removals.remove(caller, plan);
        for (Map.Entry<String, User> user : found.entrySet()) {
          AccountOutcome outcome = edits.deleted(caller, user.getValue());
          if (!(outcome instanceof AccountOutcome.Deleted)) {
            yield undo.because(new EntityDeletionOutcome.AccountRefused(user.getKey(), outcome));
          }
        }
        yield new EntityDeletionOutcome.Deleted(named);
      }
      case RemovalOutcome other -> new EntityDeletionOutcome.Refused(other);
    };
  }

  /** The identifier of a person's entity. */
  private String entity(User user) {
    return UserEntities.identifier(user, memberships.handle(user.organizationId(), user.id()));
  }
}
