package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.EntityRemovals;
import dev.portcullis.catalog.RemovalOutcome;
import dev.portcullis.catalog.RemovalPlan;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.directory.TeamAccount;
import dev.portcullis.directory.TeamOutcome;
import dev.portcullis.directory.TeamReference;
import dev.portcullis.directory.Teams;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The doorway to deletions of teams, whether as teams or as entities: in one transaction the group
 * goes, what the organization added to its entity, and whatever related to that.
 */
@Component
public class TeamDeletion {

  private final Teams teams;
  private final Catalog catalog;
  private final EntityRemovals removals;
  private final Admins admins;

  TeamDeletion(Teams teams, Catalog catalog, EntityRemovals removals, Admins admins) {
    this.teams = teams;
    this.catalog = catalog;
    this.removals = removals;
    this.admins = admins;
  }

  /**
   * Deletes teams: all of those that are named, or none.
   *
   * @param references at least one
   * @param withDependents whether entities that must relate to one of them go, too
   */
  @OneTransaction
  public EntityDeletionOutcome delete(
      Caller caller, List<? extends TeamReference> references, boolean withDependents) {
    UUID organizationId = caller.organizationId();
    List<TeamAccount> found = new ArrayList<>();
    for (TeamReference reference : references) {
      Optional<TeamAccount> team = teams.find(organizationId, reference);
      if (team.isEmpty()) {
        return notFound(reference);
      }
      found.add(team.get());
    }
    // Group rules mean groups of providers alone.
    boolean hadAdmin =
        !found.stream().allMatch(TeamAccount::madeByHand) && admins.hasAdmin(organizationId);
    Blueprint kind = catalog.blueprint(organizationId, SystemBlueprints.TEAM).orElseThrow();
    List<String> identifiers =
        found.stream().map(account -> account.team().identifier()).distinct().toList();
    return switch (removals.plan(organizationId, kind, identifiers, withDependents)) {
      case RemovalOutcome.Planned(RemovalPlan plan) -> {
        removals.remove(caller, plan);
        yield deleted(caller, identifiers, hadAdmin);
      }
      case RemovalOutcome other -> new EntityDeletionOutcome.Refused(other);
    };
  }

  private EntityDeletionOutcome deleted(Caller caller, List<String> identifiers, boolean hadAdmin) {
    for (String identifier : identifiers) {
      TeamReference reference = new TeamReference.Identified(identifier);
      if (teams.delete(caller, reference) instanceof TeamOutcome.NotFound) {
        return undone(notFound(reference));
      }
    }
    return hadAdmin && !admins.hasAdmin(caller.organizationId())
        ? undone(new EntityDeletionOutcome.LastAdmin())
        : new EntityDeletionOutcome.Deleted(identifiers);
  }

  private static EntityDeletionOutcome undone(EntityDeletionOutcome why) {
    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    return why;
  }

  private static EntityDeletionOutcome notFound(TeamReference reference) {
    return new EntityDeletionOutcome.Refused(
        new RemovalOutcome.NotFound(
            switch (reference) {
              case TeamReference.Named(String name) -> name;
              case TeamReference.Identified(String identifier) -> identifier;
            }));
  }
}
