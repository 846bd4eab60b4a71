package dev.portcullis.permission;

import dev.portcullis.permission.Decision.Allowed;
import dev.portcullis.permission.Match.BelongsTo;
import dev.portcullis.permission.Match.HoldsRole;
import dev.portcullis.permission.Match.KnownAs;
import dev.portcullis.permission.Reason.Ground;
import dev.portcullis.permission.Role.Admin;
import dev.portcullis.permission.Role.ModeratorOf;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The rules that come to speak of an action in one way, filed by what their conditions name.
 *
 * <p>They are asked as Port asks (rule 7): roles, ownership, teams, users, policies; within a kind
 * by name. Rules that name something else than the request are not looked at.
 */
final class Shelf {

  private final Reach reach;
  private final boolean isEmpty;
  private final Drawer admins;
  private final OpenDrawer members;
  private final NamedDrawers moderators;
  private final OpenDrawer owners;
  private final NamedDrawers teams;
  private final NamedDrawers users;
  private final PolicyRules policies;
  private final Needs needs;

  /**
   * Files rules.
   *
   * @param ignored policies that are not in force, for those who ask why they do not grant
   */
  Shelf(Collection<Rule> rules, Collection<Rule> ignored, Reach reach) {
    this.reach = reach;
    this.isEmpty = rules.isEmpty();
    RulesByKind sorted = RulesByKind.of(rules);
    admins = Drawer.of(sorted.admins(), new HoldsRole(new Admin()), reach);
    members = OpenDrawer.of(sorted.members(), reach);
    moderators =
        new NamedDrawers(sorted.moderators(), name -> new HoldsRole(new ModeratorOf(name)), reach);
    owners = OpenDrawer.of(sorted.owners(), reach);
    teams = new NamedDrawers(sorted.teams(), BelongsTo::new, reach);
    users = new NamedDrawers(sorted.users(), KnownAs::new, reach);
    policies = PolicyRules.of(rules, reach);
    needs =
        new Needs(
            members.needs(),
            owners.needs(),
            teams.needs(),
            moderators.needs(),
            admins.needs(),
            users.needs(),
            Needs.ofIgnored(ignored));
  }

  /** Allows by the first rule that grants; for a subject who is no Admin, whom no rule concerns. */
  Optional<Allowed> first(AccessRequest request) {
    Subject subject = request.subject();
    Optional<Allowed> found = firstByRole(subject.heldRoles());
    if (found.isEmpty()) {
      found = firstByOwnership(subject.teamNames(), request.resource().ownerNames());
    }
    if (found.isEmpty()) {
      found = teams.first(subject.teamNames());
    }
    if (found.isEmpty()) {
      found = users.first(subject.handleNames());
    }
    return found.isEmpty() ? policies.first(request) : found;
  }

  private Optional<Allowed> firstByRole(Roles held) {
    return members.isEmpty() || held.isEmpty()
        ? moderators.first(held.moderated())
        : members.first(new HoldsRole(held.reachedAsMember()));
  }

  private Optional<Allowed> firstByOwnership(Names held, Names owning) {
    int index = owners.isEmpty() ? -1 : owning.firstShared(held);
    return index < 0 ? Optional.empty() : owners.first(new BelongsTo(owning.at(index)));
  }

  /** Adds every rule that grants, in the order of asking. */
  void grounds(AccessRequest request, List<Ground> into) {
    Subject subject = request.subject();
    groundsByRole(subject.heldRoles(), into);
    groundsByOwnership(subject.teamNames(), request.resource().ownerNames(), into);
    teams.grounds(subject.teamNames(), into);
    users.grounds(subject.handleNames(), into);
    policies.grounds(request, into);
  }

  private void groundsByRole(Roles held, List<Ground> into) {
    if (!held.isEmpty()) {
      members.grounds(new HoldsRole(held.reachedAsMember()), into);
    }
    if (held.isAdmin()) {
      into.addAll(admins.grounds());
      moderators.allGrounds(new HoldsRole(new Admin()), into);
    } else {
      moderators.grounds(held.moderated(), into);
    }
  }

  private void groundsByOwnership(Names held, Names owning, List<Ground> into) {
    int index = owning.firstShared(held);
    if (index >= 0) {
      owners.grounds(new BelongsTo(owning.at(index)), into);
    }
  }

  /** Whether nothing on it can grant; it may still know what is ignored. */
  boolean isEmpty() {
    return isEmpty;
  }

  Reach reach() {
    return reach;
  }

  PolicyRules policies() {
    return policies;
  }

  Needs needs() {
    return needs;
  }
}
