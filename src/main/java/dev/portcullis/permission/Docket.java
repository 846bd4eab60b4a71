package dev.portcullis.permission;

import dev.portcullis.permission.Decision.Allowed;
import dev.portcullis.permission.Decision.Denied;
import dev.portcullis.permission.Reason.AdminPasses;
import dev.portcullis.permission.Reason.Ground;
import dev.portcullis.permission.Reason.NoRuleGrants;
import dev.portcullis.permission.Reason.Obstacle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All rules that speak of one action, each way of speaking of it on a shelf of its own. */
final class Docket {

  private static final Allowed ADMIN_PASSES = new Allowed(List.of(new AdminPasses()));

  /** In the order of asking. */
  private final List<Shelf> shelves;

  /** The right to the very thing is nearer than a right that covers it. */
  private final List<Shelf> nearestFirst;

  /** Whether a denial depends on the request by more than whether somebody owns the resource. */
  private final boolean hasPolicies;

  private final Optional<Denied> deniedIfOwned;
  private final Optional<Denied> deniedIfNot;

  Docket(List<Shelf> shelves) {
    this.shelves = shelves.stream().filter(shelf -> !shelf.isEmpty()).toList();
    this.nearestFirst =
        shelves.stream()
            .sorted(Comparator.comparing(shelf -> shelf.reach() != Reach.DIRECT))
            .toList();
    this.hasPolicies = shelves.stream().anyMatch(shelf -> !shelf.policies().isEmpty());
    this.deniedIfOwned = denied(needs(true, List.of()));
    this.deniedIfNot = denied(needs(false, List.of()));
  }

  /** The first rule that grants decides. */
  Decision decide(AccessRequest request) {
    if (request.subject().isAdmin()) {
      return ADMIN_PASSES;
    }
    for (int i = 0; i < shelves.size(); i++) {
      Optional<Allowed> allowed = shelves.get(i).first(request);
      if (allowed.isPresent()) {
        return allowed.get();
      }
    }
    return denied(request);
  }

  /** The same with every rule that grants, the deciding one first. */
  Decision explain(AccessRequest request) {
    List<Ground> grounds = new ArrayList<>();
    if (request.subject().isAdmin()) {
      grounds.addAll(ADMIN_PASSES.reasons());
    }
    for (int i = 0; i < shelves.size(); i++) {
      shelves.get(i).grounds(request, grounds);
    }
    return grounds.isEmpty() ? denied(request) : new Allowed(grounds);
  }

  private Denied denied(AccessRequest request) {
    boolean isOwned = !request.resource().owningTeams().isEmpty();
    Optional<Denied> denied = hasPolicies ? deniedByPolicies(request, isOwned) : denied(isOwned);
    return denied.orElseGet(() -> new Denied(List.of(new NoRuleGrants(request.action()))));
  }

  private Optional<Denied> denied(boolean isOwned) {
    return isOwned ? deniedIfOwned : deniedIfNot;
  }

  private Optional<Denied> deniedByPolicies(AccessRequest request, boolean isOwned) {
    return denied(needs(isOwned, policyObstacles(request)));
  }

  private static Optional<Denied> denied(Obstacles needs) {
    return needs.isEmpty() ? Optional.empty() : Optional.of(new Denied(needs));
  }

  private Obstacles needs(boolean isOwned, List<Obstacle> policies) {
    List<List<Obstacle>> parts = new ArrayList<>();
    for (Shelf shelf : nearestFirst) {
      shelf.needs().near(isOwned, parts);
    }
    parts.add(policies);
    for (Shelf shelf : nearestFirst) {
      shelf.needs().far(isOwned, parts);
    }
    return new Obstacles(parts);
  }

  private List<Obstacle> policyObstacles(AccessRequest request) {
    List<Obstacle> obstacles = new ArrayList<>();
    for (Shelf shelf : nearestFirst) {
      shelf.policies().obstacles(request, obstacles);
    }
    return PolicyRules.nearestFirst(obstacles);
  }
}
